import { count } from './count.ts'
import { doctorEn } from './doctor-en.ts'
import { driftEn } from './drift-en.ts'
import { actionsEn, errorsEn } from './errors-en.ts'
import { lockEn, wrongCompanyEn } from './lock-en.ts'
import { chartEn, pageEn, resultEn } from './page-en.ts'
import { reasonsEn } from './reasons-en.ts'
import { recoveryEn } from './recovery-en.ts'
import { stoppedEn } from './stopped-en.ts'
import type { Words } from './zh.ts'

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** What people read, in English: the equal of the Chinese catalogue, key by key. */
export const en: Words = {
  list: listed,
  clauses: (parts) => parts.join(', '),
  semicolon: '; ',
  first: (items, rest) => (rest > 0 ? `${items.join(', ')} and ${rest} more` : listed(items)),
  some: (items, rest) => (rest > 0 ? `${items.join(', ')} and ${rest} more` : listed(items)),
  among: (items, rest) => `${items.join(', ')} and ${rest} more`,
  aside: (text) => `(${text})`,

  title: 'Plan',
  nothing: 'Nothing will change in DingTalk',
  nothingButSealed: 'Nothing will change in DingTalk but for the sealed values below, which are still to be compared',
  refusedPlan: 'This change was stopped: nothing was changed in DingTalk',
  page: pageEn,
  drift: driftEn,
  chart: chartEn,
  result: resultEn,

  counts: {
    joiners: (n) => `${n} joining`,
    movers: (n) => `${n} moving`,
    leavers: (n) => `${n} leaving`,
    replaced: (n) => `${n} added again`,
    edited: (n) => `${count(n, 'person', 'people')} edited`,
    newDepartments: (n) => count(n, 'new department'),
    changedDepartments: (n) => `${count(n, 'department')} changed`,
    dissolved: (n) => `${count(n, 'department')} dissolved`,
    newRoles: (n) => count(n, 'new role'),
    changedRoles: (n) => `${count(n, 'role')} changed`,
    deletedRoles: (n) => `${count(n, 'role')} deleted`,
  },

  sections: {
    refused: 'Stopped',
    approved: 'Approved',
    gaps: 'Not read in full',
    dissolved: 'Departments dissolved',
    leavers: 'Leaving',
    deletedRoles: 'Roles deleted',
    replaced: 'Deleted and added again',
    identity: 'What they sign in with changes',
    invited: 'Invited, not there yet',
    mind: 'Mind',
    sealed: 'Opened and compared when applied',
    movers: 'Moving',
    changedDepartments: 'Departments renamed and moved',
    newDepartments: 'New departments',
    newRoles: 'Roles',
    joiners: 'Joining',
    editedPeople: 'People edited',
    editedDepartments: 'Department settings',
    other: 'Other',
    adopted: 'Now managed (no change in DingTalk)',
    kept: 'There before, and kept',
    unmanaged: 'Not managed by the files',
    left: 'To be deleted by hand',
  },

  notes: {
    dissolved: 'This cannot be undone: a department that is put back is a new one.',
    leavers:
      'They are also removed from the attendance group and the Smart HR roster. This cannot be undone: whoever is put back joins anew, and may have to agree. Where the account is kept, none of this applies.',
    deletedRoles: 'This cannot be undone: a role that is put back is a new one.',
    replacedPeople:
      'DingTalk cannot change these, only delete and add again. The attendance group, face enrolment and Smart HR roster entry are lost; the person may have to agree to join again.',
    replacedOther: 'DingTalk cannot change these, only delete and add again.',
    sealed:
      'A plan opens no sealed value. An apply compares these with DingTalk: an equal one is only recorded, another one is written. Where a mobile differs, the person is deleted and added again if the file says replace: mobile; otherwise the whole apply is refused.',
    invited:
      'They join once they accept in DingTalk. Until then nobody is invited again, and what mentions them is left out. DingTalk does not tell the company whether an invitation was declined or has expired; to invite somebody again, take them out of the files, run rollbook apply, and put them back.',
    kept: 'In DingTalk since before the files stated these lists, and not in the files. Kept; to remove something, take it out in DingTalk, or write it into the files once and then take it out there.',
    unmanaged: 'In DingTalk and not in the files. Listed only, not touched.',
    left: 'DingTalk has no call that deletes a role group: delete it in the admin console.',
  },

  names: {
    company: 'the company',
    somewhere: 'another department',
    unknownPerson: (userid) => `the person with userid ${userid}`,
    unknownDepartment: 'a department that the files do not manage',
    withJobNumber: (name, jobNumber) => `${name} (job number ${jobNumber})`,
    withUserid: (name, userid) => `${name} (userid ${userid})`,
    ofKind: {
      department: (name) => `department “${name}”`,
      'department-settings': (name) => `settings of department “${name}”`,
      user: (name) => name,
      'role-group': (name) => `role group “${name}”`,
      role: (name) => `role “${name}”`,
    },
  },

  field: {
    is: (label, value) => `${label} ${value}`,
    entryIs: (label, value) => `${label}: ${value}`,
    set: (label, value) => `${label} set to ${value}`,
    changed: (label, from, to) => `${label} from ${from} to ${to}`,
    cleared: (label, from) => `${label} cleared (was ${from})`,
    changedUnseen: (label, value) => `${label} changed (${value})`,
    secret: (label) => `${label} reset`,
    sealed: '(sealed)',
    sealedChanged: (label) => `${label}: the sealed value was changed, and is compared when applied`,
    sealedDiffers: (label) => `${label} in DingTalk differs from the sealed value, which is written back`,
    waiting: (label, counted) => `${label}: ${counted}`,
    on: (label) => `turns on “${label}”`,
    off: (label) => `turns off “${label}”`,
    added: (label, members) => `adds ${members} to ${label}`,
    removed: (label, members) => `removes ${members} from ${label}`,
    inDepartment: (department, label) => `${label} in ${department}`,
    entry: (label, name) => `${label} “${name}”`,
  },

  person: {
    joins: (p) => `${p.name} joins ${p.department}`,
    leaves: (p) => `${p.name} leaves ${p.department}`,
    leavesCompany: (name) => `${name} leaves`,
    departs: (p) => `${p.name} leaves ${p.from}; the account is kept and moved to “${p.to}”`,
    reappears: (userid) =>
      ` (the files also add ${userid}, who seems to be the same person: a userid cannot be changed, so DingTalk deletes the account and makes a new one)`,
    moves: (p) => `${p.name} moves from ${p.from} to ${p.to}`,
    movesTo: (p) => `${p.name} moves to ${p.to}`,
    of: (p) => `${p.name} (${p.department})`,
    edited: (p) => `${p.name}: ${p.changes}`,
    replaced: (p) => `${p.name} leaves and joins again: ${p.changes}`,
    alsoIn: (departments) => `also in ${departments}`,
    stopsAlsoIn: (departments) => `no longer also in ${departments}`,
  },

  department: {
    created: (name) => `New department ${name}`,
    renamed: (p) => `${p.from} is renamed to ${p.to}`,
    moved: (p) => `${p.name} moves from ${p.from} to ${p.to}`,
    movedTo: (p) => `${p.name} moves to ${p.to}`,
    edited: (p) => `${p.name}: ${p.changes}`,
    dissolved: (name) => `${name} is dissolved`,
    dissolvedWithChat: (name) => `${name} is dissolved, and its department chat with it`,
    dissolvedPerhapsChat: (name) => `${name} is dissolved, and its department chat if it has one`,
    heads: (p) => `Becoming department head of “${p.department}”: ${p.people}`,
    headsNoMore: (p) => `No longer department head of “${p.department}”: ${p.people}`,
    hidden: (name) => `“${name}” becomes a hidden department: other departments cannot see it`,
    shown: (name) => `“${name}” is no longer hidden: the whole company can see it`,
    restricted: (name) => `Members of “${name}” see only part of the directory`,
    unrestricted: (name) => `Members of “${name}” see the whole directory`,
    permits: (p) => `“${p.department}”: ${p.changes}`,
    marked: (n) =>
      `${count(n, 'department')} only ${n === 1 ? 'gets' : 'get'} a new Rollbook mark, which employees cannot see`,
  },

  role: {
    createdGroup: (name) => `New role group “${name}”`,
    created: (name) => `New role “${name}”`,
    renamed: (p) => `Role ${p.from} is renamed to ${p.to}`,
    regrouped: (p) => `Role “${p.name}” goes from role group “${p.from}” to “${p.to}”`,
    deleted: (name) => `Role “${name}” is deleted`,
    deletedWith: (p) => `Role “${p.name}” is deleted; losing it: ${p.members}`,
    gained: (p) => `Getting role “${p.role}”: ${p.members}`,
    lost: (p) => `Losing role “${p.role}”: ${p.members}`,
    withScope: (p) => `${p.name} (scope ${p.scope})`,
    scopeChanged: (p) => `Scope of ${p.name} in role “${p.role}” from ${p.from} to ${p.to}`,
    wholeCompany: 'the whole company',
    noScope: 'not set',
  },

  other: {
    created: (name) => `New ${name}`,
    changed: (p) => `${p.name}: ${p.changes}`,
    deleted: (name) => `${name} is deleted`,
    parked: (name) => `(step) ${name} takes a temporary name to make room, and its real one later`,
    inferred: (name) => ` (taken for the former “${name}” by its people and sub-departments)`,
  },

  counted: {
    department: (n) => count(n, 'department'),
    user: (n) => count(n, 'person', 'people'),
    'role-group': (n) => count(n, 'role group'),
    role: (n) => count(n, 'role'),
    other: (p) => `${p.n} of kind ${p.kind}`,
  },

  invited: {
    invited: (p) => `${p.name}: invited on ${p.since}, and not there yet`,
    elsewhere: (p) => `${p.name} has joined, but DingTalk gave them the userid ${p.id}`,
    elsewhereNext: (id) => `write the userid ${id} into the person’s file`,
    readdressed: (p) => `${p.name}: another number was invited on ${p.since}; now the new one is`,
    readdressedNext:
      'the invitation to the former number may still be open; if it went to the wrong person, an administrator must see to it in the admin console',
    withdrawn: (p) => `${p.name}: invited on ${p.since}, and no longer in the files`,
    withdrawnNext:
      'the invitation may still be open: whoever accepts joins, and the files do not manage them. If that must not be, an administrator must see to it in the admin console',
    without: (names) => `Without them for now: ${names}`,
  },

  unmanaged: {
    withNames: (p) => `${p.counted}: ${p.names}`,
    kept: (p) => `${p.field} of ${p.name}: ${p.members}`,
  },

  proof: {
    touched: (p) =>
      `Read for this change: ${count(p.departments, 'department')} and ${count(p.people, 'person', 'people')}`,
    unjudged:
      'Only DingTalk can tell, so nothing here says: whether this is the right company and the lock is true, whether the app sees everything, whether its own access or an administrator would go, and whether a department to be dissolved holds what is not ours',
    agrees: (p) =>
      `Read ${count(p.departments, 'department')} and ${count(p.people, 'person', 'people')}: DingTalk counts as many people`,
    differs: (p) =>
      `Read ${count(p.departments, 'department')} and ${count(p.people, 'person', 'people')}, but DingTalk counts ${p.headCount}`,
    uncounted: (p) =>
      `Read ${count(p.departments, 'department')} and ${count(p.people, 'person', 'people')}; DingTalk gave no head count`,
    counted: (p) =>
      `The tree has ${count(p.levels, 'level')}, each listed to its end; people and role members came in ${count(p.pages, 'page')}, none missing`,
    company: 'The app may see the whole company',
    part: 'The app may see a part of the company only',
    gone: (names) => `In no list, and gone by DingTalk’s own word when asked one by one: ${names}`,
    more: (n) => `${n} more`,
    gaps: {
      scope: 'The app may not see the whole company',
      department: 'A department could not be read',
      people: 'People could not be read',
      'head-count': 'The head count disagrees',
      roles: 'Roles could not be read',
      vanished: 'What the lock lists was not shown this time, and DingTalk does not say that it is gone',
      'changed-while-reading': 'The directory changed while it was read',
    },
  },

  footer: {
    cost: (p) =>
      `Writing this takes about ${count(p.calls, 'call')} to DingTalk, ${p.time} (an estimate; the reading before it comes on top)`,
    next: (command) => `If this is right, run ${command}`,
    online: (command) => `Look again with DingTalk connected: ${command}`,
    explain: (command) => `To read more about it, run ${command}`,
  },

  time: {
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
  },

  markdown: {
    details: 'Technical details',
    tooLong: 'Too long to be shown here: see the full plan',
    cut: (n) => `${n} more not listed here: see the full plan`,
    columns: ['Step', 'Action', 'Kind', 'Key', 'Place'],
    company: 'Company',
  },

  ...stoppedEn,
  about: (names) => `Affected: ${names}`,
  advice: (text) => `What to do: ${text}`,

  outcome: {
    applied: 'done',
    failed: 'failed',
    skipped: 'skipped',
    recovered: 'found',
    pending: 'invited',
    done: (n) => `Applied: ${count(n, 'change')}, all of them`,
    partly: (p) => `Applied ${p.applied} of ${count(p.total, 'change')}`,
    failures: (n) => `${n} failed`,
    invited: (n) => `${n} to be accepted by the person`,
    skips: (n) => `${n} skipped`,
    unstarted: (n) => `${n} not started`,
    partial: 'partly done',
    partials: (n) => `${n} of them in part`,
    without: (names) => `still without ${names}: not in DingTalk yet`,
    because: (name) => `because this did not succeed: ${name}`,
    waits: (names) => `Waiting for it: ${names}`,
    ids: (ids) => `its id in DingTalk is ${ids}`,
    ended: 'This is not about this change alone: others would fail alike, so nothing after it was tried',
    again: (command) => `What was done is recorded. Run ${command} again: it goes on with the rest`,
    againAfter: (command) =>
      `What was done is recorded. Deal with the reasons above and run ${command} again: it goes on with the rest`,
    nothing: 'There was nothing to apply',
  },

  problems: {
    count: (p) => `${count(p.problems, 'problem')} in ${count(p.files, 'file')}`,
    none: 'The files are valid',
    explain: (command) => `What a problem means and how to mend it: run ${command}`,
  },

  doctor: doctorEn,
  wrongCompany: wrongCompanyEn,
  lock: lockEn,
  errors: errorsEn,
  actions: actionsEn,
  recovery: recoveryEn,
  reasons: reasonsEn,

  explain: {
    problem: 'problem in the files',
    refusal: 'reason to stop',
    exit: 'exit code',
    vendor: 'DingTalk error code',
    answer: 'no usable answer from DingTalk',
    operations: (names) => `Calls that answer it: ${names}`,
    everywhere: (host) => `Any call to ${host} may answer it`,
    does: (what) => `Rollbook ${what}`,
    you: (what) => `What you can do: ${what}`,
    unknown: (code) => `There is no code “${code}”`,
    nearest: (codes) => `Close to it: ${codes}`,
    kinds:
      'Problems in the files, reasons to stop, exit codes and DingTalk error codes can be explained, such as rollbook explain unknown-department and rollbook explain 60011',
  },

  progress: {
    count: (p) => `${p.done}/${p.total}`,
    remaining: (time) => `about ${time} left`,
  },
}
