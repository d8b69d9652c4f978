import type { Language } from '../words.ts'

/**
 * The columns of an attendance table, and DingTalk's codes as its console says them (official pages of the two calls,
 * 2019 to 2022). The lists of codes are open: one that stands in none is printed as it is.
 */
export interface AttendanceWords {
  readonly columns: {
    readonly jobNumber: string
    readonly name: string
    readonly department: string
    readonly day: string
    readonly check: string
    readonly planned: string
    readonly clocked: string
    readonly result: string
    readonly place: string
    readonly by: string
    readonly approved: string
  }
  readonly approved: string
  readonly notRead: string
  readonly checks: Codes
  readonly results: Codes
  readonly places: Codes
  readonly sources: Codes
}
type Codes = { readonly [code: string]: string }

const zh: AttendanceWords = {
  columns: {
    jobNumber: '工号',
    name: '姓名',
    department: '部门',
    day: '日期',
    check: '上班/下班',
    planned: '应打卡时间',
    clocked: '打卡时间',
    result: '打卡结果',
    place: '打卡地点',
    by: '打卡方式',
    approved: '关联审批',
  },
  approved: '有',
  notRead: '没有读到',
  checks: { OnDuty: '上班', OffDuty: '下班' },
  results: {
    Normal: '正常',
    Early: '早退',
    Late: '迟到',
    SeriousLate: '严重迟到',
    Absenteeism: '旷工迟到',
    NotSigned: '未打卡',
  },
  places: { Normal: '范围内', Outside: '范围外', NotSigned: '未打卡' },
  sources: {
    USER: '本人打卡',
    ATM: '考勤机',
    DING_ATM: '钉钉考勤机',
    BEACON: '蓝牙信标',
    AUTO_CHECK: '自动打卡',
    APPROVE: '审批',
    BOSS: '主管改签',
    SYSTEM: '考勤系统',
  },
}

const en: AttendanceWords = {
  columns: {
    jobNumber: 'Job number',
    name: 'Name',
    department: 'Department',
    day: 'Date',
    check: 'In or out',
    planned: 'Planned',
    clocked: 'Clocked',
    result: 'Result',
    place: 'Place',
    by: 'By',
    approved: 'Approval',
  },
  approved: 'yes',
  notRead: 'not read',
  checks: { OnDuty: 'in', OffDuty: 'out' },
  results: {
    Normal: 'on time',
    Early: 'left early',
    Late: 'late',
    SeriousLate: 'very late',
    Absenteeism: 'late, counts as absent',
    NotSigned: 'not clocked',
  },
  places: { Normal: 'in range', Outside: 'out of range', NotSigned: 'not clocked' },
  sources: {
    USER: 'the person',
    ATM: 'attendance machine',
    DING_ATM: 'DingTalk attendance machine',
    BEACON: 'Bluetooth beacon',
    AUTO_CHECK: 'automatic',
    APPROVE: 'approval',
    BOSS: 'corrected by a manager',
    SYSTEM: 'attendance system',
  },
}

/** The words of an attendance table in one language. */
export function attendanceWords(language: Language): AttendanceWords {
  return language === 'zh' ? zh : en
}
