import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { attendanceSchema } from '../../src/core/attendance-schema.ts'
import { published } from '../../src/core/json-schema.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { clockingCompany, daysAgo, employ, parseCsv } from '../support/attendance.ts'
import { appliedWorkplace, smallCompany, type Workplace } from '../support/workplace.ts'

/** `rollbook attendance` as a process, against the embedded DingTalk. */

/** 17 days: two whole windows and a part of a third one. */
const [from, to] = [daysAgo(17), daysAgo(1)]
const days = ['--from', from, '--to', to]
const accepted = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(attendanceSchema))

type Request = { readonly [field: string]: unknown }

interface Item {
  readonly userId: string
  readonly workDate: number
  readonly checkType: string
  readonly recordId?: number
}

/** What the company itself knows of somebody, day by day, however the program asks for it. */
function known({ state, console }: Emulator, userids: readonly string[]): string[] {
  const found: string[] = []
  for (const userid of userids)
    for (let ago = 17; ago >= 1; ago--) {
      const day = `${daysAgo(ago)} 00:00:00`
      const request = { userIdList: [userid], workDateFrom: day, workDateTo: day, offset: 0, limit: 50 }
      const rows = console('listAttendanceResults', request)['recordresult'] as Item[]
      found.push(
        ...rows.map(({ checkType, recordId }) => `${userid} ${daysAgo(ago)} ${checkType} ${recordId !== undefined}`),
      )
    }
  expect(found.length).toBeGreaterThan(userids.length)
  expect(state.records.users.size).toBeGreaterThanOrEqual(userids.length)
  return found.sort()
}

const everybody = ({ emulator }: Workplace) => [...emulator.state.records.users.keys()]
const asked = ({ emulator }: Workplace) => emulator.log.filter(({ operation }) => operation === 'listAttendanceResults')

test('writes everybody of 61 people on every day once, as a table that Excel opens, in both languages', async () => {
  const place = await clockingCompany(61)
  const zh = await place.run(['attendance', ...days, '--lang', 'zh'])
  expect([zh.code, zh.stdout.charCodeAt(0)]).toEqual([0, 0xfeff])
  const [head = [], ...rows] = parseCsv(zh.stdout.slice(1))
  expect(head.slice(1, 6)).toEqual(['姓名', 'userid', '部门', '日期', '上班/下班'])
  expect(rows.map((row) => `${row[2]} ${row[4]} ${row[12]} ${row[7] !== ''}`).sort()).toEqual(
    known(place.emulator, everybody(place)),
  )
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]))
  expect(rows.filter((row) => row[13] === 'Late').map((row) => row[8])).toContain('迟到')
  expect(zh.stderr).toMatch(/61 人，大约要调用 \d+ 次/)
  expect(asked(place).filter(({ outcome }) => outcome !== 0)).toEqual([])

  const en = await place.run(['attendance', ...days, '--lang', 'en'])
  const english = parseCsv(en.stdout.slice(1))
  expect(english[0]?.slice(1, 5)).toEqual(['Name', 'userid', 'Department', 'Date'])
  expect(english.slice(1).map((row) => row.slice(12))).toEqual(rows.map((row) => row.slice(12)))
})

test('prints JSON that its schema accepts, of every clock-in as well', async () => {
  const place = await clockingCompany(20)
  for (const kind of ['results', 'records']) {
    const { code, stdout } = await place.run(['attendance', ...days, '--kind', kind, '--format', 'json'])
    const document = JSON.parse(stdout)
    expect([code, accepted(document), accepted.errors]).toEqual([0, true, null])
    expect(document).toMatchObject({ kind, from, to, people: 20, missing: [], complete: true })
    expect(document.rows.length).toBeGreaterThan(200)
    expect(stdout).not.toMatch(/示例市|67da0f/)
  }
})

test('a department means everything below it and whoever is in it besides, and several are one table', async () => {
  const place = await clockingCompany(200)
  const [first = '', second = ''] = Object.keys(await place.files()).flatMap(
    (path) => /^departments\/([^/]+\/[^/]+)\/people\.yaml$/.exec(path)?.[1] ?? [],
  )
  const { departments, users } = place.emulator.state.records
  const idOf = (path: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return [...departments.values()].find((one) => one.name === name)?.dept_id ?? 0
  }
  const inside = new Set([first, second].flatMap((path) => place.emulator.state.records.subtree(idOf(path))))
  const expected = [...users.values()].filter((user) => user.departments.some((id) => inside.has(id)))
  expect(expected.some(({ main }) => !inside.has(main))).toBe(true)
  const { code, stdout } = await place.run([
    'attendance',
    ...days,
    '--department',
    first,
    second.replace('/', ' / '),
    '--format',
    'json',
  ])
  const found = new Set(JSON.parse(stdout).rows.map(({ userid }: { userid: string }) => userid))
  expect([code, [...found].sort()]).toEqual([0, expected.map(({ userid }) => userid).sort()])
})

test('names that a spreadsheet would compute, and userids that it would round, come back as they are', async () => {
  const people = [
    `- {userid: "00123", name: "=HYPERLINK(\\"http://example.com\\")", mobile: "10012345671", job_number: "0007"}`,
    `- {userid: "16203020000000000007", name: "张,\\"三\\"", mobile: "10012345672", job_number: "3-4"}\n`,
  ]
  const place = await appliedWorkplace({
    ...smallCompany,
    'departments/研发部/people.yaml': people.join('\n'),
    'departments/研发部/department.yaml': 'order: 10\n',
    'roles/岗位.yaml': 'roles: []\n',
  })
  employ(place.emulator)
  const { code, stdout } = await place.run(['attendance', ...days, '--department', '研发部', '--lang', 'en'])
  const rows = parseCsv(stdout.slice(1)).slice(1)
  expect(code).toBe(0)
  expect(new Set(rows.map(([job, name, userid]) => JSON.stringify([job, name, userid])))).toEqual(
    new Set([
      JSON.stringify(['0007\t', `'=HYPERLINK("http://example.com")`, '00123\t']),
      JSON.stringify(['3-4\t', '张,"三"', '16203020000000000007\t']),
    ]),
  )
})

test('a page that fails in the middle leaves a table that says who is missing, and exit 5', async () => {
  const place = await clockingCompany(61)
  const refuse = { errcode: 88, sub_code: '90020', errmsg: 'quota' }
  // The second page of the second week.
  const where = ({ workDateFrom, offset }: Request) => workDateFrom === `${daysAgo(10)} 00:00:00` && offset === 50
  place.emulator.inject({ match: { operation: 'listAttendanceResults', where }, do: { refuse }, times: 9999 })
  const { code, stdout, stderr } = await place.run(['attendance', ...days, '--format', 'json', '--lang', 'en'])
  const { rows, missing, complete, ...rest } = JSON.parse(stdout)
  expect([code, complete, accepted({ rows, missing, complete, ...rest })]).toEqual([5, false, true])
  const held = new Set(
    missing.flatMap((one: { from: string; to: string; people: string[] }) =>
      one.people.map((userid) => `${userid} ${one.from}`),
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
  // Whoever is missing for a week has no row of it, and nobody is forgotten.
  const windows = [daysAgo(17), daysAgo(10), daysAgo(3)]
  const windowOf = (day: string) => windows.filter((start) => start <= day).at(-1)
  expect(rows.filter((row: { userid: string; day: string }) => held.has(`${row.userid} ${windowOf(row.day)}`))).toEqual(
    [],
  )
  const wanted = known(place.emulator, everybody(place)).filter((one) => {
    const [userid = '', day = ''] = one.split(' ')
    return !held.has(`${userid} ${windowOf(day)}`)
  })
  expect(rows.length).toBe(wanted.length)
  expect(stderr).toMatch(/Incomplete: of 61 people/)

  const csv = await place.run(['attendance', ...days, '--lang', 'zh'])
  expect(csv.code).toBe(5)
  expect(parseCsv(csv.stdout.slice(1)).filter((row) => row[8] === '没有读到')).toHaveLength(held.size)
})

test('somebody whom DingTalk refuses costs nobody else a row', async () => {
  const place = await clockingCompany(61)
  const refuse = { errcode: 400002, errmsg: 'invalid parameter' }
  const where = ({ userIdList }: { readonly userIdList?: unknown }) => (userIdList as string[]).includes('u000007')
  place.emulator.inject({ match: { operation: 'listAttendanceResults', where }, do: { refuse }, times: 9999 })
  const { code, stdout, stderr } = await place.run(['attendance', ...days, '--format', 'json', '--lang', 'en'])
  const { rows, missing } = JSON.parse(stdout)
  expect([code, new Set(missing.flatMap((one: { people: string[] }) => one.people))]).toEqual([5, new Set(['u000007'])])
  expect(rows.length).toBe(
    known(
      place.emulator,
      everybody(place).filter((userid) => userid !== 'u000007'),
    ).length,
  )
  expect(stderr).toContain('400002')
})

test('without the permission there is no table, and the error names it', async () => {
  const place = await clockingCompany(20)
  place.emulator.state.missingPermissions.add('qyapi_get_attendance_data').add('qyapi_attendance_isv_query_result')
  const { code, stdout, stderr } = await place.run(['attendance', ...days, '--lang', 'zh'])
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('60011')])
})

test('Ctrl-C ends with what was read, and a table that says so', async () => {
  const place = await clockingCompany(61)
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const where = ({ workDateFrom }: Request) => workDateFrom === `${daysAgo(53)} 00:00:00`
  place.emulator.inject({ match: { operation: 'listAttendanceResults', where }, do: { delay: released } })
  let killed = false
  const { code, stdout } = await place.run(
    ['attendance', '--from', daysAgo(60), '--to', to, '--format', 'json', '--lang', 'en'],
    {
      onOutput(text, child) {
        if (!killed && text.includes('"timeResult"')) {
          killed = true
          child.kill('SIGINT')
        }
        if (text.includes('Stopping')) release()
      },
    },
  )
  const { rows, missing, complete } = JSON.parse(stdout)
  expect([code, complete, rows.length > 0, missing.length > 0]).toEqual([130, false, true, true])
})

test.each([
  ['no days', [], /--from 2026/],
  ['a day that is none', ['--from', '2026-02-30', '--to', to], /"2026-02-30"/],
  ['the end before the start', ['--from', to, '--to', from], /exchange/],
  ['a day to come', ['--from', from, '--to', daysAgo(-1)], /has not come yet/],
  ['a day that DingTalk has forgotten', ['--from', daysAgo(181), '--to', to], /180 days/],
  ['a department by its last name', [...days, '--department', '研发'], /did you mean "研发部"/],
])('%s: exit 64 and what to type instead, and nobody is asked', async (_, args, message) => {
  const place = await appliedWorkplace()
  const { code, stdout, stderr } = await place.run(['attendance', ...args, '--lang', 'en'])
  expect([code, stdout, stderr]).toEqual([64, '', expect.stringMatching(message)])
  expect(asked(place)).toEqual([])
})

test('a department without anybody is an empty table, and the first and the last day that DingTalk keeps are read', async () => {
  const place = await appliedWorkplace({ ...smallCompany, 'departments/空/department.yaml': 'order: 30\n' })
  employ(place.emulator)
  const empty = await place.run(['attendance', ...days, '--department', '空', '--lang', 'en'])
  expect([empty.code, parseCsv(empty.stdout.slice(1)).length, empty.stderr]).toEqual([
    0,
    1,
    expect.stringContaining('Nobody'),
  ])
  const all = await place.run(['attendance', '--from', daysAgo(180), '--to', daysAgo(0), '--format', 'json'])
  expect([all.code, JSON.parse(all.stdout).complete]).toEqual([0, true])
})
