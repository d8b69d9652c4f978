/** What is said of drift: what was changed in DingTalk, in the files, or in both since the last apply. */
export const driftZh = {
  title: {
    lock: (commit: string) => `线下改动（对照上一次生效的提交 ${commit}）`,
    option: (commit: string) => `线下改动（对照 --base 指定的提交 ${commit}）`,
    head: (commit: string) => `线下改动（对照 HEAD，提交 ${commit}）`,
    none: '线下改动（没有可以对照的提交）',
  },
  counts: {
    conflict: (n: number) => `冲突 ${n} 处`,
    drift: (n: number, of: string) => `线下改动 ${n} 处（${of}）`,
    intended: (n: number, of: string) => `等待生效 ${n} 处（${of}）`,
  },
  noted: {
    head: '锁文件还没有记下上一次生效的是哪个提交，所以把 HEAD 里的文件当作上一次生效的：合并了、还没有生效的改动，这里也算作线下改动',
    none: '没有可以对照的提交，分不清是谁改的：文件里等待生效的改动，这里也算作线下改动',
  },
  found: '有人在钉钉后台改过',
  agree: '文件和钉钉一致，没有线下改动',
  agreeButSealed: '除了下面要解密后比较的内容，文件和钉钉一致，没有线下改动',
  onlyIntended: '没有线下改动；下面是文件里改了、等待生效的内容',
  unsure: '没有读全钉钉，或者这不是文件所说的公司，所以不知道有没有线下改动',
  stopped: '现在生效会被拦下，原因在下面；在那之前改不回去',
  conflicts: '冲突',
  conflictNote: '上一次生效以后，文件和钉钉改了同一处，改得不一样。由人来定：定好以后写进文件，再生效。',
  drifted: (section: string) => `钉钉里改了 · ${section}`,
  intended: (section: string) => `等待生效 · ${section}`,
  inDingTalk: (text: string) => `钉钉里：${text}`,
  inFiles: (text: string) => `文件里：${text}`,
  inDingTalkUnknown: '钉钉里：上一次生效以后有没有改过，要解密才知道',
  by: (p: { name: string; time: string }) => `${p.name} 在 ${p.time} 改的`,
  ways: {
    apply: (command: string) => `要改回去，运行 ${command}：钉钉会改成文件里写的那样，等待生效的也一起生效`,
    accept: '要接受线下改动，运行 rollbook pull，再合并；也可以自己改文件：',
    acceptNew: '钉钉里新来的、新设的，补写进文件',
    acceptEdited: '钉钉里改了的，在标出的那几行写上钉钉里现在的值',
    acceptGone: '钉钉里没有了的，从标出的那几行删掉',
    masked: '手机号等个人信息这里不写全，请到钉钉管理后台查看',
    unblock: '要改回去，先处理上面被拦下的原因；下一次检查会更新这里',
    revert: (hash: string) =>
      `要改回去，在 Actions 里手动运行 apply 工作流：directory 填上面的公司文件夹，plan-hash 填 ${hash}，表示这些内容已经看过；等待生效的也一起生效`,
    close: '文件和钉钉一致以后，关于它的议题会自动关闭',
    intended: (command: string) => `要让文件里的改动生效，运行 ${command}`,
    adopt:
      '不归文件管理的，要纳入管理，运行 rollbook pull --adopt（只收几项再加 --only）；也可以自己写进文件：员工写原来的 userid，部门放在同样的位置、用同样的名称，角色写在同名的角色组里；写得和钉钉里一样，生效时只登记，不改动',
  },
}
