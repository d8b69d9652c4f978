import { expect, test } from 'vitest'
import type { Check } from '../../src/core/attendance.ts'
import { attendanceCsv, attendanceJson } from '../../src/render/attendance.ts'
import { parseCsv } from '../support/attendance.ts'

const person = { userid: 'lilei', id: 'lilei', name: '李雷', jobNumber: '', department: '研发部', path: '研发部' }
const check: Check = {
  person,
  day: '2026-11-20',
  check: 'MidDuty',
  timeResult: 'constructor',
  locationResult: '=1',
  source: 'A,"B"',
}

test('codes that nobody knows yet are printed as they are, and computed by nobody', () => {
  const [row = []] = parseCsv(attendanceCsv('results', 'zh').rows([check]))
  expect(row.slice(4)).toEqual([
    ...['2026-11-20', 'MidDuty', '', '', 'constructor', `'=1`, 'A,"B"', ''],
    ...['MidDuty', 'constructor', `'=1`, 'A,"B"'],
  ])
  const about = {
    corp: null,
    kind: 'results' as const,
    days: { from: '2026-11-20', to: '2026-11-20' },
    departments: [],
    people: 1,
  }
  const json = attendanceJson(about)
  const { rows } = JSON.parse(json.begin() + json.rows([check]) + json.rows([check]) + json.end([]))
  expect(rows[1]).toMatchObject({ userid: 'lilei', check: 'MidDuty', timeResult: 'constructor', source: 'A,"B"' })
})

test('a name cannot begin a line or a cell of its own', () => {
  const hostile = { ...person, name: 'x"\r\n=1,"y', path: '\u202E研发\n部', userid: '"\r\n' }
  const rows = parseCsv(attendanceCsv('records', 'en').rows([{ person: hostile, day: '2026-11-20' }]))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(0, 4)).toEqual(['', 'x" =1,"y', '"\n', '研发 部'])
})
