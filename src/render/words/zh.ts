import { doctorZh } from './doctor-zh.ts'
import { driftZh } from './drift-zh.ts'
import { actionsZh, errorsZh } from './errors-zh.ts'
import { lockZh, wrongCompanyZh } from './lock-zh.ts'
import { chartZh, pageZh, resultZh } from './page-zh.ts'
import { reasonsZh } from './reasons-zh.ts'
import { recoveryZh } from './recovery-zh.ts'
import { stoppedZh } from './stopped-zh.ts'

/**
 * What people read, in Chinese: the first of the two catalogues, and the type of the other. Each entry is a whole
 * sentence or a whole phrase, because word order is a part of a language; only names and numbers are filled in.
 */
export const zh = {
  list: (items: readonly string[]) => items.join('、'),
  clauses: (parts: readonly string[]) => parts.join('，'),
  semicolon: '；',
  first: (items: readonly string[], rest: number) =>
    `${items.join('、')}${rest > 0 ? ` 等 ${items.length + rest} 个` : ''}`,
  some: (items: readonly string[], rest: number) => `${items.join('、')}${rest > 0 ? ' 等' : ''}`,
  among: (items: readonly string[], _rest: number, counted: string) => `${items.join('、')} 等 ${counted}`,
  aside: (text: string) => `（${text}）`,

  title: '变更预览',
  nothing: '钉钉里不会有任何变化',
  nothingButSealed: '除了下面要解密后比较的内容，钉钉里不会有任何变化',
  refusedPlan: '这次改动被拦下，钉钉里什么都没有改',
  page: pageZh,
  drift: driftZh,
  chart: chartZh,
  result: resultZh,

  counts: {
    joiners: (n: number) => `入职 ${n} 人`,
    movers: (n: number) => `调动 ${n} 人`,
    leavers: (n: number) => `离职 ${n} 人`,
    replaced: (n: number) => `重新添加 ${n} 人`,
    edited: (n: number) => `修改资料 ${n} 人`,
    newDepartments: (n: number) => `新设 ${n} 个部门`,
    changedDepartments: (n: number) => `调整 ${n} 个部门`,
    dissolved: (n: number) => `撤销 ${n} 个部门`,
    newRoles: (n: number) => `新建 ${n} 个角色`,
    changedRoles: (n: number) => `调整 ${n} 个角色`,
    deletedRoles: (n: number) => `删除 ${n} 个角色`,
  },

  sections: {
    refused: '被拦下',
    approved: '批准',
    gaps: '没有读全',
    dissolved: '撤销部门',
    leavers: '离职',
    deletedRoles: '删除角色',
    replaced: '删除后重新添加',
    identity: '登录身份改变',
    invited: '等本人同意',
    mind: '需要留意',
    sealed: '生效时解密比较',
    movers: '调动',
    changedDepartments: '部门更名与调整归属',
    newDepartments: '新设部门',
    newRoles: '角色',
    joiners: '入职',
    editedPeople: '修改资料',
    editedDepartments: '部门设置',
    other: '其他',
    adopted: '纳入管理（钉钉里不变）',
    kept: '原有的，保留',
    unmanaged: '不归文件管理',
    left: '需要手动删除',
  },

  notes: {
    dissolved: '撤销后不能恢复：再写回来，是新设一个部门。',
    leavers:
      '会从通讯录、考勤组和智能人事花名册中一并移除，不能撤回：再写回来是重新加入，可能要本人同意。注明账号保留的除外。',
    deletedRoles: '删除后不能恢复：再写回来，是新建一个角色。',
    replacedPeople:
      '钉钉不能修改这些内容，只能先删除再重新添加。会失去考勤组、人脸录入和智能人事花名册里的资料；重新加入可能要本人同意。',
    replacedOther: '钉钉不能修改这些内容，只能先删除再重新添加。',
    sealed:
      '这些加密的内容在预览时不解密。生效时与钉钉比较：相同就只登记，不同就写入。手机号不同的，只有文件里写了 replace: mobile 才会删除后重新添加，否则整次生效会被拦下。',
    invited:
      '本人在钉钉里同意以后才会加入。在此之前不再邀请，提到他们的地方先不写。钉钉不会告诉企业邀请是不是被拒绝或过期；要再邀请一次，从文件里去掉这个人，运行 rollbook apply，再写回来。',
    kept: '文件接管之前钉钉里就有、文件里没有写。一直保留；要移除，请在钉钉里移除，或者先写进文件，再从文件里删掉。',
    unmanaged: '钉钉里有、文件里没有。只列出来，不会动。',
    left: '钉钉没有开放删除角色组的接口，请到管理后台删除。',
  },

  names: {
    company: '公司',
    somewhere: '原部门',
    unknownPerson: (userid: string) => `userid 为 ${userid} 的员工`,
    unknownDepartment: '一个不归文件管理的部门',
    withJobNumber: (name: string, jobNumber: string) => `${name}（工号 ${jobNumber}）`,
    withUserid: (name: string, userid: string) => `${name}（userid ${userid}）`,
    ofKind: {
      department: (name: string) => `部门「${name}」`,
      'department-settings': (name: string) => `部门「${name}」的设置`,
      user: (name: string) => name,
      'role-group': (name: string) => `角色组「${name}」`,
      role: (name: string) => `角色「${name}」`,
    },
  },

  field: {
    is: (label: string, value: string) => `${label} ${value}`,
    entryIs: (label: string, value: string) => `${label}：${value}`,
    set: (label: string, value: string) => `${label} 设为 ${value}`,
    changed: (label: string, from: string, to: string) => `${label} 从 ${from} 改为 ${to}`,
    cleared: (label: string, from: string) => `清空 ${label}（原为 ${from}）`,
    changedUnseen: (label: string, value: string) => `更换 ${label}（${value}）`,
    secret: (label: string) => `重设 ${label}`,
    sealed: '（已加密）',
    sealedChanged: (label: string) => `${label} 的密文有改动，生效时解密比较`,
    sealedDiffers: (label: string) => `钉钉里的 ${label} 与加密的值不同，改回加密的值`,
    waiting: (label: string, counted: string) => `${label}：${counted}`,
    on: (label: string) => `打开「${label}」`,
    off: (label: string) => `关闭「${label}」`,
    added: (label: string, members: string) => `${label} 增加 ${members}`,
    removed: (label: string, members: string) => `${label} 移除 ${members}`,
    inDepartment: (department: string, label: string) => `在 ${department} 的${label}`,
    entry: (label: string, name: string) => `${label}「${name}」`,
  },

  person: {
    joins: (p: { name: string; department: string }) => `${p.name} 加入 ${p.department}`,
    leaves: (p: { name: string; department: string }) => `${p.name} 从 ${p.department} 离职`,
    leavesCompany: (name: string) => `${name} 离职`,
    departs: (p: { name: string; from: string; to: string }) =>
      `${p.name} 从 ${p.from} 离职，账号保留，移到「${p.to}」`,
    reappears: (userid: string) =>
      `（文件里又有一个像是同一人的 ${userid}：userid 不能改，钉钉会删除原来的账号、另建一个）`,
    moves: (p: { name: string; from: string; to: string }) => `${p.name} 从 ${p.from} 调到 ${p.to}`,
    movesTo: (p: { name: string; to: string }) => `${p.name} 调到 ${p.to}`,
    of: (p: { name: string; department: string }) => `${p.department} 的 ${p.name}`,
    edited: (p: { name: string; changes: string }) => `${p.name}：${p.changes}`,
    replaced: (p: { name: string; changes: string }) => `${p.name} 先移除、再重新加入：${p.changes}`,
    alsoIn: (departments: string) => `兼任 ${departments}`,
    stopsAlsoIn: (departments: string) => `不再兼任 ${departments}`,
  },

  department: {
    created: (name: string) => `新设 ${name}`,
    renamed: (p: { from: string; to: string }) => `更名 ${p.from} → ${p.to}`,
    moved: (p: { name: string; from: string; to: string }) => `${p.name} 从 ${p.from} 移到 ${p.to}`,
    movedTo: (p: { name: string; to: string }) => `${p.name} 移到 ${p.to}`,
    edited: (p: { name: string; changes: string }) => `${p.name}：${p.changes}`,
    dissolved: (name: string) => `撤销 ${name}`,
    dissolvedWithChat: (name: string) => `撤销 ${name}，部门群一并解散`,
    dissolvedPerhapsChat: (name: string) => `撤销 ${name}；如果有部门群，一并解散`,
    heads: (p: { people: string; department: string }) => `${p.people} 成为「${p.department}」的部门主管`,
    headsNoMore: (p: { people: string; department: string }) => `${p.people} 不再是「${p.department}」的部门主管`,
    hidden: (name: string) => `「${name}」成为隐藏部门，别的部门看不到它`,
    shown: (name: string) => `「${name}」不再隐藏，全公司都能看到`,
    restricted: (name: string) => `「${name}」的成员只能看到部分通讯录`,
    unrestricted: (name: string) => `「${name}」的成员能看到全部通讯录`,
    permits: (p: { department: string; changes: string }) => `「${p.department}」：${p.changes}`,
    marked: (n: number) => `另有 ${n} 个部门只更新 Rollbook 的识别标记，员工看不到`,
  },

  role: {
    createdGroup: (name: string) => `新建角色组「${name}」`,
    created: (name: string) => `新建角色「${name}」`,
    renamed: (p: { from: string; to: string }) => `角色更名 ${p.from} → ${p.to}`,
    regrouped: (p: { name: string; from: string; to: string }) =>
      `角色「${p.name}」从角色组「${p.from}」换到「${p.to}」`,
    deleted: (name: string) => `删除角色「${name}」`,
    deletedWith: (p: { name: string; members: string }) => `删除角色「${p.name}」，${p.members} 随之失去它`,
    gained: (p: { role: string; members: string }) => `${p.members} 获得角色「${p.role}」`,
    lost: (p: { role: string; members: string }) => `${p.members} 失去角色「${p.role}」`,
    withScope: (p: { name: string; scope: string }) => `${p.name}（管理范围 ${p.scope}）`,
    scopeChanged: (p: { role: string; name: string; from: string; to: string }) =>
      `${p.name} 在角色「${p.role}」的管理范围 从 ${p.from} 改为 ${p.to}`,
    wholeCompany: '全公司',
    noScope: '未设置',
  },

  other: {
    created: (name: string) => `新建 ${name}`,
    changed: (p: { name: string; changes: string }) => `${p.name}：${p.changes}`,
    deleted: (name: string) => `删除 ${name}`,
    parked: (name: string) => `（步骤）${name}先用临时名称，把名字让出来，随后改成正式名称`,
    inferred: (name: string) => `（按人员和子部门推断，就是原来的「${name}」）`,
  },

  counted: {
    department: (n: number) => `${n} 个部门`,
    user: (n: number) => `${n} 名员工`,
    'role-group': (n: number) => `${n} 个角色组`,
    role: (n: number) => `${n} 个角色`,
    other: (p: { kind: string; n: number }) => `${p.n} 个 ${p.kind}`,
  },

  invited: {
    invited: (p: { name: string; since: string }) => `${p.name}：${p.since} 已邀请，还没有加入`,
    elsewhere: (p: { name: string; id: string }) => `${p.name} 已经加入，但钉钉给的 userid 是 ${p.id}`,
    elsewhereNext: (id: string) => `把文件里这个人的 userid 改成 ${id}`,
    readdressed: (p: { name: string; since: string }) =>
      `${p.name}：${p.since} 邀请的是另一个号码，这次按新的号码重新邀请`,
    readdressedNext: '发给原来号码的邀请可能仍然有效；如果发错了人，请管理员到管理后台处理',
    withdrawn: (p: { name: string; since: string }) => `${p.name}：${p.since} 已邀请，现在文件里没有这个人了`,
    withdrawnNext: '邀请可能仍然有效：本人同意的话就会加入，不归文件管理。不想这样，请管理员到管理后台处理',
    without: (names: string) => `先不写这个人：${names}`,
  },

  unmanaged: {
    withNames: (p: { counted: string; names: string }) => `${p.counted}：${p.names}`,
    kept: (p: { name: string; field: string; members: string }) => `${p.name}的${p.field}：${p.members}`,
  },

  proof: {
    touched: (p: { departments: number; people: number }) => `为这次改动读取了 ${p.departments} 个部门、${p.people} 人`,
    unjudged:
      '下面这些要连上钉钉才知道，这里都没有判断：是不是这家公司，锁文件对不对，读取是否完整，会不会动到应用自己的权限范围或管理员，要解散的部门里还有没有不归这里管的人和部门',
    agrees: (p: { departments: number; people: number }) =>
      `读到 ${p.departments} 个部门、${p.people} 人，与钉钉总人数一致`,
    differs: (p: { departments: number; people: number; headCount: number }) =>
      `读到 ${p.departments} 个部门、${p.people} 人，而钉钉总人数是 ${p.headCount}，不一致`,
    uncounted: (p: { departments: number; people: number }) =>
      `读到 ${p.departments} 个部门、${p.people} 人，没有取得钉钉总人数`,
    counted: (p: { levels: number; pages: number }) =>
      `部门共 ${p.levels} 级，每一级都列到底；员工和角色名单共 ${p.pages} 页，页页都在`,
    company: '应用的权限范围：全公司',
    part: '应用的权限范围：只是公司的一部分',
    gone: (names: string) => `名单里没有、逐个问过钉钉、确实已不存在的：${names}`,
    more: (n: number) => `还有 ${n} 处`,
    gaps: {
      scope: '应用的通讯录权限范围不是全公司',
      department: '有部门没有读到',
      people: '有员工没有读到',
      'head-count': '人数对不上',
      roles: '有角色没有读到',
      vanished: '锁文件里登记的，这次没有列出来，而钉钉并没有说它已经不存在',
      'changed-while-reading': '读取期间通讯录有改动',
    },
  },

  footer: {
    cost: (p: { calls: number; time: string }) =>
      `写入钉钉预计要调用接口 ${p.calls} 次，约 ${p.time}（估算；生效前的读取另计）`,
    next: (command: string) => `确认无误后，运行 ${command}`,
    online: (command: string) => `连上钉钉再看一次：${command}`,
    explain: (command: string) => `想了解更多，运行 ${command}`,
  },

  time: {
    seconds: (n: number) => `${n} 秒`,
    minutes: (n: number) => `${n} 分钟`,
    hours: (n: number) => `${n} 小时`,
  },

  markdown: {
    details: '技术细节',
    tooLong: '内容太多，这里放不下；请看完整的变更预览',
    cut: (n: number) => `还有 ${n} 条没有列出，请看完整的变更预览`,
    columns: ['步骤', '动作', '类型', '键', '位置'] as readonly string[],
    company: '企业',
  },

  ...stoppedZh,
  about: (names: string) => `涉及：${names}`,
  advice: (text: string) => `办法：${text}`,

  outcome: {
    applied: '完成',
    failed: '失败',
    skipped: '跳过',
    recovered: '找回',
    pending: '待同意',
    done: (n: number) => `全部生效：${n} 项改动`,
    partly: (p: { applied: number; total: number }) => `共 ${p.total} 项，生效 ${p.applied} 项`,
    failures: (n: number) => `失败 ${n} 项`,
    invited: (n: number) => `等本人同意 ${n} 项`,
    skips: (n: number) => `跳过 ${n} 项`,
    unstarted: (n: number) => `还有 ${n} 项没有开始`,
    partial: '部分完成',
    partials: (n: number) => `其中 ${n} 项不完整`,
    without: (names: string) => `还差 ${names}：钉钉里还没有`,
    because: (name: string) => `因为 ${name} 没有成功`,
    waits: (names: string) => `等它完成的：${names}`,
    ids: (ids: string) => `钉钉里的编号是 ${ids}`,
    ended: '这不只是这一项的问题：别的改动也会同样失败，所以后面的都没有再做',
    again: (command: string) => `已完成的都已记录。再次运行 ${command}，会接着做剩下的`,
    againAfter: (command: string) => `已完成的都已记录。处理好上面的原因，再次运行 ${command}，会接着做剩下的`,
    nothing: '没有需要生效的改动',
  },

  problems: {
    count: (p: { problems: number; files: number }) => `${p.files} 个文件中有 ${p.problems} 处问题`,
    none: '文件没有问题',
    explain: (command: string) => `想知道某一类问题是什么、怎么改，运行 ${command}`,
  },

  doctor: doctorZh,
  wrongCompany: wrongCompanyZh,
  lock: lockZh,
  errors: errorsZh,
  actions: actionsZh,
  recovery: recoveryZh,
  reasons: reasonsZh,

  explain: {
    problem: '文件问题',
    refusal: '拦截原因',
    exit: '退出码',
    vendor: '钉钉错误码',
    answer: '没有得到钉钉的正常回应',
    operations: (names: string) => `会返回它的接口：${names}`,
    everywhere: (host: string) => `${host} 的任何接口都可能返回它`,
    does: (what: string) => `Rollbook 的做法：${what}`,
    you: (what: string) => `你可以：${what}`,
    unknown: (code: string) => `没有「${code}」这个代码`,
    nearest: (codes: string) => `相近的有：${codes}`,
    kinds:
      '可以查询文件问题、拦截原因、退出码和钉钉错误码，例如 rollbook explain unknown-department、rollbook explain 60011',
  },

  progress: {
    count: (p: { done: number; total: number }) => `${p.done}/${p.total}`,
    remaining: (time: string) => `还需约 ${time}`,
  },
}

/** A catalogue of messages: the keys and parameters of the Chinese one. */
export type Words = typeof zh
