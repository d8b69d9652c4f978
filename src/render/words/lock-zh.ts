import type { WrongCompany } from '../../core/model.ts'

/** What is said about the lock and its proof, in Chinese; a part of the catalogue. */
export const lockZh = {
  title: '锁文件核对',
  verdicts: { proven: '已证实', plausible: '相符', gone: '钉钉里没有了', contradicted: '矛盾' },
  proofs: {
    department: '它在钉钉里的标记一致',
    user: 'userid 一致',
    'role-group': '名称一致',
    role: '角色组和名称一致',
  },
  evidence: {
    former: (p: { other: string }) => `钉钉里还是原来的「${p.other}」，等着更新`,
    natural: '没有 Rollbook 的标记，但名称、上级部门或其中的人对得上',
    unread: '名称和上级部门一致',
    unreadable: '钉钉没有返回标记，无从证实',
    renamed: (p: { name: string }) => `在钉钉里叫「${p.name}」，有人在后台改过名称`,
    superseded: (p: { other: string }) => `钉钉和文件里已经改作「${p.other}」，锁文件还是旧的`,
    gone: '钉钉里找不到',
    userid: (p: { other: string }) => `这个人的 userid 写成了 ${p.other}`,
    root: '指向了根部门',
    'other-key': (p: { other: string }) => `在钉钉里其实是「${p.other}」`,
    twin: (p: { other: string }) => `钉钉里的它其实是 ${p.other}`,
    stranger: (p: { name: string }) => `指向的是「${p.name}」，标记、名称、上级部门和人都对不上`,
    'unmarked-removal': (p: { name: string }) => `会移除「${p.name}」，而钉钉里没有任何东西证明就是它`,
  },
  entry: (p: { what: string; id: string; why: string }) => `${p.what}（${p.id}）：${p.why}`,
  counts: (p: { proven: number; plausible: number; gone: number; contradicted: number }) =>
    `已证实 ${p.proven} 条，相符 ${p.plausible} 条，钉钉里没有了 ${p.gone} 条，矛盾 ${p.contradicted} 条`,
  good: '锁文件可信',
  bad: '锁文件与钉钉不符',
  empty: '锁文件里没有任何条目',
  unknownDepartments: '还有 Rollbook 标记的部门，文件里没有，不归管理',
  strays: '带有 Rollbook 标记、锁文件里却没有',
  stray: (p: { name: string; id: string; key: string }) => `部门「${p.name}」（${p.id}），标记是「${p.key}」`,
  waiting: '文件和钉钉里都有、锁文件里还没有',
  filesInvalid: (n: number) => `文件里有 ${n} 处问题，这次没有参照文件；先运行 rollbook validate`,
  notWhole: '没有把钉钉里的内容读全：说「没有了」的，可能只是看不到',
  nextRebuild: (command: string) => `先用 git 找回上一个好的锁文件；找不回来，就运行 ${command}`,
  nextGone: (command: string) => `确实被人在钉钉里删掉的，运行 ${command}，变更预览会说明接下来怎样`,
  older: '这是这台电脑上以前的一份锁文件，缺少后来新建的部门',

  rebuild: {
    title: '重建锁文件',
    same: '锁文件已经和钉钉、文件一致，没有要改的',
    added: '补上',
    changed: '更正',
    removed: '去掉',
    addedLine: (p: { what: string; id: string }) => `${p.what}：${p.id}`,
    changedLine: (p: { what: string; before: string; after: string }) => `${p.what}：${p.before} 改为 ${p.after}`,
    removedLine: (p: { what: string; id: string }) => `${p.what}：${p.id}，文件里没有，或者钉钉里没有了`,
    lost: '去掉的条目不再归文件管理：不会被改动，也不会被删除',
    counts: (p: { entries: number; kept: number }) => `共 ${p.entries} 条，其中 ${p.kept} 条沿用原来的记录`,
    incomplete: '没有把钉钉里的内容读全，不能重建：看不到的，会被当成不归管理',
    ambiguous: '下面这些分不清是哪一个，没有重建',
    nextAmbiguous: '在钉钉管理后台删掉或改名不是的那一个；或者用 git 找回上一个好的锁文件',
    saved: (p: { file: string }) => `锁文件已写好；原来的保存在 ${p.file}`,
    written: '锁文件已写好',
    ask: '要这样重写锁文件吗？钉钉不会有任何变化。输入 yes 确认：',
  },
}

/** What shows that the credential, the files and the lock are not of one company, and what to do, in Chinese. */
export const wrongCompanyZh = {
  credential: {
    what: (p: WrongCompany) => `钉钉说，这个应用不属于企业 ${p.corp}`,
    next: '检查 DINGTALK_CLIENT_ID 和 rollbook.yaml 里的 corp',
  },
  lock: {
    what: (p: WrongCompany) => `rollbook.yaml 里的企业是 ${p.corp}，锁文件却是为 ${p.other} 写的`,
    next: '看文件夹有没有用错；如果只是锁文件不对，用 git 找回这家企业自己的，找不回来就运行 rollbook lock rebuild',
  },
  base: {
    what: (p: WrongCompany) => `rollbook.yaml 里的企业是 ${p.corp}，基准提交里却是 ${p.other}`,
    next: '换用那家企业自己的文件夹；一个目录不能从一家企业改成另一家',
  },
  nothing: {
    what: (p: WrongCompany) => `锁文件里的 ${p.n} 条，在这家企业里一条也没有`,
    next: '检查凭证是不是这家企业的；如果确实全都删掉了，运行 rollbook lock rebuild',
  },
  ids: {
    what: (p: WrongCompany) => `锁文件里的 ${p.n} 个部门和角色，在这家企业里一个也没有`,
    next: '检查凭证和文件夹是不是同一家企业的；如果确实全都删掉了，运行 rollbook lock rebuild',
  },
}
