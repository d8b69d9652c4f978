import { afterEach, describe, expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'
import { removeTemporaryFolders } from '../support/files.ts'
import { type Repository, startRepository } from './repository.ts'
import { type StepOptions, step, type TestEvent } from './runner.ts'

/** The action `validate`: it needs neither a secret nor the network, nor an event that it understands. */

let repository: Repository
afterEach(async () => {
  await repository.close()
  await removeTemporaryFolders()
})

const nowhere = 'http://127.0.0.1:9'
const offline = {
  GITHUB_API_URL: nowhere,
  GITHUB_GRAPHQL_URL: nowhere,
  DINGTALK_OAPI_URL: nowhere,
  DINGTALK_API_URL: nowhere,
}
const anything: TestEvent = { name: 'merge_group', payload: 'no JSON' }

async function validated(changes: { readonly [path: string]: string }, options: StepOptions = {}) {
  repository = await startRepository()
  await repository.push(changes)
  return step(repository, 'validate', anything, { noSecrets: true, env: offline, ...options })
}

const market = 'departments/市场部/people.yaml'

test('files that are fine pass, with how much they hold', async () => {
  const done = await validated({})
  expect(done).toMatchObject({ code: 0, commands: [], outputs: { problems: '0' } })
  expect(done.log).toContain('The files are fine: 2 departments, 3 people, 1 roles.')
  expect(done.summary).toContain('The files are fine')
})

test('a problem stands beside its line, with what to type instead, and fails the step', async () => {
  const done = await validated({ [market]: '- {userid: zhoujie, name: 周杰, mobile: "10012345673", titel: 经理}\n' })
  expect(done).toMatchObject({ code: 1, outputs: { problems: '1' } })
  const [problem, sentence] = done.commands
  expect(problem).toMatchObject({
    name: 'error',
    properties: { file: `directory/${market}`, line: '1', title: 'unknown-field' },
  })
  expect(problem?.text).toContain('title')
  expect(sentence?.text).toMatch(/^The files have 1 problem; nothing was written to DingTalk\./)
})

describe('CODEOWNERS', () => {
  const owners = { '../.github/rollbook-owners.yaml': 'admins: octo-org/admins\nlogins: {lilei: octo-lilei}\n' }
  const notes = ({ commands }: Awaited<ReturnType<typeof validated>>) =>
    commands.map(({ name, properties, text }) => [name, properties['file'], text.split('\n')[0]])

  test.each([
    ['off', 0, []],
    ['warn', 0, [['warning', '.github/CODEOWNERS', expect.stringMatching(/rollbook codeowners/)]]],
    [
      'fail',
      1,
      [
        ['error', '.github/CODEOWNERS', expect.stringMatching(/rollbook codeowners/)],
        ['error', undefined, expect.stringMatching(/rollbook codeowners/)],
      ],
    ],
  ] as const)('that does not name the heads of today, %s: ends with %i', async (codeowners, code, expected) => {
    const done = await validated(owners, { inputs: { codeowners } })
    expect([done.code, notes(done)]).toEqual([code, expected])
  })

  test('that names them passes', async () => {
    repository = await startRepository()
    await repository.push(owners)
    const made = await rollbook(['codeowners', '-d', 'directory'], { cwd: repository.folder })
    expect(made.code).toBe(0)
    const options = { noSecrets: true, env: offline, inputs: { codeowners: 'fail' } }
    expect(await step(repository, 'validate', anything, options)).toMatchObject({ code: 0, commands: [] })
  })

  test('of which the file of owners is wrong: said beside its line', async () => {
    const wrong = { '../.github/rollbook-owners.yaml': 'admins: octo-org/admins\nlogins: {lilie: octo-lilei}\n' }
    const done = await validated(wrong, { inputs: { codeowners: 'warn' } })
    expect([done.code, notes(done)]).toEqual([
      0,
      [['warning', '.github/rollbook-owners.yaml', expect.stringMatching(/lilie/)]],
    ])
  })
})

test('of many problems nine stand beside their lines, and the summary has all', async () => {
  const many = Array.from({ length: 30 }, (_, at) => `- {userid: many${at}, name: 新人${at}, titel${at}: 经理}\n`)
  const done = await validated({ [market]: many.join('') })
  const errors = done.commands.filter(({ name }) => name === 'error')
  expect(errors).toHaveLength(10)
  expect(done.outputs['problems']).toBe('30')
  expect(errors.at(-1)?.text).toMatch(/^The files have 30 problems/)
  const rest = done.commands.filter(({ name }) => name === 'notice').map(({ text }) => text)
  expect(rest).toEqual(['21 more are not shown beside the files; the job summary has them all.'])
  for (let at = 0; at < 30; at += 1) expect(done.summary).toContain(`titel${at}`)
})

test('speaks the language of rollbook.yaml, or the one that is asked for, or both', async () => {
  const wrong = { [market]: '- {userid: zhoujie, name: 周杰, titel: 经理}\n' }
  const problem = ({ commands }: Awaited<ReturnType<typeof validated>>) => commands[0]?.text ?? ''
  const asSet = problem(await validated(wrong, { noSecrets: true, env: offline, inputs: { language: '' } }))
  const again = (language: string) => step(repository, 'validate', anything, { noSecrets: true, inputs: { language } })
  const zh = problem(await again('zh'))
  const both = problem(await again('both'))
  expect(asSet).not.toMatch(/\p{Script=Han}{3}/u)
  expect(zh).toMatch(/\p{Script=Han}{3}/u)
  expect(both).toBe(`${zh}\n${asSet}`)
})

test('a lock that cannot be read is a problem like any other', async () => {
  const done = await validated({ 'rollbook.lock.json': '<<<<<<< HEAD\n' })
  expect(done.code).toBe(1)
  expect(done.commands[0]).toMatchObject({
    properties: { file: 'directory/rollbook.lock.json', title: 'lock-invalid' },
  })
})

test.each([
  ['directory', '../elsewhere'],
  ['directory', '/etc'],
  ['language', 'fr'],
])('the input %s cannot be %s', async (name, value) => {
  const done = await validated({}, { inputs: { [name]: value } })
  expect(done.code).toBe(1)
  expect(done.commands.map(({ text }) => text)).toEqual([expect.stringMatching(`The input ${name} `)])
})

test('a folder that is not there is named', async () => {
  const done = await validated({}, { inputs: { directory: 'corps/acme' } })
  expect(done.code).toBe(1)
  expect(done.commands.at(-1)?.name).toBe('error')
})
