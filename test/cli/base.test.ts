import { expect, test } from 'vitest'
import { repository } from '../support/repository.ts'
import { appliedWorkplace } from '../support/workplace.ts'

/** `--base` through the real program. */

test('the plan says how much was read, and the command that it names applies just that', async () => {
  const place = await appliedWorkplace()
  const git = repository(place.folder)
  place.emulator.console('updateUser', { userid: 'lilei', title: '控制台' })
  await place.edit({ 'departments/市场部/wangwu.yaml': 'userid: wangwu\nname: 王五\nmobile: "10012345674"\n' })
  const { code, stdout } = await place.run(['plan', '--base', 'main'])
  const commit = git('rev-parse', '--short=12', 'main').trim()
  expect([code, stdout]).toEqual([0, expect.stringContaining('what was not read will not be changed')])
  expect(stdout).toContain('Read for this change: 1 department and 0 people')
  expect(stdout).toContain(`rollbook apply -d ${place.folder} --base ${commit}`)
  expect(stdout).not.toContain('控制台')
  const applied = await place.run(['apply', '--base', commit, '--yes', '--format', 'json'])
  expect([
    applied.code,
    JSON.parse(applied.stdout).outcomes?.length ?? JSON.parse(applied.stdout).changes.length,
  ]).toEqual([0, 1])
  expect((await place.run(['plan'])).stdout).toContain('李雷')
  expect((await place.run(['plan', '--base', 'main', '--refresh', 'full'])).stdout).toContain('李雷')
})
