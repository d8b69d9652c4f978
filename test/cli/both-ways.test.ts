import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../support/repository.ts'
import { startWatcher } from '../support/watcher.ts'
import { workplace } from '../support/workplace.ts'

/**
 * A living company of 500 people, adopted, edited on both sides, followed and brought home, with the real program and
 * real git: whatever is killed or lost on the way, both sides agree in the end.
 */

test('a company of 500 is adopted and followed; kills and lost events cost nothing that the nightly check does not bring back', async () => {
  const place = await workplace({}, { seed: 500 })
  const { emulator, folder, run } = place
  const console = emulator.console.bind(emulator)

  // Adopted: files and a lock, and a plan that is empty.
  expect((await run(['import', '--lang', 'en'])).stdout).toMatch(/500 people/)
  const git = repository(folder)
  const commit = (subject: string) => {
    git('add', '-A')
    git('commit', '-qm', subject)
  }
  const agrees = async () => expect((await run(['plan', '--detailed-exitcode'])).code).toBe(0)
  await agrees()

  // Files to DingTalk: an edit is committed and applied.
  const people = emulator.snapshot().users.filter(({ title }) => title !== undefined && title !== '')
  const [edited, retitled, moved, leaver, unseen, late] = people.map(({ userid }) => userid) as [string, ...string[]]
  const [file] = git('grep', '-l', `userid: ${edited}$`).trim().split('\n')
  const text = await readFile(join(folder, file ?? ''), 'utf8')
  await writeFile(join(folder, file ?? ''), withTitle(text, edited, '首席工程师'))
  commit('a title')
  expect((await run(['apply', '--yes'])).code).toBe(0)
  commit('the lock')
  expect(emulator.snapshot().users.find(({ userid }) => userid === edited)?.title).toBe('首席工程师')

  // DingTalk to files: a watcher hears of what administrators do, is killed, and goes on.
  const first = startWatcher(place, null, ['--lang', 'en'])
  await first.said(/Read the whole company/)
  const departments = emulator.snapshot().departments.filter(({ dept_id }) => dept_id !== 1)
  const [home] = departments.map(({ dept_id }) => dept_id) as [number]
  console('updateUser', { userid: retitled ?? '', title: '架构师' })
  await first.said(/new differences: 1/)
  console('updateUser', { userid: moved ?? '', dept_id_list: [home] })
  await first.stop('SIGKILL')
  console('deleteUser', { userid: leaver ?? '' })

  // An event that is lost, and a watcher that starts after it.
  emulator.events.inject({ match: { type: 'user_modify_org' }, do: 'lost' })
  console('updateUser', { userid: unseen ?? '', title: '顾问' })
  const second = startWatcher(place, null, ['--lang', 'en'])
  await second.said(/Read the whole company; new differences: [1-9]/)
  console('createUser', { userid: 'joiner', name: '新同事', mobile: '10012345678', dept_id_list: [home] })
  await second.said(/new differences: 1/)
  emulator.events.inject({ match: { type: 'user_modify_org' }, do: 'lost' })
  console('updateUser', { userid: late ?? '', title: '专家' })
  await emulator.events.idle()
  await second.stop()

  // The nightly check sees what no event told, and everything comes home, although the first attempt is killed.
  const drift = await run(['drift', '--lang', 'en'])
  expect([drift.code, drift.stdout]).toEqual([2, expect.stringContaining('专家')])
  await run(['pull', '--adopt'], { onStart: (child) => void setImmediate(() => child.kill('SIGKILL')) })
  const pulled = await run(['pull', '--adopt', '--lang', 'en'])
  expect([pulled.code, pulled.stderr]).toEqual([0, expect.anything()])
  commit('what was changed in DingTalk')
  await agrees()
  expect((await run(['drift'])).code).toBe(0)
  const all = git('grep', '-h', 'userid: ')
  expect(all).toContain('userid: joiner')
  expect(all).not.toContain(`userid: ${leaver}\n`)

  // And files to DingTalk once more: the lock learns of the new one, and nothing else happens.
  const before = place.written()
  expect((await run(['apply', '--yes'])).code).toBe(0)
  expect(place.written()).toBe(before)
  commit('the lock again')

  // From now on a watcher brings home by itself what is changed: somebody looks at its branch, and merges it.
  const third = startWatcher(place, null, ['--lang', 'en', '--pull', '--adopt'])
  await third.said(/Read the whole company/)
  console('updateUser', { userid: edited, title: '顾问' })
  await third.said(/Committed to the branch rollbook\/watch/)
  console('createUser', { userid: 'second', name: '又一位', mobile: '10012345679', dept_id_list: [home] })
  await third.said(/Committed to the branch rollbook\/watch/, 2)
  await third.stop()
  git('merge', '-q', '--ff-only', 'rollbook/watch')
  await agrees()
  expect(git('grep', '-h', 'userid: ')).toContain('userid: second')
})

/** The text of a list of people with another title for one of them. */
function withTitle(text: string, userid: string, title: string): string {
  const entries = text.split(/^(?=- )/m)
  const changed = entries.map((entry) =>
    entry.includes(`userid: ${userid}\n`) ? entry.replace(/title: .*/, `title: ${title}`) : entry,
  )
  return changed.join('')
}
