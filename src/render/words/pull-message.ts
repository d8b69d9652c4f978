import type { Language } from '../words.ts'
import { count } from './count.ts'

/** What the message of a commit says of things that were changed in DingTalk. */
const zh = {
  subject: (text: string) => `钉钉里改了：${text}`,
  many: (n: number, who: string) => `钉钉里改了 ${n} 处${who === '' ? '' : `（${who}）`}`,
  same: '按钉钉现在的样子更新：先前的改动已经改回',
  body: '按钉钉现在的样子更新文件，由 rollbook watch 自动提交。合并之前请看一遍。',
  by: (who: string | null, time: string | null) => [who, time].filter((each) => each !== null).join('，'),
  more: (n: number) => `另有 ${n} 处`,
  and: '、',
}

const en: typeof zh = {
  subject: (text) => `DingTalk: ${text}`,
  many: (n, who) => `DingTalk: ${count(n, 'change')}${who === '' ? '' : ` by ${who}`}`,
  same: 'DingTalk: earlier changes were taken back there',
  body: 'The files as DingTalk is now, committed by rollbook watch. Look at it before you merge it.',
  by: (who, time) => [who, time === null ? null : `${time}, UTC+8`].filter((each) => each !== null).join(', '),
  more: (n) => `and ${n} more`,
  and: ', ',
}

/** The words of such a message in one language. */
export function pullMessageWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
