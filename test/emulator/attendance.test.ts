import { expect, test } from 'vitest'
import { type Company, type Fields, start } from './caller.ts'
import { type Case, many, refuses } from './refusals.ts'

/** Attendance and leavers of the embedded DingTalk, by plain HTTP. */

const now = Date.parse('2026-11-21T12:00:00+08:00')
const week = { workDateFrom: '2026-11-09 00:00:00', workDateTo: '2026-11-15 23:59:59' }
const demo = () => start({ seed: 'demo', now: () => now })

interface Row {
  readonly userId: string
  readonly workDate: number
  readonly checkType: string
  readonly timeResult: string
  readonly recordId?: number
  readonly sourceType: string
}

async function results({ call }: Company, more: Fields = {}): Promise<Row[]> {
  const rows: Row[] = []
  for (let offset = 0; ; offset += 50) {
    const request = { ...week, userIdList: ['lilei'], offset, limit: 50, ...more }
    const { body } = await call('listAttendanceResults', request)
    expect(body.errcode).toBe(0)
    rows.push(...(body.recordresult ?? []))
    if (!body.hasMore) return rows
  }
}

const window = { offset: 0, limit: 50, userIdList: ['lilei'] }
const cases: readonly Case[] = [
  [
    'results of more than 7 days',
    41041,
    'listAttendanceResults',
    { ...window, workDateFrom: '2026-11-01 00:00:00', workDateTo: '2026-11-08 00:00:01' },
  ],
  [
    'results of 51 people',
    400002,
    'listAttendanceResults',
    { ...week, ...window, userIdList: many(51, (at) => `p${at}`) },
  ],
  ['results by a page of 51', 400002, 'listAttendanceResults', { ...week, ...window, limit: 51 }],
  ['results from a negative offset', 400002, 'listAttendanceResults', { ...week, ...window, offset: -1 }],
  ['results of a bare day', 400002, 'listAttendanceResults', { ...week, ...window, workDateFrom: '2026-11-09' }],
  [
    'results that end before they begin',
    400002,
    'listAttendanceResults',
    { ...week, ...window, workDateTo: '2026-11-01 00:00:00' },
  ],
  [
    'clock-ins of more than 7 days',
    41041,
    'listAttendanceRecords',
    { userIds: ['lilei'], checkDateFrom: '2026-11-01 00:00:00', checkDateTo: '2026-11-08 00:00:01' },
  ],
  [
    'clock-ins of 51 people',
    400002,
    'listAttendanceRecords',
    {
      userIds: many(51, (at) => `p${at}`),
      checkDateFrom: '2026-11-01 00:00:00',
      checkDateTo: '2026-11-02 00:00:00',
    },
  ],
]

refuses(cases)

test('seven days to the second are one window', async () => {
  const company = await demo()
  const exact = { workDateFrom: '2026-11-09 00:00:00', workDateTo: '2026-11-16 00:00:00' }
  expect(new Set((await results(company, exact)).map(({ workDate }) => workDate)).size).toBe(6)
})

test('each weekday has two planned checks of each active person, the same whenever they are asked for', async () => {
  const company = await demo()
  const rows = await results(company)
  expect(rows.map(({ checkType }) => checkType)).toEqual(Array.from({ length: 5 }, () => ['OnDuty', 'OffDuty']).flat())
  expect(await results(company)).toEqual(rows)
  expect(await results(company, { userIdList: ['nobody'] })).toEqual([])
  company.emulator.console('createUser', { userid: 'wangwu', name: '王五', mobile: '10000000009', dept_id_list: [1] })
  expect(await results(company, { userIdList: ['wangwu'] })).toEqual([])
})

test('a quarter of a company holds every result, and nothing that was not clocked has a record', async () => {
  const company = await start({ seed: 50, now: () => now })
  const everybody = [...company.emulator.state.records.users.keys()]
  const rows: Row[] = []
  for (let at = 0; at < 12; at++) {
    const from = new Date(Date.UTC(2026, 7, 24 + 7 * at)).toISOString().slice(0, 10)
    const to = new Date(Date.UTC(2026, 7, 30 + 7 * at)).toISOString().slice(0, 10)
    rows.push(
      ...(await results(company, {
        userIdList: everybody,
        workDateFrom: `${from} 00:00:00`,
        workDateTo: `${to} 00:00:00`,
      })),
    )
  }
  expect(new Set(rows.map(({ timeResult }) => timeResult))).toEqual(
    new Set(['Normal', 'Late', 'SeriousLate', 'Early', 'NotSigned']),
  )
  expect(rows.filter(({ timeResult, recordId }) => (timeResult === 'NotSigned') === (recordId !== undefined))).toEqual(
    [],
  )
  const share = rows.filter(({ timeResult }) => timeResult === 'Normal').length / rows.length
  expect([share > 0.8, share < 0.95]).toEqual([true, true])
})

test('nothing is known of what has not come, and nothing is older than half a year', async () => {
  const company = await demo()
  const coming = { workDateFrom: '2026-11-20 00:00:00', workDateTo: '2026-11-26 00:00:00' }
  expect(await results(company, coming)).toHaveLength(2)
  const old = { workDateFrom: '2026-05-18 00:00:00', workDateTo: '2026-05-24 00:00:00' }
  expect(await results(company, old)).toEqual([])
})

test('clock-ins are those of the results, unpaged, and what a test says that somebody did', async () => {
  const company = await demo()
  const everybody = [...company.emulator.state.records.users.keys()]
  const signed = (await results(company, { userIdList: everybody })).filter(({ recordId }) => recordId !== undefined)
  company.emulator.state.clockIns.set('gone', [Date.parse('2026-11-11T08:59:59+08:00')])
  const request = { checkDateFrom: week.workDateFrom, checkDateTo: week.workDateTo }
  const { body } = await company.call('listAttendanceRecords', { ...request, userIds: [...everybody, 'gone'] })
  const ids = body.recordresult.map(({ id }: { id: number }) => id)
  expect(ids.length).toBeGreaterThan(50)
  expect(ids).toEqual(expect.arrayContaining(signed.map(({ recordId }) => recordId)))
  expect(body.recordresult.at(-1)).toMatchObject({ userId: 'gone', sourceType: 'USER' })
  expect(body).not.toHaveProperty('hasMore')
})

test('without its permission nothing of it is told', async () => {
  const company = await demo()
  const { missingPermissions } = company.emulator.state
  missingPermissions.add('qyapi_get_attendance_data').add('qyapi_attendance_isv_query_result')
  const { body } = await company.call('listAttendanceResults', { ...week, ...window })
  expect([body.errcode, body.sub_code]).toEqual([88, '60011'])
})

test('whoever is removed stands in the list of leavers, page by page and by the time', async () => {
  let time = now
  const company = await start({ seed: 'demo', now: () => time })
  const { call, emulator } = company
  for (const userid of ['lilei', 'hanmeimei', 'wumin']) {
    emulator.console('deleteUser', { userid })
    time += 86_400_000
  }
  company.token = emulator.state.tokens.give()
  const ask = async (more: Fields) => await call('listLeaveRecords', { maxResults: 2, ...more })
  const first = (await ask({ startTime: '2026-11-01T00:00:00Z' })).body
  expect(first.records.map(({ userId }: { userId: string }) => userId)).toEqual(['lilei', 'hanmeimei'])
  const last = (await ask({ startTime: '2026-11-01T00:00:00Z', nextToken: first.nextToken })).body
  expect(last).toMatchObject({
    records: [{ userId: 'wumin', leaveTime: '2026-11-23T04:00:00.000Z', leaveReason: 'oapi' }],
  })
  expect(last).not.toHaveProperty('nextToken')
  const { records } = (await ask({ startTime: '2026-11-01T00:00:00Z', endTime: '2026-11-21T12:00:00Z' })).body
  expect(records).toHaveLength(1)
  for (const wrong of [
    { startTime: 'x' },
    { startTime: '2025-11-01T00:00:00Z' },
    { startTime: '2026-11-01T00:00:00Z', nextToken: 'x' },
  ]) {
    const { status, body } = await ask(wrong)
    expect([status, body.code]).toEqual([400, 'invalidParameter.param.invalid'])
  }
})
