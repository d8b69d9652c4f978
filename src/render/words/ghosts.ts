import type { GhostFinding, GoneBy, Unknown } from '../../core/ghosts.ts'
import type { Language } from '../words.ts'

/** The columns and findings of the report on ghosts. */
export interface GhostWords {
  readonly columns: readonly [
    finding: string,
    name: string,
    department: string,
    by: string,
    left: string,
    clockIns: string,
    last: string,
  ]
  readonly findings: { readonly [finding in GhostFinding]: string }
  readonly goneBy: { readonly [by in GoneBy]: string }
  readonly unknown: { readonly [what in Unknown['what']]: string }
}

const zh: GhostWords = {
  columns: ['情况', '姓名', '部门', '离职依据', '离职时间', '离职后打卡次数', '最近一次打卡'],
  findings: {
    'never-signed-in': '从没登录过钉钉',
    'not-in-dingtalk': '钉钉里没有这个人',
    'clocks-in-after-leaving': '已经离职，还在打卡',
  },
  goneBy: {
    'leave-record': '钉钉的离职记录',
    lock: '文件里已删除，钉钉里还在',
    departed: '在离职人员部门里',
  },
  unknown: {
    'sign-ins': '没有查清：是否登录过钉钉',
    leavers: '没有查清：有哪些人离职',
    'clock-ins': '没有查清：离职的人是否打卡',
  },
}

const en: GhostWords = {
  columns: ['Finding', 'Name', 'Department', 'Left, according to', 'Left', 'Clock-ins since', 'Last clock-in'],
  findings: {
    'never-signed-in': 'never signed in to DingTalk',
    'not-in-dingtalk': 'not in DingTalk',
    'clocks-in-after-leaving': 'left, and still clocks in',
  },
  goneBy: {
    'leave-record': 'DingTalk’s list of leavers',
    lock: 'gone from the files, not from DingTalk',
    departed: 'in the department of the departed',
  },
  unknown: {
    'sign-ins': 'not found out: who signed in to DingTalk',
    leavers: 'not found out: who left',
    'clock-ins': 'not found out: whether those who left clock in',
  },
}

/** The words of the report in one language. */
export function ghostWords(language: Language): GhostWords {
  return language === 'zh' ? zh : en
}
