import { KEPT_DAYS } from '../core/attendance.ts'
import type { Language } from '../render/words.ts'

/** What was asked for, in numbers; `calls` is an estimate. */
interface Asked {
  readonly people: number
  readonly calls: number
}

/** What `rollbook attendance` says. */
const zh = {
  reading: '读取考勤',
  noDays: '请写明哪几天：rollbook attendance --from 2026-11-01 --to 2026-11-30',
  notDay: (option: string, text: string) => `${option} 写的是“${text}”，这不是日期：请写成 2026-11-01 这样`,
  backwards: (from: string, to: string) => `--from ${from} 在 --to ${to} 之后：请把两个日期对调`,
  notYet: (to: string, today: string) => `--to ${to} 还没有到（中国今天是 ${today}）：最晚写 --to ${today}`,
  tooOld: (from: string, earliest: string) =>
    `钉钉只保留 ${KEPT_DAYS} 天的考勤，--from ${from} 太早：最早写 --from ${earliest}`,
  noDepartment: (name: string, meant: string | undefined) =>
    `文件里没有部门“${name}”${meant === undefined ? '：请写 departments/ 下的路径，例如 研发部/后端组' : `，是不是“${meant}”？`}`,
  otherCompany: (corp: string) =>
    `这份凭证不属于 ${corp}，没有读取考勤：请检查 DINGTALK_CLIENT_ID，以及这个文件夹是不是这家企业的`,
  nobody: '这些部门里没有人，表是空的。',
  asking: ({ people, calls }: Asked) =>
    `${people} 人，大约要调用 ${calls} 次接口。每次都计入钉钉的每月调用量（标准版每月 5000 次）。`,
  done: (rows: number) => `${rows} 行。`,
  without: (n: number, names: readonly string[]) =>
    `${n} 人没有任何记录（${names.join('、')}${n > names.length ? ' 等' : ''}）：这几天没有排班、不在考勤组里，或没有打过卡。`,
  stopping: '正在停止：等已发出的请求回来……（再按一次立即退出）',
  incomplete: (people: number) => `没有读全：缺 ${people} 人的考勤。缺的人和日期都写在表里；再运行一次可以重读：`,
  missing: (names: readonly string[], from: string, to: string) => `${names.join('、')}：${from} 至 ${to}`,
  more: (n: number) => `……另外还有 ${n} 处`,
  others: (n: number) => `等 ${n} 人`,
  ghosts: (people: number, leavers: number, found: number) =>
    `查了文件里的 ${people} 人和离职的 ${leavers} 人，有 ${found} 处异常。`,
  ghostLimits: [
    '钉钉只说账号有没有激活过，不说最后一次登录是哪天。',
    '钉钉的离职记录只到一年前；离职的人打卡，钉钉还给不给看，官方文档没有写：没有查到，不等于没有。',
  ],
}

const en: typeof zh = {
  reading: 'Reading attendance',
  noDays: 'say which days: rollbook attendance --from 2026-11-01 --to 2026-11-30',
  notDay: (option, text) => `${option} is "${text}", which is no day: write it like 2026-11-01`,
  backwards: (from, to) => `--from ${from} is after --to ${to}: exchange the two`,
  notYet: (to, today) => `--to ${to} has not come yet (in China it is ${today}): write --to ${today} at the latest`,
  tooOld: (from, earliest) =>
    `DingTalk keeps attendance for ${KEPT_DAYS} days, and --from ${from} is before that: write --from ${earliest} at the earliest`,
  noDepartment: (name, meant) =>
    `the files have no department "${name}"${meant === undefined ? ': write its path below departments/, such as 研发部/后端组' : `; did you mean "${meant}"?`}`,
  otherCompany: (corp) =>
    `this credential is not of ${corp}, so no attendance was read: check DINGTALK_CLIENT_ID, and whether this folder is that company's`,
  nobody: 'Nobody is in these departments; the table is empty.',
  asking: ({ people, calls }) =>
    `People: ${people}. It takes about ${calls} calls, and each counts towards DingTalk's monthly quota (5000 on the standard edition).`,
  done: (rows) => `Rows: ${rows}.`,
  without: (n, names) =>
    `People without any row: ${n} (${names.join(', ')}${n > names.length ? ', …' : ''}). They had no shift on these days, are in no attendance group, or never clocked in.`,
  stopping: 'Stopping: the requests on their way are awaited first … (again: stop at once)',
  incomplete: (people) =>
    `Incomplete: of ${people} people attendance is missing. The table names them and the days; run it again to read them:`,
  missing: (names, from, to) => `${names.join(', ')}: ${from} to ${to}`,
  more: (n) => `… and ${n} more`,
  others: (n) => `${n} people in all`,
  ghosts: (people, leavers, found) =>
    `Looked at: people of the files: ${people}; people who left: ${leavers}. Found: ${found}.`,
  ghostLimits: [
    'DingTalk says whether an account was ever activated, and not when somebody last signed in.',
    'Its list of leavers goes back a year. Whether it still shows the clock-ins of somebody who left is not documented: none found does not mean that there were none.',
  ],
}

/** The words of attendance in one language. */
export function attendanceDoorWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
