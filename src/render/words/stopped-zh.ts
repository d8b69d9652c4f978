/** Why a plan is stopped, and the approval that would let it through, in Chinese; a part of the catalogue. */
export const stoppedZh = {
  refusals: {
    'deletion-plan-only': {
      what: (p: { counted: string }) => `会从钉钉移除 ${p.counted}，而 rollbook.yaml 没有允许`,
      next: (p: { entry: string }) => `确实要移除，就在 rollbook.yaml 里写 ${p.entry}；不想移除，就把文件放回来`,
    },
    'limit-exceeded': {
      what: (p: { n: number }) => `一次改动太多：${p.n} 项`,
      next: (p: { entry: string }) => `分成几次提交；确认无误的话，在 rollbook.yaml 里写 ${p.entry}`,
    },
    'wrong-company': {
      what: () => '连接的企业和这个目录不是同一家',
      next: () => '检查 DINGTALK_CLIENT_ID 和 rollbook.yaml 里的 corp，看文件夹有没有用错',
    },
    'lock-contradicted': {
      what: (p: { n: number }) => `锁文件里有 ${p.n} 条与钉钉矛盾：被人改过，或者是旧的`,
      next: () =>
        '先用 git 找回上一个好的锁文件；运行 rollbook lock verify 可以逐条核对，找不回来就运行 rollbook lock rebuild',
    },
    'lock-older': {
      what: () => '锁文件是这台电脑上以前的一份，后来的生效已经换过它',
      next: () =>
        '用 git 取回最新的锁文件；如果这一份才是对的，运行 rollbook lock verify，核对无误就会采用；或者运行 rollbook lock rebuild',
    },
    'empty-desired': {
      what: () => '文件里一个人、一个部门都没有，而之前管理着一些',
      next: () => '检查 -d 指定的文件夹对不对、是否完整检出',
    },
    'incomplete-read': {
      what: () => '没有把钉钉里的内容读全，看不到的可能被当成不存在',
      next: () =>
        '在钉钉开放平台的「权限管理」里，把应用的权限范围改为全部员工；已经是了，就稍后再运行一次；锁文件里登记的总是没有列出来，就运行 rollbook lock verify，看钉钉里还有没有：锁文件不对，就用 git 取回对的那一份',
    },
    'mobile-replacement': {
      what: (p: { n: number }) => `${p.n} 人的手机号和钉钉里不一样，只能删除后重新添加`,
      next: () => '确实要换，就在这个人的文件里写上 replace: mobile；否则从文件里去掉手机号',
    },
    protected: {
      what: (p: { counted: string }) => `受保护的 ${p.counted}会被移除、重新添加或移动，或者失去部门、角色、部门主管`,
      next: () => '把文件改回来；确实要这样做，就先单独提交一次，把它从 rollbook.yaml 的 protected 里去掉',
    },
    'protected-identity': {
      what: (p: { which: string; counted: string }): string =>
        p.which === 'renamed'
          ? `受保护的 ${p.counted}换了 userid：钉钉不能改 userid，这等于删除原来的账号、另建一个`
          : `受保护的 ${p.counted}，登录身份会改变（手机号、邮箱、登录名或密码）：谁拿着新的号码或邮箱，谁就能以他的身份登录`,
      next: (p: { which: string }): string =>
        p.which === 'renamed'
          ? '把文件里的 userid 改回原来的'
          : '把文件改回来；确实要这样做，就先单独提交一次，把他从 rollbook.yaml 的 protected 里去掉',
    },
    administrators: {
      what: (p: { which: string; n: number }): string =>
        p.which === 'unread'
          ? '有人会被移除，而钉钉没有说清楚谁是管理员'
          : p.which === 'super'
            ? `会移除 ${p.n} 名主管理员，或删除后重新添加`
            : `会移除 ${p.n} 名管理员，剩下的不足两名`,
      next: (p: { which: string }): string =>
        p.which === 'unread'
          ? '给应用开通读取管理员的权限（运行 rollbook api listAdmins --describe 查看）；已经开通，就稍后再运行一次'
          : p.which === 'super'
            ? '把他的文件放回来；要换主管理员，先在钉钉管理后台移交'
            : '先在钉钉管理后台再任命管理员，或者把文件放回来',
    },
    'own-access': {
      what: (p: { counted: string }) => `应用要靠 ${p.counted}才看得到通讯录，而这次要移除或移动它`,
      next: () => '先在钉钉开放平台的「权限管理」里，把它从应用的权限范围中去掉；或者把文件放回来',
    },
    'departed-changed': {
      what: (p: { counted: string }) => `会删除 ${p.counted}，而在基准提交里，离职的人是移到一个部门、保留账号的`,
      next: () => '先单独提交一次，去掉 rollbook.yaml 里的 departed；合并之后，再移除人员',
    },
    'unmanaged-below': {
      what: (p: { n: number; blocking: string }) =>
        `要撤销的 ${p.n} 个部门里，还有不归文件管理的：${p.blocking}。钉钉会把空的子部门一并删除；还有人的部门，钉钉不让撤销`,
      next: () => '先在钉钉管理后台把它们移到别处，或者把它们写进文件；不想撤销，就把部门的文件夹放回来',
    },
  },
  refusedAtBase: {
    what: (what: string) => `${what}（按基准提交里的 rollbook.yaml）`,
    next: '这次改动不能放宽对自己的限制：先单独提交一次修改 rollbook.yaml，合并之后再做这些改动',
  },
  limit: (p: { what: string; most: string; managed: string }) =>
    `这次要${p.what}，一次最多 ${p.most}（共 ${p.managed}）`,
  limitIn: (p: { department: string; limit: string }) => `${p.department}和它下面：${p.limit}`,
  limits: {
    'users.remove': { what: (n: number) => `移除 ${n} 名员工`, of: (n: number) => `${n} 名` },
    'users.move': { what: (n: number) => `调动 ${n} 名员工`, of: (n: number) => `${n} 名` },
    'users.change': { what: (n: number) => `修改 ${n} 名员工的资料`, of: (n: number) => `${n} 名` },
    'users.replace': { what: (n: number) => `删除并重新添加 ${n} 名员工`, of: (n: number) => `${n} 名` },
    'departments.remove': { what: (n: number) => `撤销 ${n} 个部门`, of: (n: number) => `${n} 个` },
    'members.remove': { what: (n: number) => `收回 ${n} 人次的角色`, of: (n: number) => `${n} 人次` },
    'managers.change': { what: (n: number) => `更换 ${n} 个部门的主管`, of: (n: number) => `${n} 个` },
    'roles.remove': { what: (n: number) => `删除 ${n} 个角色`, of: (n: number) => `${n} 个` },
    'subtree.remove': { what: (n: number) => `移除 ${n} 名员工`, of: (n: number) => `${n} 名` },
  },
  approval: {
    title: '放行这一次',
    offer: (file: string) => `确认无误，只放行这一次：把下面的内容存为通讯录目录里的 ${file}，一起提交审核`,
    partly: '其余的拦截原因不能这样放行，要另外处理',
    tooLong: (file: string) => `内容太长，这里放不下：rollbook plan --format json 的 approval 里有 ${file} 的全文`,
    reason: '已逐一核对，同意这一次',
    approved: (p: { what: string; file: string; expires: string }) =>
      `${p.what}：已由 ${p.file} 批准，有效期至 ${p.expires}`,
    states: {
      applied: (p: { file: string; code: string }) => `${p.file} 批准了 ${p.code}`,
      incomplete: (p: { file: string; code: string; names: string }) =>
        `${p.file} 没有把 ${p.code} 涉及的都写上，不起作用；缺：${p.names}`,
      unused: (p: { file: string; code: string; names: string }) =>
        `${p.file} 里的 ${p.code} 用不上：这次没有因此被拦下${p.names === '' ? '' : `（${p.names}）`}`,
      expired: (p: { file: string; expires: string }) => `${p.file} 已过期（${p.expires}），不起作用`,
      'too-far': (p: { file: string; expires: string }) =>
        `${p.file} 的有效期 ${p.expires} 在 30 天以后，不起作用：请写近一些的日期`,
      'other-plan': (p: { file: string }) => `${p.file} 批准的是另一次变更，这次不起作用；用过的可以删掉`,
    },
  },
}
