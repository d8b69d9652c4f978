import { count } from './count.ts'
import type { stoppedZh } from './stopped-zh.ts'

/** Why a plan is stopped, and the approval that would let it through, in English; a part of the catalogue. */
export const stoppedEn: typeof stoppedZh = {
  refusals: {
    'deletion-plan-only': {
      what: (p) => `${p.counted} would be removed, which rollbook.yaml does not allow`,
      next: (p) => `to remove them, write ${p.entry} in rollbook.yaml; to keep them, put their files back`,
    },
    'limit-exceeded': {
      what: (p) => `Too much at once: ${count(p.n, 'change')}`,
      next: (p) => `split it into several changes; if it is right as it is, write ${p.entry} in rollbook.yaml`,
    },
    'wrong-company': {
      what: () => 'This credential is not of the company that the directory describes',
      next: () => 'check DINGTALK_CLIENT_ID, corp in rollbook.yaml, and whether this is the right folder',
    },
    'lock-contradicted': {
      what: (p) => `DingTalk contradicts ${p.n} entries of the lock: it was edited, or is an old one`,
      next: () =>
        'take the last good lock from git; rollbook lock verify shows every entry, and rollbook lock rebuild makes it anew',
    },
    'lock-older': {
      what: () => 'the lock is an earlier one of this machine, which a later apply has replaced since',
      next: () =>
        'take the newest lock from git; if this is the right one, run rollbook lock verify, which accepts it when it is true; or run rollbook lock rebuild',
    },
    'empty-desired': {
      what: () => 'The files hold nobody and no department, although some are managed',
      next: () => 'check that -d names the right folder and that it was checked out whole',
    },
    'incomplete-read': {
      what: () => 'DingTalk was not read as a whole: what was not seen could be taken for missing',
      next: () =>
        'let the app see all employees (its permission page in DingTalk’s developer console); if it does already, run it again later; if what the lock lists is never shown, rollbook lock verify tells what DingTalk still has of it: where the lock is not the right one, take the right one from git',
    },
    'mobile-replacement': {
      what: (p) =>
        `${count(p.n, 'person has', 'people have')} another mobile in DingTalk: only delete and add again changes it`,
      next: () => 'to change it, write replace: mobile in the person’s file; otherwise leave the mobile out',
    },
    protected: {
      what: (p) =>
        `Protected, and would be removed, added again, moved, or lose a department, a role or a head: ${p.counted}`,
      next: () =>
        'change the files back; if it must be, first take them off protected in rollbook.yaml in a change of its own',
    },
    'protected-identity': {
      what: (p) =>
        p.which === 'renamed'
          ? `Protected, and given another userid: ${p.counted}. DingTalk cannot change a userid, so this deletes the account and makes a new one`
          : `Protected, and what they sign in with would change (mobile, e-mail, login name or password): ${p.counted}. Whoever holds the new number or address can sign in as them`,
      next: (p) =>
        p.which === 'renamed'
          ? 'write the former userid back into the file'
          : 'change the files back; if it must be, first take them off protected in rollbook.yaml in a change of its own',
    },
    administrators: {
      what: (p) =>
        p.which === 'unread'
          ? 'People would be removed, and DingTalk did not say clearly who its administrators are'
          : p.which === 'super'
            ? `${count(p.n, 'super administrator')} would be removed, or deleted and added again`
            : `${count(p.n, 'administrator')} would be removed, and fewer than two would remain`,
      next: (p) =>
        p.which === 'unread'
          ? 'give the app the permission to read administrators (see rollbook api listAdmins --describe); if it has it, run it again later'
          : p.which === 'super'
            ? 'put the file back; another super administrator is appointed in DingTalk’s admin console first'
            : 'appoint further administrators in DingTalk’s admin console first, or put the files back',
    },
    'own-access': {
      what: (p) => `The app sees the address book through ${p.counted} that would be removed or moved`,
      next: () =>
        'first take them out of the app’s scope (its permission page in DingTalk’s developer console), or put the files back',
    },
    'departed-changed': {
      what: (p) =>
        `${p.counted} would be deleted, although at the base commit people who leave are moved to a department and keep their accounts`,
      next: () => 'take departed out of rollbook.yaml in a change of its own; once that is merged, remove the people',
    },
    'unmanaged-below': {
      what: (p) =>
        `${count(p.n, 'department')} to be dissolved still ${p.n === 1 ? 'holds' : 'hold'} what the files do not manage: ${p.blocking}. DingTalk deletes empty sub-departments as well, and refuses to dissolve a department with people in it`,
      next: () =>
        'move those elsewhere in DingTalk, or take them into the files; to keep the department, put its folder back',
    },
  },
  refusedAtBase: {
    what: (what) => `${what} (by rollbook.yaml at the base commit)`,
    next: 'a change cannot lift its own limits: change rollbook.yaml in a change of its own, and make this one once that is merged',
  },
  limit: (p) => `${p.what}, but at most ${p.most} of ${p.managed} at once`,
  limitIn: (p) => `${p.department} and below: ${p.limit}`,
  limits: {
    'users.remove': { what: (n) => `${count(n, 'person', 'people')} would be removed`, of: String },
    'users.move': { what: (n) => `${count(n, 'person', 'people')} would be moved`, of: String },
    'users.change': { what: (n) => `${count(n, 'person', 'people')} would be edited`, of: String },
    'users.replace': { what: (n) => `${count(n, 'person', 'people')} would be deleted and added again`, of: String },
    'departments.remove': { what: (n) => `${count(n, 'department')} would be dissolved`, of: String },
    'members.remove': { what: (n) => `${count(n, 'member')} of roles would lose them`, of: String },
    'managers.change': { what: (n) => `The heads of ${count(n, 'department')} would change`, of: String },
    'roles.remove': { what: (n) => `${count(n, 'role')} would be deleted`, of: String },
    'subtree.remove': { what: (n) => `${count(n, 'person', 'people')} would be removed`, of: String },
  },
  approval: {
    title: 'Let it through this once',
    offer: (file) =>
      `If it is right, and for this once: save this in the directory as ${file} and have it reviewed with the change`,
    partly: 'the other reasons cannot be approved like this and have to be dealt with',
    tooLong: (file) => `too long to be shown here: approval in rollbook plan --format json holds all of ${file}`,
    reason: 'checked one by one, agreed for this once',
    approved: (p) => `${p.what}: approved by ${p.file}, valid until ${p.expires}`,
    states: {
      applied: (p) => `${p.file} approves ${p.code}`,
      incomplete: (p) =>
        `${p.file} does not name everything that ${p.code} is about, so it has no effect; missing: ${p.names}`,
      unused: (p) =>
        `${p.code} in ${p.file} is not needed: nothing was stopped for that${p.names === '' ? '' : ` (${p.names})`}`,
      expired: (p) => `${p.file} expired on ${p.expires} and has no effect`,
      'too-far': (p) =>
        `${p.file} is dated ${p.expires}, more than 30 days ahead, and has no effect: write an earlier day`,
      'other-plan': (p) => `${p.file} approves another plan and has no effect here; one that was used can be deleted`,
    },
  },
}
