import type { Language } from '../render/words.ts'

/** What the doors themselves say: questions, hints and banners around what commands return. */
const zh = {
  reading: '读取钉钉',
  applying: '生效中',
  ask: '以上改动将写入钉钉。继续吗？输入 yes 确认：',
  needsYes: '这里没有终端可以提问：确认无误后请加 --yes',
  declined: '未作任何改动。',
  planChanged: (expected: string, found: string) =>
    `这次的变更预览与审核过的不同，没有写入任何内容（审核：${expected}，现在：${found}）。请重新审核后再生效。`,
  noPlanHash: (file: string) => `${file} 不是 Rollbook 保存的变更预览（缺少 "hash"）`,
  interrupted: '正在停止：等当前这一步完成并记录……（再按一次立即退出）',
  stopped: (done: number, total: number) => `已停止。${total} 步中完成了 ${done} 步，都已记录；再运行一次即可继续。`,
  nextApply: 'rollbook apply',
  valid: (departments: number, people: number, roles: number) =>
    `文件没有问题：${departments} 个部门，${people} 人，${roles} 个角色。`,
  askCall: (operation: string, effect: string) => `${operation} 会写入钉钉（${effect}）。继续吗？输入 yes 确认：`,
  emulating: (seed: string) => `内置的钉钉已启动（初始数据：${seed}）。按 Ctrl-C 停止。在另一个终端里：`,
  saved: (file: string) => `变更预览已保存到 ${file}`,
}

const en: typeof zh = {
  reading: 'Reading DingTalk',
  applying: 'Applying',
  ask: 'This will be written to DingTalk. Go on? Type yes: ',
  needsYes: 'there is no terminal to ask on: add --yes once you are sure',
  declined: 'Nothing was changed.',
  planChanged: (expected, found) =>
    `The plan is not the one that was reviewed; nothing was written (reviewed: ${expected}, now: ${found}). Have it reviewed again, then apply.`,
  noPlanHash: (file) => `${file} is not a plan that Rollbook saved (it has no "hash")`,
  interrupted: 'Stopping: the step under way is finished and recorded first … (again: stop at once)',
  stopped: (done, total) =>
    `Stopped. ${done} of ${total} steps were done, and all are recorded; run it again to go on.`,
  nextApply: 'rollbook apply',
  valid: (departments, people, roles) =>
    `The files are fine: ${departments} departments, ${people} people, ${roles} roles.`,
  askCall: (operation, effect) => `${operation} writes to DingTalk (${effect}). Go on? Type yes: `,
  emulating: (seed) => `The embedded DingTalk is running (seed: ${seed}). Ctrl-C stops it. In another terminal:`,
  saved: (file) => `The plan was saved to ${file}`,
}

/** The doors' words in one language. */
export function doorWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
