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
