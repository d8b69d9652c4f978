import { JOURNAL_PATH } from '../../core/journal.ts'
import { count } from './count.ts'
import type { doctorZh } from './doctor-zh.ts'
import { recoveryEn } from './recovery-en.ts'

/** What `rollbook doctor` says, in English. What stands in DingTalk's console keeps its Chinese name. */
export const doctorEn: typeof doctorZh = {
  title: 'Rollbook doctor',
  examining: 'Examining',
  states: { ok: 'fine', warning: 'mind', problem: 'problem', unknown: 'unsure', skipped: 'skipped' },
  checks: {
    environment: 'environment',
    files: 'files and lock',
    network: 'network',
    credential: 'credential',
    permissions: 'permissions',
    scope: 'contact scope',
    clock: 'clock',
    quota: 'quota',
    marks: 'marks',
  },
  healthy: (next) => `No problem was found. Next: run ${next} to see what would change`,
  warned: (n) => `${n} to mind`,
  permission: (p) => `${p.name} (${p.code})`,
  ill: (p) =>
    `${p.n === 1 ? '1 check has' : `${p.n} checks have`} a problem. Mend “${p.check}” first, then run ${p.again}`,

  findings: {
    environment: { what: (p) => `Node.js ${p.node}; all variables are usable; DingTalk is at ${p.hosts}` },
    'node-old': {
      what: (p) => `Node.js ${p.node} is too old; ${p.needed} is the least`,
      fix: (p) => `install Node.js ${p.needed} or newer`,
    },
    'variable-missing': { what: (p) => `${p.name} is not set` },
    'variable-unusable': { what: (p) => `${p.name} is set to something unusable` },
    'other-host': {
      what: (p) => `${p.name} leads to ${p.host}, which is not DingTalk's; the credential is sent there`,
      fix: (p) => `for the real DingTalk leave ${p.name} unset`,
    },
    'high-rate': {
      what: (p) =>
        `ROLLBOOK_RATE is ${p.rate}; the standard edition lets ${p.standard} calls a second of each API through and refuses the others`,
      fix: (p) => `unless a higher rate was bought, set ROLLBOOK_RATE below ${p.standard} or leave it unset`,
    },

    files: {
      what: (p) =>
        `the files are fine: ${count(Number(p.departments), 'department')}, ${count(Number(p.people), 'person', 'people')}, ${count(Number(p.roles), 'role')}`,
    },
    'files-wrong': {
      what: (p) => `${count(Number(p.problems), 'problem')} in ${count(Number(p.files), 'file')}`,
      fix: () => 'run rollbook validate; it names each place and what to type instead',
    },
    lock: { what: (p) => `the lock is sound; it lists ${count(Number(p.entries), 'entry', 'entries')}` },
    'no-lock': { what: () => 'there is no lock yet: the first rollbook apply writes it' },
    'lock-unreadable': {
      what: (p) => `rollbook.lock.json cannot be used (${p.reason})`,
    },
    'lock-of-another-company': {
      what: (p) => `the lock belongs to the company ${p.lock}, and rollbook.yaml names ${p.files}`,
      fix: () =>
        'check corp in rollbook.yaml, and whether this is the folder of that company; do not edit the lock by hand',
    },
    'run-interrupted': {
      what: (p) => recoveryEn.waiting({ started: p.started, open: Number(p.open) }),
      fix: () => 'run rollbook apply',
    },
    'journal-unreadable': {
      what: (p) => recoveryEn.journal({ path: JOURNAL_PATH, line: Number(p.line) }),
      fix: () => recoveryEn.journalNext(JOURNAL_PATH),
    },
    'not-writable': {
      what: (p) => `${p.path} cannot be written to, so apply could record nothing`,
      fix: () => 'check owner and permissions of the folder; move away a file of that name',
    },

    reached: { what: (p) => `reached ${p.hosts}` },
    unreachable: { what: (p) => `${p.host}: ${p.reason}` },
    'address-refused': {
      what: (p) =>
        p.address === ''
          ? 'DingTalk refuses the address that this machine calls from: it is not on the app’s list 服务器出口 IP'
          : `DingTalk refuses the address ${p.address} that this machine calls from: it is not on the app’s list 服务器出口 IP`,
      fix: (p) =>
        p.address === ''
          ? 'in the developer console, open 服务器出口 IP of the app and add the address that this machine reaches the internet from'
          : `in the developer console, open 服务器出口 IP of the app and add ${p.address}`,
    },
    'address-blocked': {
      what: () => 'DingTalk blocks this network address for a while, after too many calls',
      fix: () => 'wait five minutes; others behind the same address count too',
    },
    throttled: {
      what: (p) => `DingTalk says that calls come too fast (${p.operation})`,
      fix: () => 'see whether another program uses the same app; if it keeps happening, lower ROLLBOOK_RATE',
    },

    credential: { what: () => 'Client ID and Client Secret are valid' },
    'credential-wrong': {
      what: () => 'Client ID or Client Secret is wrong, or they are of two apps (DingTalk does not say which)',
      fix: () =>
        'in the developer console, open 凭证与基础信息 of the app and copy Client ID and Client Secret again into DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET',
    },
    'app-disabled': {
      what: () => 'the app is disabled',
      fix: () => 'an administrator must enable the app again in the developer console',
    },
    'company-unavailable': { what: (p) => `the company is not available: ${p.reason}` },
    company: { what: (p) => `the app is of the company ${p.corp}` },
    'company-wrong': {
      what: (p) => `the app does not belong to ${p.corp}, the company that rollbook.yaml names`,
      fix: () => 'check corp in rollbook.yaml, and whether DINGTALK_CLIENT_ID is of an app of that company',
    },
    'company-unproven': {
      what: (p) => `it could not be proven that the app is of the company ${p.corp}`,
      fix: () => 'check again in a while; until then the lock keeps from writing to another company',
    },
    'company-unnamed': {
      what: () => 'rollbook.yaml names no company, so a credential of the wrong one would not be noticed',
      fix: () => 'write corp into rollbook.yaml; its value is the CorpId on the first page of the developer console',
    },

    permissions: { what: (p) => `granted: ${p.permissions}` },
    'permission-missing': {
      what: (p) => `not granted: ${p.permission}`,
      fix: (p) => `in the developer console, open 权限管理 of the app, search for ${p.permission} and click 立即开通`,
    },
    'permission-optional': {
      what: (p) => `not granted: ${p.permission}; before a mobile is replaced nobody can see whether it is taken`,
      fix: (p) =>
        `in the developer console, open 权限管理 of the app, search for ${p.permission} and click 立即开通; Rollbook goes on without it`,
    },
    'permission-unsure': { what: (p) => `it could not be found out whether these are granted: ${p.permissions}` },
    'write-untested': {
      what: (p) => `writing can be tried only by writing, so it was not: ${p.permission}`,
      fix: (p) =>
        `for apply, see in 权限管理 of the developer console that ${p.permission} is enabled, and that an administrator of the contacts of the whole organisation granted it (admin console, 工作台 → 应用管理 → 设置 → 应用权限); an app for plans alone should not have it`,
    },
    'mobile-hidden': {
      what: () => 'the files state mobiles, and the app can read nobody’s: mobiles are neither compared nor changed',
      fix: () => 'in the developer console, open 权限管理 of the app and enable 企业员工手机号信息',
    },
    'profile-hidden': {
      what: () => 'the files state e-mail, work place, remark or custom fields, and the app can read nobody’s',
      fix: () => 'in the developer console, open 权限管理 of the app and enable 邮箱等个人信息',
    },
    'profile-unsure': {
      what: () =>
        'it cannot be seen whether the app may read e-mail, work place, remark and custom fields: nobody who was looked at has any',
      fix: () => 'in the developer console, see in 权限管理 of the app that 邮箱等个人信息 is enabled',
    },

    'scope-whole': { what: () => 'the whole company' },
    'head-count': {
      what: (p) => `DingTalk counts ${count(Number(p.people), 'person', 'people')} in the whole company`,
    },
    'scope-partial': {
      what: (p) =>
        `the app sees only a part: ${p.departments}, and ${count(Number(p.people), 'person', 'people')} named one by one. Others look as if they did not exist, and apply is refused`,
      fix: () => 'in the developer console, open 权限管理 of the app and set 权限范围 to 全部员工',
    },
    'scope-people': {
      what: (p) =>
        `the app sees no department, only ${count(Number(p.people), 'person', 'people')} named one by one; apply is refused`,
      fix: () => 'in the developer console, open 权限管理 of the app and set 权限范围 to 全部员工',
    },
    'scope-empty': {
      what: () => 'the app sees no department and nobody',
      fix: () => 'in the developer console, open 权限管理 of the app and set 权限范围 to 全部员工',
    },
    fields: { what: (p) => `fields of people that the app may read, by DingTalk's names: ${p.fields}` },

    clock: { what: () => 'it agrees with DingTalk’s (within a minute)' },
    'clock-off': {
      what: (p) =>
        p.ahead === '' ? `this machine is ${p.behind} behind DingTalk` : `this machine is ${p.ahead} ahead of DingTalk`,
      fix: () => 'let the system set its clock (NTP), with timedatectl set-ntp true for instance',
    },
    'clock-unknown': { what: () => 'DingTalk did not answer, so there is nothing to compare with' },

    'quota-untold': {
      what: (p) =>
        `DingTalk has no call that tells what is left. Metered calls of one plan or apply: ${p.plan}, and perhaps ${p.perhaps} more; of this examination: ${p.here}`,
      fix: () =>
        'to see what was used, open 资源管理 in the developer console; the standard edition has 5000 a month for all internal apps of the company together',
    },
    'quota-used-up': {
      what: (p) =>
        p.used === ''
          ? 'the quota of the month is used up: asking for the contact scope fails, and so do plan and apply'
          : `the quota of the month is used up (${p.used} of ${p.limit} calls): asking for the contact scope fails, and so do plan and apply`,
      fix: () => 'see in 资源管理 of the developer console who used it; wait until next month, or buy more',
    },

    marks: {
      what: (p) =>
        `of ${count(Number(p.all), 'managed department')} ${p.looked} were looked at, and ${p.ours} carry Rollbook’s mark`,
    },
    'marks-missing': {
      what: (p) =>
        `${p.none} of ${p.looked} carry no mark; once the lock is lost they are recognised by parent and name alone`,
      fix: () => 'keep rollbook.lock.json: commit it after every apply',
    },
    'marks-foreign': {
      what: (p) => `${p.foreign} of ${p.looked} carry the mark of another system; Rollbook leaves it there`,
    },
    'marks-untold': {
      what: (p) =>
        `none of the ${p.looked} departments shows a mark, perhaps because DingTalk does not return it to this company; once the lock is lost they are recognised by parent and name alone`,
      fix: () => 'keep rollbook.lock.json: commit it after every apply',
    },
    'marks-gone': {
      what: (p) => `${p.gone} of ${p.looked} departments of the lock cannot be seen in DingTalk any more`,
      fix: () =>
        'look at the contact scope first; if it is whole, run rollbook plan to see whether they were dissolved',
    },
    'nothing-managed': { what: () => 'the lock lists no department yet, so there is nothing to look at' },

    'call-failed': { what: (p) => `could not be checked (${p.operation}): ${p.reason}` },
    first: { what: (p) => `mend “${p.check}” first, then this can be checked` },
  },
}
