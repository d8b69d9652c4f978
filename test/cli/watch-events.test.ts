import { describe, expect, test } from 'vitest'
import { listen } from '../emulator/stream-client.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `rollbook watch` as a process, and an emulator that tells of what happens in it: nobody writes an event by hand. */

/** A company that is as its files say, and a watcher that is connected to it and has read it once. */
async function followed() {
  const place = await appliedWorkplace()
  const { emulator } = place
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  await watcher.said(/Read the whole company/)
  await watcher.said(/Connected/)
  const retitle = (title: string, userid = 'lilei') => emulator.console('updateUser', { userid, title }, 'hanmeimei')
  return { place, emulator, events: emulator.events, watcher, retitle }
}

test('what is edited in the console is told by DingTalk, and reported with whoever did it', async () => {
  const { emulator, events, watcher, retitle } = await followed()
  retitle('架构师')
  await watcher.said(/new differences: 1/)
  const role = emulator.snapshot().roles.find(({ name }) => name === '会计')?.id
  emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['zhoujie'] })
  await watcher.said(/new differences: 1/, 2)
  emulator.console('createDepartment', { name: '新部', parent_id: 1 })
  await watcher.said(/new differences: 1/, 3)
  await events.idle()
  expect(events.log.map(({ type, outcome }) => `${type} ${outcome}`)).toEqual([
    'user_modify_org acknowledged',
    'label_user_change acknowledged',
    'org_dept_create acknowledged',
  ])
  const { stdout } = await watcher.stop()
  expect(stdout).toMatch(
    /^韩梅梅 \(hanmeimei\) changed in DingTalk[^\n]*\n {2}李雷 \(研发部\): title from 工程师 to 架构师\n/,
  )
  expect(stdout).toContain('周杰')
  expect(stdout).toContain('department “新部” is not in the files')
})

test('what an apply writes comes back as events, and is no difference', async () => {
  const { place, events, watcher } = await followed()
  await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  await watcher.said(/Read again: 1; nothing new differs/)
  await events.idle()
  expect(events.log.map(({ type, outcome }) => `${type} ${outcome}`)).toEqual(['user_modify_org acknowledged'])
  expect((await watcher.stop()).stdout).toBe('')
})

describe('an event', () => {
  test('that comes twice is kept once', async () => {
    const { events, watcher, retitle } = await followed()
    events.inject({ do: 'duplicate' })
    retitle('架构师')
    await watcher.said(/new differences: 1/)
    await events.idle()
    const { stdout, stderr } = await watcher.stop()
    expect(stdout.match(/架构师/g)).toHaveLength(1)
    expect(stderr).toContain('Events: 1 kept, 1 repeated, 0 unknown, 0 refused')
  })

  test('of another company is acknowledged and read by nobody', async () => {
    const { events, watcher, retitle } = await followed()
    events.inject({ do: 'forged' })
    retitle('架构师')
    await watcher.said(/new differences: 1/)
    await events.idle()
    expect(events.log.map(({ attempt, outcome }) => `${attempt} ${outcome}`)).toEqual([
      '0 acknowledged',
      '1 acknowledged',
    ])
    expect((await watcher.stop()).stderr).toContain('Events: 1 kept, 0 repeated, 0 unknown, 1 refused (company 1)')
  })

  test('that comes after a later one is reported all the same', async () => {
    const { emulator, events, watcher, retitle } = await followed()
    events.inject({ do: 'reordered' })
    retitle('架构师')
    emulator.console('updateUser', { userid: 'zhoujie', name: '周洁' })
    await watcher.said(/李雷 [^\n]*架构师/)
    await watcher.said(/周洁/)
    await events.idle()
    expect(events.log.map(({ outcome }) => outcome)).toEqual(['acknowledged', 'acknowledged'])
  })

  test.each(['old', 'object', 'none'] as const)('is understood in another spelling: %s', async (spelling) => {
    const switches = spelling === 'old' ? ({ streamSpelling: 'pascal' } as const) : ({ diffInfo: spelling } as const)
    const place = await appliedWorkplace(undefined, { switches })
    const watcher = startWatcher(place, null, ['--lang', 'en'])
    await watcher.said(/Read the whole company/)
    await watcher.said(/Connected/)
    place.emulator.console('updateUser', { userid: 'lilei', name: '李蕾' }, 'hanmeimei')
    await watcher.said(/new differences: 1/)
    expect((await watcher.stop()).stdout).toMatch(/^韩梅梅 \(hanmeimei\) changed in DingTalk/)
  })
})

describe('a connection', () => {
  test('that DingTalk rotates is replaced, and nothing is missed', async () => {
    const { events, watcher, retitle } = await followed()
    events.rotate()
    await watcher.said(/Changed to another connection, as DingTalk asked/)
    retitle('架构师')
    await watcher.said(/new differences: 1/)
    expect((await watcher.stop()).stdout).toContain('架构师')
  })

  test('that is cut under an event loses nothing: the whole company is read', async () => {
    const { events, watcher, retitle } = await followed()
    events.cut()
    retitle('架构师')
    await watcher.said(/Read the whole company; new differences: 1/)
    expect((await watcher.stop()).stdout).toContain('架构师')
  })
})

test.each(['removes', 'keeps'] as const)(
  'what nobody took is read from the list of failed pushes, also where reading %s: the read ends',
  async (failedListReading) => {
    let now = Date.now()
    const switches = { failedListReading, failedListCoversStream: true } as const
    const place = await appliedWorkplace(undefined, { now: () => now, switches })
    const { console: edit, events } = place.emulator
    await (await listen(place.emulator)).close()
    for (let at = 0; at <= 200; at++) events.announce({ type: 'user_modify_org', users: ['zhoujie'] }, 'lilei')
    edit('updateUser', { userid: 'lilei', title: '架构师' }, 'hanmeimei')
    for (const wait of [0, 10_000, 30_000, 300_000]) {
      now += wait
      events.tick()
      await events.idle()
    }
    const watcher = startWatcher(place, null, ['--lang', 'en'])
    await watcher.said(/new differences: 1/)
    const [, count] = /list of failed pushes: (\d+)/.exec(watcher.output()) ?? []
    // The same page a second time is the end of it.
    expect(Number(count)).toBe(failedListReading === 'removes' ? 202 : 400)
    expect((await watcher.stop()).stdout).toContain('架构师')
  },
)
