import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../support/repository.ts'
import { startWatcher } from '../support/watcher.ts'
import { appliedWorkplace, smallCompany } from '../support/workplace.ts'

/** What a watcher makes of the files, and others of what it knows; and pushes of the emulator. */

const MARKET = 'departments/市场部/people.yaml'
const stated = (title: string) => ({
  [MARKET]: `- {userid: zhoujie, name: 周杰, mobile: "10012345673", title: ${title}}\n`,
})
/** The company in which the files state a title of everybody who is edited. */
const titled = () => appliedWorkplace({ ...smallCompany, ...stated('助理') })

test('what waits in the files for an apply is no news of a read of the whole company', async () => {
  const place = await titled()
  repository(place.folder)
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  await watcher.said(/Read the whole company; nothing new differs/)
  await place.edit(stated('经理'))
  place.emulator.events.cut()
  await watcher.said(/Read the whole company; nothing new differs/, 2)
  place.emulator.console('updateUser', { userid: 'zhoujie', title: '销售' })
  await watcher.said(/new differences: 1/)
  expect((await watcher.stop()).stdout).toContain('周杰')
})

test('what waits in the files for an apply is no news of an event; what DingTalk changed as well is a conflict', async () => {
  const place = await titled()
  repository(place.folder)
  const watcher = startWatcher(place, null, ['--format', 'json'])
  await watcher.said(/"event":"read","full":true/)
  await place.edit(stated('经理'))
  place.emulator.console('updateUser', { userid: 'zhoujie', remark: '新' })
  await watcher.said(/"event":"read","full":false,"objects":1,"differences":0/)
  place.emulator.console('updateUser', { userid: 'zhoujie', title: '销售' })
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' })
  await watcher.said(/"key":"zhoujie"/)
  await watcher.said(/"key":"lilei"/)
  const { stdout } = await watcher.stop()
  expect(stdout.match(/"state":"\w+","action":"update","kind":"user","key":"\w+"/g)?.sort()).toEqual([
    '"state":"conflict","action":"update","kind":"user","key":"zhoujie"',
    '"state":"drift","action":"update","kind":"user","key":"lilei"',
  ])
})

test('somebody who left is news also where the files do not say enough to add them', async () => {
  const place = await appliedWorkplace()
  await place.edit({ 'departments/市场部/people.yaml': '- {userid: zhoujie, name: 周杰}\n' })
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  await watcher.said(/Read the whole company/)
  place.emulator.console('deleteUser', { userid: 'zhoujie' })
  await watcher.said(/new differences: 1/)
  expect((await watcher.stop()).stdout).toContain('周杰')
})

test('two edits of one field are two reports, and drift names who made the last one', async () => {
  const place = await appliedWorkplace()
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  await watcher.said(/Read the whole company/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' }, 'zhoujie')
  await watcher.said(/new differences: 1/)
  place.emulator.console('updateUser', { userid: 'lilei', title: '总监' }, 'hanmeimei')
  await watcher.said(/new differences: 1/, 2)
  const { stdout } = await watcher.stop()
  expect(stdout).toMatch(/^周杰 \(zhoujie\)[\s\S]*架构师\n韩梅梅 \(hanmeimei\)[\s\S]*总监\n$/)
  const drift = await place.run(['drift', '--lang', 'zh'])
  expect([drift.code, drift.stdout]).toEqual([2, expect.stringContaining('韩梅梅')])
})

test('pushes of the emulator are taken over HTTP, a repeated one once', async () => {
  const place = await appliedWorkplace()
  const secrets = { token: 'reconcilerTok3n', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
  const watcher = startWatcher(place, null, ['--http', '127.0.0.1:0', '--lang', 'en'], {
    DINGTALK_CALLBACK_TOKEN: secrets.token,
    DINGTALK_CALLBACK_AES_KEY: secrets.aesKey,
  })
  await watcher.said(/Read the whole company/)
  const { events } = place.emulator
  const [, port] = /Receiving pushes on 127\.0\.0\.1:(\d+)/.exec(watcher.output()) ?? []
  await events.pushTo({ url: `http://127.0.0.1:${port}/`, ...secrets })
  events.inject({ do: 'duplicate' })
  place.emulator.console('updateUser', { userid: 'lilei', title: '架构师' }, 'hanmeimei')
  await watcher.said(/new differences: 1/)
  await events.idle()
  expect(events.log.map(({ outcome }) => outcome)).toEqual(['acknowledged', 'acknowledged'])
  expect((await watcher.stop()).stdout).toMatch(/^韩梅梅 \(hanmeimei\)[\s\S]*架构师/)
})

test.each([
  ['renewed a minute ago is respected', 60_000, 3],
  ['not renewed for four minutes is dead', 240_000, null],
])('the lease of a watcher on another machine that was %s', async (_, age, refused) => {
  const place = await appliedWorkplace()
  const started = new Date(Date.now() - age)
  const lease = { token: 'other', pid: 1, host: 'elsewhere.example', started: started.toISOString(), born: null }
  await place.edit({ '.rollbook/watch-lease.json': JSON.stringify(lease) })
  await utimes(join(place.folder, '.rollbook/watch-lease.json'), started, started)
  const watcher = startWatcher(place, null, ['--lang', 'en'])
  if (refused === null) return await watcher.said(/Read the whole company/)
  const { code, stderr } = await watcher.finished
  expect([code, stderr]).toEqual([refused, expect.stringContaining('a rollbook watch follows this directory already')])
})
