import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../support/files.ts'
import { workflowIdentity } from '../support/github/server.ts'
import { numbersOf, opened, put, scheduled, settled } from './drift-world.ts'
import { startRepository } from './repository.ts'
import { step } from './runner.ts'

/** The one issue about drift, among all others. */

describe('the issue', () => {
  test.each([
    ['a person', { login: 'octo-guest', type: 'User' }],
    ['a person who is called nearly as we are', { login: 'github-actions', type: 'User' }],
    ['another app', { login: 'octo-app[bot]', type: 'Bot' }],
  ] as const)('with our marker, written by %s, is a text like any other', async (_, author) => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await look()
    const [copied] = issues.splice(0)
    const spoofed = put(repository, copied?.body ?? '', { author })
    const before = structuredClone(spoofed)
    retitle('副总')
    await look()
    expect(issues).toHaveLength(2)
    expect(spoofed).toEqual(before)
    retitle('工程师')
    await look()
    expect(numbersOf(issues)).toEqual([
      [101, 'open'],
      [102, 'closed'],
    ])
  })

  test('that somebody closed is left alone, and a new one is opened', async () => {
    const { look, issues, retitle } = await settled()
    retitle('总监')
    await look()
    Object.assign(issues[0] ?? {}, { state: 'closed' })
    const before = structuredClone(issues[0])
    await look()
    expect(numbersOf(issues)).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
    expect(issues[0]).toEqual(before)
  })

  test('that was deleted while we looked is opened anew', async () => {
    const { look, issues, retitle, github } = await settled()
    retitle('总监')
    await look()
    retitle('副总')
    github.refuse(({ method }) => method === 'PATCH', 410, 'This issue was deleted')
    expect(await look()).toMatchObject({ code: 0, outputs: { 'issue-number': '2' } })
    expect(issues).toHaveLength(2)
  })

  test('is one: of two that match the older one is kept and the other closed', async () => {
    const { look, issues, retitle, repository } = await settled()
    retitle('总监')
    await look()
    put(repository, issues[0]?.body ?? '')
    retitle('副总')
    await look()
    expect(numbersOf(issues)).toEqual([
      [1, 'open'],
      [101, 'closed'],
    ])
    expect(issues[0]?.body).toContain('副总')
  })

  test('is found behind many others, and a pull request with its words is none', async () => {
    const { look, issues, retitle, repository, github } = await settled()
    retitle('总监')
    await look()
    for (let n = 0; n < 130; n += 1) put(repository, `remark ${n}`)
    const number = repository.open(repository.base)
    Object.assign(github.state.pulls[number - 1] ?? {}, { author: workflowIdentity })
    retitle('副总')
    expect(await look()).toMatchObject({ outputs: { 'issue-number': '1' } })
    expect(issues).toHaveLength(131)
  })

  test('is one for each company, and one that agrees closes none of another', async () => {
    const { look, issues, retitle, repository, github } = await settled()
    const other = await startRepository()
    opened.push(other)
    await writeFiles(other.folder, { 'companies/README.md': '' })
    await rename(join(other.folder, 'directory'), join(other.folder, 'companies/east'))
    const east = () =>
      step({ ...other, github }, 'drift', scheduled(repository.base), { inputs: { directory: 'companies/east' } })
    retitle('总监')
    other.emulator.console('updateUser', { userid: 'lilei', title: '经理' })
    await look()
    await east()
    expect(issues.map(({ title, body }) => [title, /经理/.test(body)])).toEqual([
      ['Drift: directory and DingTalk differ', false],
      ['Drift: companies/east and DingTalk differ', true],
    ])
    retitle('工程师')
    await look()
    await east()
    expect(numbersOf(issues)).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
  })
})
