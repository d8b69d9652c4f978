import { JOURNAL_PATH } from '../../core/journal.ts'
import { recoveryZh } from './recovery-zh.ts'
/** What `rollbook doctor` says, in Chinese; a part of the catalogue. `fix` is what to do, in the console's own words. */
export const doctorZh = {
  title: 'Rollbook 体检',
  examining: '检查中',
  states: { ok: '正常', warning: '注意', problem: '有问题', unknown: '不确定', skipped: '跳过' },
  checks: {
    environment: '运行环境',
    files: '文件和锁',
    network: '网络',
    credential: '凭证',
    permissions: '权限',
    scope: '权限范围',
    clock: '时钟',
    quota: '接口用量',
    marks: '部门标记',
  },
  healthy: (next: string) => `没有发现问题。下一步：运行 ${next}，看看会有什么改动`,
  warned: (n: number) => `另有 ${n} 项需要留意`,
  permission: (p: { name: string; code: string }) => `「${p.name}」（${p.code}）`,
  ill: (p: { n: number; check: string; again: string }) =>
    `有 ${p.n} 项有问题。先处理「${p.check}」，再运行 ${p.again}`,

  findings: {
    environment: { what: (p: { node: string; hosts: string }) => `Node.js ${p.node}；环境变量都能用；连接 ${p.hosts}` },
    'node-old': {
      what: (p: { node: string; needed: string }) => `Node.js ${p.node} 太旧，至少要 ${p.needed}`,
      fix: (p: { needed: string }) => `安装 Node.js ${p.needed} 或更新的版本`,
    },
    'variable-missing': { what: (p: { name: string }) => `没有设置环境变量 ${p.name}` },
    'variable-unusable': { what: (p: { name: string }) => `环境变量 ${p.name} 写得不对` },
    'other-host': {
      what: (p: { name: string; host: string }) => `${p.name} 指向 ${p.host}，这不是钉钉的域名；凭证会发到那里`,
      fix: (p: { name: string }) => `连真正的钉钉时，去掉环境变量 ${p.name}`,
    },
    'high-rate': {
      what: (p: { rate: string; standard: string }) =>
        `ROLLBOOK_RATE 是 ${p.rate}，标准版每个接口每秒只放行 ${p.standard} 次，多出来的会被拒绝`,
      fix: (p: { standard: string }) => `没有购买更高的调用频率，就把 ROLLBOOK_RATE 设在 ${p.standard} 以下，或者不设`,
    },

    files: {
      what: (p: { departments: string; people: string; roles: string }) =>
        `文件没有问题：${p.departments} 个部门，${p.people} 人，${p.roles} 个角色`,
    },
    'files-wrong': {
      what: (p: { problems: string; files: string }) => `${p.files} 个文件中有 ${p.problems} 处问题`,
      fix: () => '运行 rollbook validate，逐处列出位置和改法',
    },
    lock: { what: (p: { entries: string }) => `锁文件完好，登记了 ${p.entries} 项` },
    'no-lock': { what: () => '还没有锁文件：第一次 rollbook apply 时会生成' },
    'lock-unreadable': {
      what: (p: { reason: string }) => `锁文件 rollbook.lock.json 有误（${p.reason}）`,
    },
    'lock-of-another-company': {
      what: (p: { lock: string; files: string }) => `锁文件属于企业 ${p.lock}，rollbook.yaml 里写的是 ${p.files}`,
      fix: () => '检查 rollbook.yaml 里的 corp，以及这个文件夹是不是这家企业的；不要手工修改锁文件',
    },
    'run-interrupted': {
      what: (p: { started: string; open: string }) => recoveryZh.waiting({ started: p.started, open: Number(p.open) }),
      fix: () => '运行 rollbook apply',
    },
    'journal-unreadable': {
      what: (p: { line: string }) => recoveryZh.journal({ path: JOURNAL_PATH, line: Number(p.line) }),
      fix: () => recoveryZh.journalNext(JOURNAL_PATH),
    },
    'not-writable': {
      what: (p: { path: string }) => `没有权限写入 ${p.path}，生效时无法记录`,
      fix: () => '检查文件夹的所有者和权限；同名的文件请移走',
    },

    reached: { what: (p: { hosts: string }) => `连得上 ${p.hosts}` },
    unreachable: { what: (p: { host: string; reason: string }) => `${p.host}：${p.reason}` },
    'address-refused': {
      what: (p: { address: string }) =>
        p.address === ''
          ? '钉钉拒绝了这里的出口 IP：它不在应用的「服务器出口 IP」名单里'
          : `钉钉拒绝了这里的出口 IP ${p.address}：它不在应用的「服务器出口 IP」名单里`,
      fix: (p: { address: string }) =>
        p.address === ''
          ? '在开放平台打开这个应用的「服务器出口 IP」，加入这台机器访问外网的 IP'
          : `在开放平台打开这个应用的「服务器出口 IP」，加入 ${p.address}`,
    },
    'address-blocked': {
      what: () => '调用太多，钉钉暂时封禁了这里的网络出口',
      fix: () => '等五分钟再运行；同一出口的其他程序也计算在内',
    },
    throttled: {
      what: (p: { operation: string }) => `钉钉说调用太快（${p.operation}）`,
      fix: () => '看看有没有别的程序在用同一个应用；反复出现时，把 ROLLBOOK_RATE 调低',
    },

    credential: { what: () => 'Client ID 和 Client Secret 有效' },
    'credential-wrong': {
      what: () => 'Client ID 或 Client Secret 不对，或者两个不是同一个应用的（钉钉不说明是哪一个）',
      fix: () =>
        '在开放平台打开这个应用的「凭证与基础信息」，重新复制 Client ID 和 Client Secret，填到 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET',
    },
    'app-disabled': {
      what: () => '应用已停用',
      fix: () => '请管理员在开放平台重新启用这个应用',
    },
    'company-unavailable': { what: (p: { reason: string }) => `企业不可用，${p.reason}` },
    company: { what: (p: { corp: string }) => `是企业 ${p.corp} 的应用` },
    'company-wrong': {
      what: (p: { corp: string }) => `这个应用不属于 rollbook.yaml 里写的企业 ${p.corp}`,
      fix: () => '检查 rollbook.yaml 里的 corp，以及 DINGTALK_CLIENT_ID 是不是这家企业的应用',
    },
    'company-unproven': {
      what: (p: { corp: string }) => `未能证实这个应用属于企业 ${p.corp}`,
      fix: () => '稍后再检查一次；在此之前，由锁文件防止写错企业',
    },
    'company-unnamed': {
      what: () => 'rollbook.yaml 没有写明是哪家企业，凭证用错了企业也看不出来',
      fix: () => '在 rollbook.yaml 里写 corp，值是开放平台首页显示的 CorpId',
    },

    permissions: { what: (p: { permissions: string }) => `已开通：${p.permissions}` },
    'permission-missing': {
      what: (p: { permission: string }) => `没有开通${p.permission}`,
      fix: (p: { permission: string }) => `在开放平台打开这个应用的「权限管理」，搜索${p.permission}，点「立即开通」`,
    },
    'permission-optional': {
      what: (p: { permission: string }) => `没有开通${p.permission}：更换手机号之前无法查这个号码有没有人用`,
      fix: (p: { permission: string }) =>
        `在开放平台打开这个应用的「权限管理」，搜索${p.permission}，点「立即开通」；不开通也能运行`,
    },
    'permission-unsure': { what: (p: { permissions: string }) => `没能查出有没有开通：${p.permissions}` },
    'write-untested': {
      what: (p: { permission: string }) => `写权限只有真正写入才试得出来，没有试：${p.permission}`,
      fix: (p: { permission: string }) =>
        `要生效，就在开放平台的「权限管理」里确认已开通${p.permission}，并且由全组织通讯录管理员授权（管理后台「工作台 → 应用管理 → 设置 → 应用权限」）；只做变更预览的应用不要开通它`,
    },
    'mobile-hidden': {
      what: () => '文件里写了手机号，可是应用读不到任何人的手机号：手机号不会比较，也不会改动',
      fix: () => '在开放平台打开这个应用的「权限管理」，开通「企业员工手机号信息」',
    },
    'profile-hidden': {
      what: () => '文件里写了邮箱、办公地点、备注或自定义字段，可是应用读不到任何人的这些资料',
      fix: () => '在开放平台打开这个应用的「权限管理」，开通「邮箱等个人信息」',
    },
    'profile-unsure': {
      what: () => '看不出应用能不能读邮箱、办公地点、备注和自定义字段：看到的人都没有填',
      fix: () => '在开放平台打开这个应用的「权限管理」，确认已开通「邮箱等个人信息」',
    },

    'scope-whole': { what: () => '全部员工' },
    'head-count': { what: (p: { people: string }) => `钉钉统计全企业共 ${p.people} 人` },
    'scope-partial': {
      what: (p: { departments: string; people: string }) =>
        `应用只能看到一部分：${p.departments}，以及另外指定的 ${p.people} 人。其他部门和人会像不存在一样，生效会被拦下`,
      fix: () => '在开放平台打开这个应用的「权限管理」，把「权限范围」改为「全部员工」',
    },
    'scope-people': {
      what: (p: { people: string }) => `应用看不到任何部门，只能看到指定的 ${p.people} 人，生效会被拦下`,
      fix: () => '在开放平台打开这个应用的「权限管理」，把「权限范围」改为「全部员工」',
    },
    'scope-empty': {
      what: () => '应用看不到任何部门和人',
      fix: () => '在开放平台打开这个应用的「权限管理」，把「权限范围」改为「全部员工」',
    },
    fields: { what: (p: { fields: string }) => `能读的员工字段（钉钉的叫法）：${p.fields}` },

    clock: { what: () => '和钉钉的时间一致（相差不到 1 分钟）' },
    'clock-off': {
      what: (p: { ahead: string; behind: string }) =>
        p.ahead === '' ? `这台机器的时间比钉钉慢 ${p.behind}` : `这台机器的时间比钉钉快 ${p.ahead}`,
      fix: () => '打开系统的自动对时（NTP），例如 timedatectl set-ntp true',
    },
    'clock-unknown': { what: () => '没有收到钉钉的回应，无从比较' },

    'quota-untold': {
      what: (p: { plan: string; perhaps: string; here: string }) =>
        `钉钉不提供查询剩余用量的接口。每次变更预览或生效，计量 ${p.plan} 次，另有 ${p.perhaps} 次文档没有写明；这次体检计量 ${p.here} 次`,
      fix: () =>
        '想知道用了多少，登录开发者后台，在「资源管理」里查看用量明细；标准版每月 5000 次，全企业的内部应用共用',
    },
    'quota-used-up': {
      what: (p: { used: string; limit: string }) =>
        p.used === ''
          ? '本月的接口用量已经用完：查权限范围的调用会失败，变更预览和生效也就做不了'
          : `本月的接口用量已经用完（${p.used} 次，额度 ${p.limit} 次）：查权限范围的调用会失败，变更预览和生效也就做不了`,
      fix: () => '登录开发者后台，在「资源管理」里查看是谁用的；等到下个月，或者购买接口用量',
    },

    marks: {
      what: (p: { looked: string; all: string; ours: string }) =>
        `归文件管理的 ${p.all} 个部门里查看了 ${p.looked} 个，${p.ours} 个带有 Rollbook 的标记`,
    },
    'marks-missing': {
      what: (p: { none: string; looked: string }) =>
        `查看的 ${p.looked} 个部门里有 ${p.none} 个没有标记：锁文件丢失后，只能按上级部门和名称重新认出`,
      fix: () => '保管好 rollbook.lock.json：每次生效后提交到 git',
    },
    'marks-foreign': {
      what: (p: { foreign: string; looked: string }) =>
        `查看的 ${p.looked} 个部门里有 ${p.foreign} 个带有别的系统的标记，Rollbook 不会改掉它`,
    },
    'marks-untold': {
      what: (p: { looked: string }) =>
        `查看的 ${p.looked} 个部门都没有标记，可能是钉钉不向这家企业返回它：锁文件丢失后，只能按上级部门和名称重新认出`,
      fix: () => '保管好 rollbook.lock.json：每次生效后提交到 git',
    },
    'marks-gone': {
      what: (p: { gone: string; looked: string }) => `锁文件里的 ${p.looked} 个部门中，有 ${p.gone} 个在钉钉里看不到了`,
      fix: () => '先看「权限范围」；范围没有问题的话，运行 rollbook plan，看它们是不是被撤销了',
    },
    'nothing-managed': { what: () => '锁文件里还没有部门，没有可查看的' },

    'call-failed': { what: (p: { operation: string; reason: string }) => `没有查成（${p.operation}）：${p.reason}` },
    first: { what: (p: { check: string }) => `先处理「${p.check}」，才能检查这一项` },
  },
}
