import { expect, test } from 'vitest'
import { repository } from '../support/repository.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `rollbook watch` on the Stream connection of the emulator, which tells of every change by itself. */

async function followed() {
  const place = await appliedWorkplace()
  const start = () => startWatcher(place, null, ['--lang', 'en'])
  const watcher = start()
  await watcher.said(/Read the whole company/)
  return { place, watcher, start, events: place.emulator.events }
}

test('an edit in the console is reported with its administrator; our own apply is not', async () => {
  const { place, watcher, events } = await followed()
  await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  await events.idle()
  await watcher.said(/Read again: 1; nothing new differs/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' }, 'hanmeimei')
  await events.idle()
  await watcher.said(/new differences: 1/)
  const { stdout } = await watcher.stop()
  expect((await place.run(['drift', '--lang', 'zh'])).stdout).toContain('韩梅梅')
  expect(stdout).toMatch(
    /^韩梅梅 \(hanmeimei\) changed in DingTalk .*\n {2}李雷 \(研发部\): title from 工程师 to 架构师\n$/,
  )
  expect(new Set(events.log.map(({ outcome }) => outcome))).toEqual(new Set(['acknowledged']))
})

test('edits of a department, a role and people are reported', async () => {
  const { place, watcher, events, start } = await followed()
  await watcher.stop('SIGKILL')
  const next = start()
  await next.said(/Read the whole company/)
  const { department, role } = JSON.parse((await place.lock()) ?? '').resources
  place.emulator.console('updateDepartment', { dept_id: Number(department['市场部'].id), name: '销售部' })
  place.emulator.console('addRolesForEmployees', { roleIds: [Number(role['岗位/会计'].id)], userIds: ['zhoujie'] })
  place.emulator.console('deleteUser', { userid: 'hanmeimei' })
  await events.idle()
  await next.said(/市场部[\s\S]*销售部/)
  await next.said(/leaves|离职|left/)
  await next.said(/会计[\s\S]*周杰/)
})

test('a rotation loses nothing, and after a cut the whole company is read', async () => {
  const { place, watcher, events } = await followed()
  events.rotate()
  await watcher.said(/Changed to another connection/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  await watcher.said(/new differences: 1/)
  events.cut()
  await watcher.said(/The connection was lost/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '总监' })
  await watcher.said(/new differences: 1/, 2)
  expect((await watcher.stop()).stdout).toMatch(/架构师[\s\S]*总监/)
})

test('what waits in the files for an apply is no news of a read of the whole company', async () => {
  const place = await appliedWorkplace()
  repository(place.folder)
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  await watcher.said(/Read the whole company; nothing new differs/)
  await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' })
  place.emulator.events.cut()
  await watcher.said(/Read the whole company; nothing new differs/, 2)
  place.emulator.console('updateUser', { userid: 'zhoujie', title: '销售' })
  await watcher.said(/new differences: 1/)
  expect((await watcher.stop()).stdout).toContain('周杰')
})
