/** What an interrupted run left behind, and two runs at once, in Chinese; a part of the catalogue. */
export const recoveryZh = {
  waiting: (p: { started: string; open: number }) =>
    `上次生效（${p.started} 开始）中断了，有 ${p.open} 项还不知道结果；下一次 rollbook apply 会先核对，再继续`,
  looked: (p: { started: string; open: number }) => `上次生效（${p.started} 开始）中断了，已先核对其中的 ${p.open} 项`,
  made: (p: { name: string; id: string }) => `· ${p.name}：当时已经建好，现已记录（钉钉编号 ${p.id}）`,
  open: (name: string) => `· ${name}：没有查到是当时建的，由这次的变更预览决定`,
  unmade: (p: { name: string }) => `· ${p.name}：当时已经删除、还没有重建；这次会重建，只在钉钉里有的设置一并恢复`,
  unmadeWithout: (p: { name: string; lost: string }) =>
    `· ${p.name}：当时已经删除、还没有重建；这次会重建，但 ${p.lost} 只在钉钉里有、没有留下，重建后请在文件或管理后台补上`,
  compared: (n: number) => `· 另有 ${n} 项不是新建：读取钉钉时会重新比对，只做还差的`,

  undecided: (n: number) => `上次生效中断了，有 ${n} 项分不清是不是当时建的；什么都没有写入`,
  fits: (p: { name: string; ids: string }) => `· ${p.name}：钉钉里符合的编号有 ${p.ids}`,
  owned: (p: { name: string; ids: string; owner: string }) =>
    `· ${p.name}：钉钉里符合的编号是 ${p.ids}，而锁文件已经把它记给 ${p.owner}`,
  undecidedNext: (path: string) =>
    `到管理后台核对这些编号，把多余的改名或删除，再运行 rollbook apply；如果锁文件记的没有错，删除 ${path} 再运行，会按标记、名称和 userid 重新识别`,

  journal: (p: { path: string; line: number }) => `上次生效的记录 ${p.path} 有误（第 ${p.line} 行不是 Rollbook 写的）`,
  journalNext: (path: string) =>
    `删除 ${path}，再运行 rollbook apply：已经建好的会按标记、名称和 userid 重新识别，不会重复新建`,

  held: (p: { pid: number; host: string; started: string }) =>
    `另一个 rollbook apply 正在写入这个目录（主机 ${p.host}，进程 ${p.pid}，${p.started} 开始）；这一次什么都没有写入`,
  watched: (p: { pid: number; host: string; started: string }) =>
    `这个通讯录目录已经有一个 rollbook watch 在跟踪（进程 ${p.pid}，电脑 ${p.host}，${p.started} 开始）`,
  heldHere: '等它结束再运行',
  heldElsewhere: (path: string) => `等它结束再运行；如果那台机器上其实没有在运行，删除 ${path} 再运行`,

  found: '其实已经建好，只是当时没有收到应答',
}
