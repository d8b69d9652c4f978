import type { PullInterrupted } from '../../core/file-changed.ts'

type PullStop = Pick<PullInterrupted, 'file' | 'stage' | 'written' | 'files'>

/** What went wrong and what to type next, in Chinese; a part of the catalogue, which says how it is written. */
export const errorsZh = {
  vendor: (p: { operation: string }) => `钉钉拒绝了这次调用（${p.operation}）`,
  pending: (p: { operation: string }) => `这次调用（${p.operation}）已受理，等待本人同意；不要重复添加`,
  vendorUnclear: (p: { operation: string }) => `这次调用（${p.operation}）有没有生效，还不知道`,
  noAnswer: (p: { what: string; operation: string }) => `${p.what}（调用 ${p.operation} 时）`,
  because: (p: { what: string; code: string }) => `原因：${p.what}（${p.code}）`,
  detail: (text: string) => `细节：${text}`,
  code: (p: { code: string; meaning: string }) => `错误码 ${p.code}：${p.meaning}`,
  scopes: (names: string) => `缺少接口权限：${names}`,
  requestId: (id: string) => `请求编号 ${id}，向钉钉反馈时用得上`,
  noMeaning: '钉钉没有公开说明这个错误码',
  base: {
    ref: {
      what: (subject: string) => `--base 后面写的不是提交的名字：${subject}`,
      next: '写分支、标签或提交号，例如 --base origin/main',
    },
    repository: {
      what: (subject: string) => `${subject} 不在 git 仓库的工作区里，没法用 --base`,
      next: '请在检出的仓库里运行；不在 git 里，就去掉 --base',
    },
    commit: {
      what: (subject: string) => `这个仓库里没有提交 ${subject}`,
      next: '检查名字；如果只检出了最近的提交，先取得它（git fetch），在流水线里把 fetch-depth 设为 0',
    },
    git: { what: (_subject: string) => '这台机器上没有 git，没法用 --base', next: '请先安装 git' },
    applied: {
      what: (subject: string) => `锁文件说上一次生效的是提交 ${subject}，但这个仓库里没有它，没法分清是谁改的`,
      next: '先取得它（git fetch --unshallow），在流水线里把 fetch-depth 设为 0；提交已经不在了，就用 --base 指定当时生效的提交，例如 --base HEAD',
    },
  },
  bug: '这是 Rollbook 自身的错误',
  bugNext: '把下面的全部输出（其中没有个人资料和密钥）发给 Rollbook 的维护者',
  unexpected: (message: string) => `出错了：${message}`,
  file: (p: { path: string; message: string }) => `文件 ${p.path}：${p.message}`,
  variable: (name: string) => `环境变量 ${name} 没有设置，或者写得不对`,
  variables: {
    DINGTALK_CLIENT_ID:
      '到钉钉开放平台（open-dev.dingtalk.com）这个应用的「凭证与基础信息」页复制 Client ID，设为这个变量',
    DINGTALK_CLIENT_SECRET:
      '到钉钉开放平台（open-dev.dingtalk.com）这个应用的「凭证与基础信息」页复制 Client Secret，设为这个变量',
    DINGTALK_OAPI_URL: '写完整的地址，例如 https://oapi.dingtalk.com；连真正的钉钉时可以不设。只有本机的地址能用 http',
    DINGTALK_API_URL: '写完整的地址，例如 https://api.dingtalk.com；连真正的钉钉时可以不设。只有本机的地址能用 http',
    ROLLBOOK_AGE_KEY: '每行写一把 AGE-SECRET-KEY-1 开头的密钥，就是 rollbook seal --new-key 或 age-keygen 生成的那种',
    ROLLBOOK_AGE_KEY_FILE: '写密钥文件的路径；文件里每行一把 AGE-SECRET-KEY-1 开头的密钥，并且当前用户可以读取',
    ROLLBOOK_RATE: '写一个大于 0 的数字，例如 15：每个接口每秒最多调用几次；也可以不设',
    ROLLBOOK_READ_LAG: '写 0 到 60000 之间的毫秒数，例如 5000：写入之后最多等多久才一定能读到；也可以不设',
    DINGTALK_CALLBACK_TOKEN:
      '到钉钉开放平台（open-dev.dingtalk.com）这个应用的「事件订阅」页复制 HTTP 推送的签名 token（3 到 63 个字母或数字），设为这个变量',
    DINGTALK_CALLBACK_AES_KEY:
      '到钉钉开放平台（open-dev.dingtalk.com）这个应用的「事件订阅」页复制 HTTP 推送的加密 aes_key（43 个字母或数字），设为这个变量',
    DINGTALK_USER_TOKEN: '这个接口不接受应用的访问凭证：把一个登录过这个应用的人的用户访问凭证设为这个变量',
  },
  fileChanged: (file: string) => `运行期间有人改动了文件 ${file}，没有覆盖它`,
  fileChangedNext: '请重新运行',
  pullInterrupted: ({ file }: PullStop) =>
    `上一次收回改动（rollbook pull）中断了，之后有人改过 ${file}，现在没法接着写`,
  pullWaits: ({ written, files, stage }: PullStop) =>
    `要写的 ${files} 个文件里，${written} 个已经写好，其余的还放在 ${stage} 里；现在什么都没有动`,
  pullNext: ({ stage }: PullStop) =>
    `用 git diff 看一下文件现在的样子，改成您要的样子，再删除文件夹 ${stage}，重新运行 rollbook pull，钉钉里的改动会再收一遍`,
  noOperation: (name: string) => `钉钉的接口里没有「${name}」`,
  operations: (names: string) => `相近的有：${names}`,
  listOperations: (command: string) => `运行 ${command}，列出全部接口`,
  request: (p: { operation: string; problems: number }) => `${p.operation} 的参数有 ${p.problems} 处问题`,
  describe: (command: string) => `运行 ${command}，看它需要哪些参数`,
  system: {
    ENOENT: { what: '找不到文件或文件夹', next: '检查路径，或用 -d 指定目录仓库所在的文件夹' },
    EACCES: { what: '没有权限读写这个文件', next: '检查文件权限后重试' },
    EPERM: { what: '没有权限读写这个文件', next: '检查文件权限后重试' },
    ENOSPC: { what: '磁盘已满', next: '腾出空间后再次运行；已完成的改动都有记录' },
    EROFS: { what: '文件系统是只读的', next: '换一个可以写入的位置再运行' },
    EADDRINUSE: { what: '端口已被占用', next: '换一个端口，或用 --port 0 自动选择' },
    ENOTFOUND: {
      what: '找不到钉钉服务器（域名解析失败）',
      next: '检查网络、DNS 和代理，再看 DINGTALK_OAPI_URL 和 DINGTALK_API_URL 有没有写错',
    },
    EAI_AGAIN: { what: '域名解析暂时失败', next: '检查网络和 DNS，稍后重试' },
    ECONNREFUSED: {
      what: '对方拒绝连接',
      next: '检查 DINGTALK_OAPI_URL、DINGTALK_API_URL 和代理；连的是 rollbook emulate，就看它是不是还在运行',
    },
    ECONNRESET: { what: '连接中断', next: '稍后再次运行；结果不明的写入会先核对' },
    ETIMEDOUT: { what: '连接超时', next: '检查网络和代理，稍后再次运行' },
    ENETUNREACH: { what: '网络不通', next: '检查网络和代理，再运行一次' },
    EHOSTUNREACH: { what: '网络不通', next: '检查网络和代理，再运行一次' },
    CERTIFICATE: { what: '服务器证书不可信', next: '检查代理是否替换了证书；可用 NODE_EXTRA_CA_CERTS 指定根证书' },
  },
}

/** What Rollbook does about an error code, and what a person can do, by the contract's word of what to do. */
export const actionsZh = {
  retry: {
    does: '放慢速度，自动重试；一直不行就停止运行',
    you: '一般不用处理；反复出现时，把 ROLLBOOK_RATE 调低后再运行',
  },
  token: {
    does: '重新获取一次访问凭证后重试；还不行就停止运行',
    you: '如果仍然出现，检查 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET',
  },
  config: {
    does: '停止运行，因为别的调用也会同样失败；生效时，人数上限和权限范围的问题只算这一项失败，继续做其他的',
    you: '请管理员在钉钉开放平台检查这个应用：凭证、「权限管理」里的接口权限和权限范围、服务器出口 IP',
  },
  item: {
    does: '读取时停止运行；生效时这一项算失败，继续做其他的',
    you: '按原因修改文件里的这一项，再运行 rollbook plan',
  },
  absent: {
    does: '要删除的，当作已经删除；读取时不见了的，这次就算没有读全；其他情况算这一项失败',
    you: '如果它在钉钉里还在，请管理员到开放平台的「权限管理」，看应用的权限范围是不是全部员工',
  },
  exists: {
    does: '同名的部门带有 Rollbook 的标记，就接管它；其他情况算这一项失败，继续做其他的',
    you: '到管理后台看钉钉里已有的是不是同一个：是，就在文件里用它现在的名称或 userid；不是，就在文件里换一个',
  },
  quota: {
    does: '停止运行，不再重试',
    you: '等到下个月，或购买接口用量。通讯录的读写一般不计量，但每次预览要查一次权限范围，这一次是计量的',
  },
  check: {
    does: '读取会自动重试。写入不会盲目重发：新建的当场查有没有建成，其他的由下一次运行核对',
    you: '稍后再次运行；已完成的不会重复',
  },
}
