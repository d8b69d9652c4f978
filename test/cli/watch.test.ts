import { Ajv } from 'ajv'
import { afterEach, describe, expect, test } from 'vitest'
import { published } from '../../src/core/json-schema.ts'
import { watchSchema } from '../../src/core/watch-schema.ts'
import { type Gateway, startGateway } from '../support/gateway.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `rollbook watch` as a process, behind a gateway that sends what a test writes. */

const gateways: Gateway[] = []
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close()
})

/** A company that is as its files say, and a watcher that has read it once. */
async function followed({ args = ['--lang', 'en'], read = /Read the whole company/ } = {}) {
  const place = await appliedWorkplace()
  const gateway = await startGateway(place.emulator.apiUrl)
  gateways.push(gateway)
  const start = (more: readonly string[] = []) => startWatcher(place, gateway, [...args, ...more])
  const watcher = start()
  await watcher.said(read)
  /** An administrator gives lilei another title. */
  const retitle = (title: string) => place.emulator.console('updateUser', { userid: 'lilei', title })
  const modified = { timeStamp: '1763740000000', userId: ['lilei'], optStaffId: 'hanmeimei' }
  return { place, gateway, watcher, start, retitle, modified }
}

describe('an edit in the console', () => {
  test('is reported with whoever made it, and once however often the event comes', async () => {
    const { gateway, watcher, retitle, modified } = await followed()
    retitle('架构师')
    expect(await gateway.event('user_modify_org', modified, { id: 'e1' })).toBe('SUCCESS')
    await watcher.said(/Read again: 1; new differences: 1/)
    expect(await gateway.event('user_modify_org', modified, { id: 'e1' })).toBe('SUCCESS')
    expect(await gateway.event('user_modify_org', modified, { id: 'e2' })).toBe('SUCCESS')
    await watcher.said(/Read again: 1; nothing new differs/)
    const { code, stdout, stderr } = await watcher.stop()
    expect(stdout).toBe(
      '韩梅梅 (hanmeimei) changed in DingTalk (2025-11-21 23:46, UTC+8):\n  李雷 (研发部): title from 工程师 to 架构师\n',
    )
    expect([code, stderr]).toEqual([143, expect.stringContaining('Events: 2 kept, 1 repeated, 0 unknown, 0 refused')])
  })

  test('is said in Chinese, and that somebody joined or left as well', async () => {
    const { place, gateway, watcher } = await followed({ args: ['--lang', 'zh'], read: /已通读整家公司/ })
    place.emulator.console('deleteUser', { userid: 'zhoujie' })
    place.emulator.console('createUser', { userid: 'new', name: '王五', mobile: '10012345679', dept_id_list: [1] })
    await gateway.event('user_leave_org', { TimeStamp: '1763740000000', UserId: ['zhoujie'], OptStaffId: 'lilei' })
    await watcher.said(/已重新读取 1 项，新发现 1 处/)
    await gateway.event('user_add_org', { timeStamp: '1763740000000', userId: ['new'] })
    await watcher.said(/已重新读取 1 项，新发现 1 处/, 2)
    const { stdout } = await watcher.stop()
    expect(stdout).toBe(
      [
        '李雷（lilei）在钉钉后台改过（2025-11-21 23:46）：',
        '  周杰 从 市场部 离职',
        '有人在钉钉后台改过（2025-11-21 23:46）：',
        '  王五 不在文件里，也就不归文件管\n',
      ].join('\n'),
    )
  })

  test('is one JSON line that its schema accepts, with everything else as JSON on stderr', async () => {
    const { gateway, watcher, retitle, modified } = await followed({
      args: ['--format', 'json'],
      read: /"event":"read"/,
    })
    retitle('架构师')
    await gateway.event('user_modify_org', modified)
    await watcher.said(/"event":"read"/, 2)
    const { stdout, stderr } = await watcher.stop()
    const lines = stdout.trim().split('\n')
    const report = JSON.parse(lines[0] ?? '')
    const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(published(watchSchema))
    expect([lines.length, valid(report), valid.errors]).toEqual([1, true, null])
    expect(report).toMatchObject({
      cause: 'events',
      changes: [{ action: 'update', kind: 'user', key: 'lilei', by: { userid: 'hanmeimei', name: '韩梅梅' } }],
    })
    const log = stderr
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(log.map((line) => JSON.parse(line).event)).toEqual(
      expect.arrayContaining(['connected', 'failed-list', 'read', 'stopped']),
    )
  })

  test('of a department or role that nobody knows is reported as not managed', async () => {
    const { place, gateway, watcher } = await followed()
    const { result } = place.emulator.console('createDepartment', { name: '新部', parent_id: 1 }) as {
      result: { dept_id: number }
    }
    await gateway.event('org_dept_create', { timeStamp: '1763740000000', deptId: [result.dept_id] })
    await watcher.said(/new differences: 1/)
    const { stdout } = await watcher.stop()
    expect(stdout).toContain('department “新部” is not in the files')
  })
})

test('our own apply comes back as events and says nothing', async () => {
  const { place, gateway, watcher } = await followed()
  await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰, title: 经理}\n' })
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  await gateway.event('user_modify_org', { timeStamp: '1763740000000', userId: ['zhoujie'] })
  await watcher.said(/Read again: 1; nothing new differs/)
  expect((await watcher.stop()).stdout).toBe('')
})

describe('a restart', () => {
  test('in the middle of a burst loses nothing: what was acknowledged is reported with its operator', async () => {
    const { gateway, watcher, start, retitle, modified } = await followed()
    await watcher.stop('SIGKILL')
    // This one waits longer than the test lasts before it looks at anything.
    const patient = start(['--settle', '600'])
    await patient.said(/Connected/)
    retitle('架构师')
    expect(await gateway.event('user_modify_org', modified, { id: 'e1' })).toBe('SUCCESS')
    expect((await patient.stop('SIGKILL')).stdout).toBe('')
    const next = start()
    await next.said(/Read the whole company; new differences: 1/)
    expect((await next.stop()).stdout).toMatch(/^韩梅梅 \(hanmeimei\)[\s\S]*架构师/)
  })

  test('repeats nothing: what was reported and still differs is not said again', async () => {
    const { gateway, watcher, start, retitle, modified } = await followed()
    retitle('架构师')
    await gateway.event('user_modify_org', modified)
    await watcher.said(/new differences: 1/)
    await watcher.stop('SIGKILL')
    const next = start()
    await next.said(/Read the whole company; nothing new differs/)
    expect((await next.stop()).stdout).toBe('')
  })

  test('of a second watcher beside the first one is refused, and the first goes on', async () => {
    const { watcher, start } = await followed()
    const { code, stderr } = await start().finished
    expect([code, stderr]).toEqual([3, expect.stringContaining('a rollbook watch follows this directory already')])
    expect((await watcher.stop('SIGINT')).code).toBe(130)
  })
})

describe('the connection', () => {
  test('is rotated: the new one is opened before the old one goes, and what is on the old one is acknowledged', async () => {
    const { gateway, watcher, retitle, modified } = await followed()
    gateway.send({ type: 'SYSTEM', headers: { topic: 'disconnect', messageId: 'd' }, data: '{"reason":"expired"}' })
    await gateway.until(() => gateway.open().includes(2))
    await gateway.until(() => !gateway.open().includes(1))
    await watcher.said(/Changed to another connection, as DingTalk asked/)
    retitle('架构师')
    expect(await gateway.event('user_modify_org', modified)).toBe('SUCCESS')
    expect(gateway.sent.at(-1)?.connection).toBe(2)
    await watcher.said(/new differences: 1/)
    expect(watcher.output()).not.toMatch(/Read the whole company[\s\S]*Read the whole company/)
  })

  test('is lost: what happened meanwhile is found by a read of the whole company', async () => {
    const { gateway, watcher, retitle } = await followed()
    gateway.cut()
    await watcher.said(/The connection was lost/)
    retitle('架构师')
    await watcher.said(/Read the whole company; new differences: 1/)
    expect((await watcher.stop()).stdout).toMatch(/^A read of the whole company found[\s\S]*架构师/)
  })

  test('answers a ping with what it held', async () => {
    const { gateway } = await followed()
    gateway.send({ type: 'SYSTEM', headers: { topic: 'ping', messageId: 'p1' }, data: '{"opaque":"abc"}' })
    const pong = () => gateway.sent.find(({ frame }) => frame.headers.messageId === 'p1')
    await gateway.until(() => pong() !== undefined)
    expect(pong()?.frame).toMatchObject({ code: 200, data: '{"opaque":"abc"}' })
  })

  test('is not made to an address that is no wss one', async () => {
    const place = await appliedWorkplace()
    const gateway = await startGateway(place.emulator.apiUrl)
    gateways.push(gateway)
    gateway.endpoint({ url: 'ws://192.0.2.1/connect' })
    const watcher = startWatcher(place, gateway, ['--lang', 'en'])
    await watcher.said(/cannot be reached[\s\S]*no wss one/)
    expect(gateway.open()).toEqual([])
  })
})

describe('what is not ours', () => {
  test('is acknowledged, counted, said once, and read by nobody', async () => {
    const { gateway, watcher, modified } = await followed()
    for (const type of ['bpms_task_change', 'bpms_task_change', 'chat_add_member'])
      expect(await gateway.event(type, { any: 'thing' })).toBe('SUCCESS')
    expect(await gateway.event('user_leave_org', { timeStamp: '1', userId: 'lilei' })).toBe('SUCCESS')
    expect(await gateway.event('user_modify_org', modified, { corp: 'dingother' })).toBe('SUCCESS')
    const { stderr } = await watcher.stop()
    expect(stderr.match(/unknown type, bpms_task_change/g)).toHaveLength(1)
    expect(stderr).toContain(
      'Events: 0 kept, 0 repeated, 3 unknown (bpms_task_change 2, chat_add_member 1), 2 refused (third-party 1, company 1)',
    )
    expect(stderr).not.toContain('Read again')
  })

  test('a contact event that cannot be understood costs a read of the whole company', async () => {
    const { gateway, watcher, retitle } = await followed()
    retitle('架构师')
    expect(await gateway.event('user_modify_org', { timeStamp: '1', userId: [{ id: 1 }] })).toBe('SUCCESS')
    await watcher.said(/Read the whole company; new differences: 1/)
  })
})

test('a company that was dissolved ends it with an error', async () => {
  const { gateway, watcher } = await followed()
  expect(await gateway.event('org_remove', {})).toBe('SUCCESS')
  const { code, stderr } = await watcher.finished
  expect([code, stderr]).toEqual([1, expect.stringContaining('this organisation was dissolved')])
})
