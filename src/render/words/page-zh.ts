/** What a plan and a result say where people review them: in a comment, a summary, a page. */
export const pageZh = {
  offline: '离线预览',
  basis: {
    full: '已对照钉钉的现状，读取了全公司',
    holes: '已对照钉钉的现状，但没有读全',
    touched: '已对照钉钉的现状，只读取了这次改动涉及的内容；没有读到的，不会改动',
    none: '没有读取钉钉，这里只说文件改了什么；生效前会先对照钉钉的现状',
  },
  nothingOffline: '只看文件的话，钉钉里不会有任何变化',

  byDepartment: {
    line: (p: { department: string; counted: string }) => `${p.department}：${p.counted}`,
    people: (n: number) => `${n} 人`,
    departments: (n: number) => `${n} 个部门`,
    lines: (n: number) => `${n} 条`,
    rest: (p: { departments: number; counted: string }) => `其余 ${p.departments} 个部门：共 ${p.counted}`,
  },

  drift: {
    title: '线下改动',
    back: (counted: string) => `改回去：${counted}`,
    section: (title: string) => `改回去 · ${title}`,
    found: '有人在钉钉后台改过，或者合并了的改动还没有生效；下面是按文件生效一次会改回去的内容',
    stopped: '现在运行 apply 会被拦下，原因在下面；在那之前改不回去',
    agree: '文件和钉钉一致，没有线下改动',
    agreeButSealed: '除了下面要解密后比较的内容，文件和钉钉一致，没有线下改动',
    unblock: '要改回去，先处理上面被拦下的原因；下一次检查会更新这里',
    revert: (hash: string) =>
      `要改回去，在 Actions 里手动运行 apply 工作流：directory 填上面的公司文件夹，plan-hash 填 ${hash}，表示这些内容已经看过`,
    accept: '要接受线下改动，现在只能手动改文件，再合并。在文件里：',
    acceptNew: '改回去要入职、新设、新建的，从链接的那几行删掉',
    acceptEdited: '改回去要修改、调动、重新添加的，在链接的那几行写上钉钉里现在的值',
    acceptGone: '改回去要离职、撤销、删除的，补写进去',
    masked: '手机号等个人信息这里不写全，请到钉钉管理后台查看',
    close: '文件和钉钉一致以后，关于它的议题会自动关闭',
  },

  merge: '合并以后自动生效',
  stopped: '先处理上面被拦下的原因；不处理就合并，也不会生效',
  approvalFile: '要保存的内容',
  full: '完整的变更预览',
  sentence: (text: string) => `${text}。`,
  titled: (p: { title: string; text: string }) => `${p.title}：${p.text}`,
  moreRefusals: (n: number) => `另有 ${n} 条被拦下的原因`,
}

/** The chart of what changes. */
export const chartZh = {
  title: '改动前后的部门和人员',
  before: '改动前',
  after: '改动后',
  legend: '+ 新来　− 不再有　→ 调动、更名或移动',
  more: (n: number) => `另有 ${n} 个部门`,
  morePeople: (n: number) => `另有 ${n} 人`,
}

/** What became of a change after its merge. */
export const resultZh = {
  whole: '已生效',
  partly: '没有全部生效',
  failed: '没有成功',
  pending: '等本人同意',
  partial: '只完成了一部分',
  skipped: '因此跳过',
  done: (n: number) => `已完成的 ${n} 项`,
  more: (n: number) => `还有 ${n} 项没有列出`,
  enough: '已写入钉钉并登记，不需要再做什么',
  again: '已完成的都已登记。再运行一次，会接着做剩下的',
  againAfter: '已完成的都已登记。处理好上面的原因，再运行一次，会接着做剩下的',
  rerun: '再运行一次',
}
