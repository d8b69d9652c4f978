import type { Language } from '../words.ts'

/** What a watcher reports, in sentences. `time` is a day and a minute in China. */
const zh = {
  by: (p: { who: string | null; time: string | null }) =>
    `${p.who ?? '有人'}在钉钉后台改过${p.time === null ? '' : `（${p.time}）`}：`,
  found: '通读整家公司，发现与文件不一致（没有事件说明是谁改的）：',
  operator: (p: { name: string | null; userid: string }) => (p.name === null ? p.userid : `${p.name}（${p.userid}）`),
  unmanaged: (name: string) => `${name} 不在文件里，也就不归文件管`,
}

const en: typeof zh = {
  by: ({ who, time }) => `${who ?? 'Somebody'} changed in DingTalk${time === null ? '' : ` (${time}, UTC+8)`}:`,
  found: 'A read of the whole company found differences from the files (no event says who made them):',
  operator: ({ name, userid }) => (name === null ? userid : `${name} (${userid})`),
  unmanaged: (name) => `${name} is not in the files, and so not managed by them`,
}

/** The words of a watcher's reports in one language. */
export function watchReportWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
