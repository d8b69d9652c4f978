import { expect, test } from 'vitest'
import type { Company } from '../support/company.ts'
import { type Git, repository } from '../support/repository.ts'
import { ours, settled, start } from '../support/settled.ts'

/** The commit in the lock: the one whose files DingTalk was last made equal to. */

const applied = async (company: Company) => JSON.parse(await company.lock()).applied
const head = (git: Git) => git('rev-parse', 'HEAD').trim()
const people = 'departments/市场部/people.yaml'
const market = (text: string) => ({ [people]: `- {userid: zhoujie, name: 周杰, mobile: "10000000005"${text}}\n` })
const commit = (git: Git, message = 'edit') => {
  git('add', '.')
  git('commit', '-qm', message)
  return head(git)
}

/** A company in a repository of its own, applied at its first commit. */
async function inGit() {
  const company = await start(ours)
  const git = repository(company.folder)
  await company.edit({ '.gitignore': '.rollbook/\n' })
  await settled(company)
  return { company, git }
}

test('an apply that ends whole notes HEAD, and the next one that has nothing to do leaves the lock as it is', async () => {
  const { company, git } = await inGit()
  expect(await applied(company)).toBe(head(git))
  const lock = await company.lock()
  commit(git, 'lock')
  await settled(company)
  expect(await company.lock()).toBe(lock)
  git('commit', '-qm', 'nothing', '--allow-empty')
  await settled(company)
  expect(await company.lock()).toBe(lock)
})

test('outside a repository, and with files that are not committed as they are, no commit is noted', async () => {
  const company = await start(ours)
  await settled(company)
  expect(await applied(company)).toBeUndefined()
  repository(company.folder)
  await company.edit(market(', title: 经理'))
  await settled(company)
  expect(await applied(company)).toBeUndefined()
})

test('a comment that is not committed says nothing else, so HEAD is noted', async () => {
  const { company, git } = await inGit()
  await company.edit(market(', title: 经理'))
  const last = commit(git)
  await company.edit({ [people]: `# 市场部\n${market(', title: 经理')[people]}` })
  await settled(company)
  expect(await applied(company)).toBe(last)
})

test('a lock of before this was noted gets it from an apply that has nothing to do', async () => {
  const company = await start(ours)
  await settled(company)
  const git = repository(company.folder)
  await settled(company)
  expect(await applied(company)).toBe(head(git))
})

test('a failure leaves the commit of the last whole apply', async () => {
  const { company, git } = await inGit()
  const first = head(git)
  await company.edit(market(', title: 经理'))
  const second = commit(git)
  company.emulator.inject({ match: { operation: 'updateUser' }, do: { refuse: { errcode: 40009, errmsg: 'refused' } } })
  expect((await company.apply()).end).toBe('incomplete')
  expect(await applied(company)).toBe(first)
  await settled(company)
  expect(await applied(company)).toBe(second)
})

test('files that follow what was changed in DingTalk are the last applied ones, although nothing is written', async () => {
  const { company, git } = await inGit()
  company.emulator.console('updateUser', { userid: 'zhoujie', title: '总监' })
  await company.edit(market(', title: 总监'))
  const accepted = commit(git)
  await settled(company)
  expect(await applied(company)).toBe(accepted)
})

test('only a comment was committed since: the lock stays as it is', async () => {
  const { company, git } = await inGit()
  const lock = await company.lock()
  await company.edit({ [people]: `# 市场部\n${ours[people]}` })
  commit(git)
  await settled(company)
  expect(await company.lock()).toBe(lock)
})

test('a run that read only what the files changed since another commit than the last applied one notes nothing', async () => {
  const { company, git } = await inGit()
  const first = await applied(company)
  await company.edit(market(', title: 经理'))
  const skipped = commit(git)
  await company.edit({ ...market(', title: 经理'), 'departments/市场部/department.yaml': 'order: 40\n' })
  commit(git)
  expect((await company.apply({ base: skipped, refresh: 'touched' })).end).toBe('done')
  expect(await applied(company)).toBe(first)
  const { end } = await company.apply({ base: first, refresh: 'touched' })
  expect([end, await applied(company)]).toEqual(['done', head(git)])
})
