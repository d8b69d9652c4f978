import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { ghostsSchema } from '../../src/core/ghosts-schema.ts'
import { published } from '../../src/core/json-schema.ts'
import { daysAgo, employ, parseCsv } from '../support/attendance.ts'
import { appliedWorkplace, smallCompany, type Workplace } from '../support/workplace.ts'

/** `rollbook attendance --ghosts` as a process, against the embedded DingTalk. */

const accepted = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(ghostsSchema))
const at = (ago: number) => Date.parse(`${daysAgo(ago)}T09:00:00+08:00`)

/** A company where everybody has signed in. */
async function calm(files = smallCompany) {
  const place = await appliedWorkplace(files)
  employ(place.emulator)
  return place
}

async function ghostsOf(place: Workplace, ...args: readonly string[]) {
  const { code, stdout, stderr } = await place.run([
    'attendance',
    '--ghosts',
    '--format',
    'json',
    '--lang',
    'en',
    ...args,
  ])
  const document = JSON.parse(stdout)
  expect([accepted(document), accepted.errors]).toEqual([true, null])
  return { code, stderr, ...document }
}

/** Somebody leaves DingTalk so many days ago. */
function leaves({ emulator }: Workplace, userid: string, ago: number) {
  emulator.console('deleteUser', { userid })
  const last = emulator.state.leavers.pop()
  if (last !== undefined) emulator.state.leavers.push({ ...last, left: at(ago) })
}

test('a calm company has no ghosts, and the report says what it cannot know', async () => {
  const { code, ghosts, unknown, complete, people, stderr } = await ghostsOf(await calm())
  expect([code, ghosts, unknown, complete, people]).toEqual([0, [], [], true, 3])
  expect(stderr).toMatch(/not when somebody last signed in[\s\S]*not documented/)
})

test('whoever never signed in is named with the department, and so is whoever DingTalk does not have', async () => {
  const place = await calm()
  const { records } = place.emulator.state
  const lilei = records.users.get('lilei')
  if (lilei) records.putUser({ ...lilei, active: false })
  await place.edit({ 'departments/市场部/wangwu.yaml': 'userid: wangwu\nname: 王五\nmobile: "10012345679"\n' })
  const { ghosts, code } = await ghostsOf(place)
  expect([code, ghosts]).toEqual([
    0,
    [
      { finding: 'not-in-dingtalk', userid: 'wangwu', name: '王五', department: '市场部' },
      { finding: 'never-signed-in', userid: 'lilei', name: '李雷', department: '研发部' },
    ],
  ])
  const narrowed = await ghostsOf(place, '--department', '研发部')
  expect(narrowed.ghosts.map(({ userid }: { userid: string }) => userid)).toEqual(['lilei'])
})

test('a clock-in after leaving is one, a clock-in before is none', async () => {
  const place = await calm()
  await place.edit({ 'departments/市场部/people.yaml': '[]\n' })
  leaves(place, 'zhoujie', 10)
  place.emulator.state.clockIns.set('zhoujie', [at(12), at(11)])
  expect((await ghostsOf(place)).ghosts).toEqual([])
  place.emulator.state.clockIns.set('zhoujie', [at(12), at(5), at(3)])
  const { ghosts, leavers } = await ghostsOf(place)
  expect(leavers).toBe(1)
  expect(ghosts).toEqual([
    {
      finding: 'clocks-in-after-leaving',
      userid: 'zhoujie',
      name: '周杰',
      by: 'leave-record',
      left: `${daysAgo(10)}T09:00:00+08:00`,
      clockIns: 2,
      last: `${daysAgo(3)}T09:00:00+08:00`,
    },
  ])
  expect((await ghostsOf(place, '--to', daysAgo(4))).ghosts[0]).toMatchObject({ clockIns: 1 })
})

test('somebody gone from the files alone, or in the department of the departed, is looked at too', async () => {
  const place = await calm({
    ...smallCompany,
    'rollbook.yaml': `${smallCompany['rollbook.yaml']}departed: { move_to: 离职 }\n`,
    'departments/离职/department.yaml': 'order: 90\n',
  })
  const { state } = place.emulator
  const [away] = [...state.records.departments.values()].filter(({ name }) => name === '离职')
  place.emulator.console('createUser', {
    userid: 'old',
    name: '旧人',
    mobile: '10012345670',
    dept_id_list: [away?.dept_id],
  })
  state.clockIns.set('old', [at(2)])
  await place.edit({ 'departments/市场部/people.yaml': '[]\n' })
  const { ghosts } = await ghostsOf(place, '--from', daysAgo(8))
  expect(ghosts.map(({ userid, by, name }: Record<string, string>) => [userid, by, name])).toEqual(
    expect.arrayContaining([
      ['zhoujie', 'lock', '周杰'],
      ['old', 'departed', '旧人'],
    ]),
  )
})

test.each([
  ['leavers', 'Contact.Common.Read'],
  ['clock-ins', 'qyapi_get_attendance_data'],
  ['sign-ins', 'qyapi_get_department_member'],
])('without its permission %s are unknown, the rest is told, and the report ends with 5', async (what, permission) => {
  const place = await calm()
  leaves(place, 'zhoujie', 10)
  await place.edit({ 'departments/市场部/people.yaml': '[]\n' })
  place.emulator.state.missingPermissions.add(permission)
  const { code, unknown, complete } = await ghostsOf(place)
  expect([code, complete, unknown.map((one: { what: string }) => one.what)]).toEqual([5, false, [what]])
})

test('the table opens in Excel, in both languages, with what was not found out', async () => {
  const place = await calm()
  leaves(place, 'zhoujie', 10)
  await place.edit({ 'departments/市场部/people.yaml': '[]\n' })
  place.emulator.state.clockIns.set('zhoujie', [at(3)])
  const zh = await place.run(['attendance', '--ghosts', '--lang', 'zh'])
  expect(zh.stdout.charCodeAt(0)).toBe(0xfeff)
  expect(parseCsv(zh.stdout.slice(1))[1]?.slice(0, 3)).toEqual(['已经离职，还在打卡', '周杰', 'zhoujie'])
  place.emulator.state.missingPermissions.add('Contact.Common.Read')
  const en = await place.run(['attendance', '--ghosts', '--lang', 'en'])
  const rows = parseCsv(en.stdout.slice(1))
  expect(rows.at(-1)).toEqual(['not found out: who left', ...Array.from({ length: 7 }, () => '')])
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]))
})
