import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionNames, type Input, inputs } from '../../src/actions/table.ts'
import { templateFiles } from '../../src/io/templates.ts'
import { lint } from '../support/actionlint.ts'

/** The workflows of a new repository, and our own, held against actionlint and against our own rules. */

interface Job {
  readonly if?: string
  readonly permissions?: { readonly [scope: string]: string }
  readonly concurrency?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: { [name: string]: unknown }
  }[]
}
interface Workflow {
  readonly on: { readonly [event: string]: unknown }
  readonly permissions: object
  readonly jobs: { readonly [name: string]: Job }
}

const ours = join(import.meta.dirname, '../../.github/workflows')
const made = templateFiles({
  DIRECTORY: 'directory',
  ACTIONS: 'example-org/rollbook',
  SHA: 'a'.repeat(40),
  LANGUAGE: 'zh',
})
const workflows: readonly (readonly [string, string])[] = [
  ...[...made].filter(([path]) => path.startsWith('.github/workflows/')),
  ...readdirSync(ours).map((name) => [`own/${name}`, readFileSync(join(ours, name), 'utf8')] as const),
]
const of = (name: string) => parse(made.get(`.github/workflows/${name}.yml`) ?? '') as Workflow
const text = (value: unknown) => JSON.stringify(value) ?? ''

describe.each(workflows)('%s', (path, source) => {
  const workflow = parse(source) as Workflow
  const jobs = Object.entries(workflow.jobs)

  test('has no mistake that actionlint finds', async () => {
    const found = await lint(source, path)
    // `queue` is younger than this release of actionlint.
    expect(found.filter(({ message }) => !/unexpected key "queue" for "concurrency"/.test(message))).toEqual([])
  })

  test('gives no job anything by default, and says behind each grant what it is for', () => {
    expect(workflow.permissions).toEqual({})
    for (const [name, { permissions = {} }] of jobs)
      for (const [scope, level] of Object.entries(permissions))
        expect([name, source]).toEqual([name, expect.stringMatching(new RegExp(`^ +${scope}: ${level} # \\S`, 'm'))])
  })

  test('runs actions of named commits only, or those of its own repository', () => {
    for (const [, { steps }] of jobs)
      for (const { uses } of steps)
        if (uses !== undefined) expect(uses).toMatch(/^(?:[\w./-]+@[0-9a-f]{40}|\.\/\.github\/actions\/[a-z]+)$/)
  })

  test('leaves no token behind in a checkout', () => {
    for (const [, { steps }] of jobs)
      for (const { uses, with: given } of steps)
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false)
  })

  test('pastes nothing of an event into a shell', () => {
    for (const [, { steps }] of jobs)
      for (const { run = '' } of steps)
        expect(run).not.toMatch(/\$\{\{[^}]*(?:github\.event|github\.head_ref|inputs\.)/)
  })

  test('is not started by what runs with secrets on the word of a stranger', () => {
    const events = Object.keys(workflow.on)
    expect(events.filter((name) => ['pull_request_target', 'workflow_run', 'issue_comment'].includes(name))).toEqual([])
  })

  test('shows no secret to a job that a fork can start', () => {
    if (!('pull_request' in workflow.on)) return
    for (const [name, job] of jobs)
      if (/secrets\.|"write"/.test(text(job)))
        expect([name, job.if]).toEqual([name, 'github.event.pull_request.head.repo.full_name == github.repository'])
  })

  test('ends by itself', () => {
    for (const [name, job] of jobs) expect([name, job['timeout-minutes']]).toEqual([name, expect.any(Number)])
  })
})

test('the matrix for several companies that the documentation shows fits into the workflows', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/pull-requests.md'), 'utf8')
  const [, shown = ''] = /```yaml\n( {4}strategy:\n[\s\S]*?)```/.exec(page) ?? []
  for (const name of ['plan', 'apply']) {
    const source = made.get(`.github/workflows/${name}.yml`) ?? ''
    const alone = source.replace(/^ {4}environment: .*\n/m, '')
    const several = alone.replace(/^ {4}strategy:\n(?: {6}.*\n)+/m, () => shown)
    expect([source === alone, several.includes('matrix.company')]).toEqual([false, true])
    const found = await lint(several, `${name}.yml`)
    expect(found.filter(({ message }) => !/unexpected key "queue" for "concurrency"/.test(message))).toEqual([])
  }
})

test('actionlint finds what is wrong with a workflow, behind the one finding that is let pass', async () => {
  const source = (made.get('.github/workflows/apply.yml') ?? '').replace('runs-on:', 'run-on:')
  const found = (await lint(source, 'apply.yml')).map(({ message }) => message)
  expect(found).toEqual(expect.arrayContaining([expect.stringContaining('run-on')]))
})

test('every action of ours that a workflow uses is there, and takes what it is given', () => {
  const used = [...made].flatMap(([path, source]) =>
    path.startsWith('.github/workflows/')
      ? Object.values((parse(source) as Workflow).jobs).flatMap(({ steps }) => steps)
      : [],
  )
  const ofOurs = used.filter(({ uses }) => uses?.startsWith('example-org/rollbook/'))
  expect(ofOurs.length).toBeGreaterThan(3)
  for (const { uses = '', with: given = {} } of ofOurs) {
    const folder = uses.replace('example-org/rollbook/', '').replace(/@.*/, '')
    const action = parse(readFileSync(join(import.meta.dirname, '../..', folder, 'action.yml'), 'utf8'))
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
  }
})

test('the check runs in a merge queue too, where the required one would else never report', () => {
  expect(Object.keys(of('validate').on)).toContain('merge_group')
})

test.each(['apply', 'drift'])('%s runs one at a time for each company, and none is dropped or cut off', (name) => {
  for (const job of Object.values(of(name).jobs)) {
    const group = `rollbook-\${{ matrix.directory }}`
    expect(job.concurrency).toEqual({ group, queue: 'max', 'cancel-in-progress': false })
  }
})

test('our own example company is applied one at a time, too, and none is dropped or cut off', () => {
  const own = parse(readFileSync(join(ours, 'apply.yml'), 'utf8'))
  expect(own.concurrency).toEqual({ group: 'rollbook-directory', queue: 'max', 'cancel-in-progress': false })
  expect(Object.keys(parse(readFileSync(join(ours, 'plan.yml'), 'utf8')).on)).toContain('merge_group')
})

test.each(workflows)('%s gives our actions only what they take', (_, source) => {
  const { jobs } = parse(source) as Workflow
  for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap(({ steps }) => steps)) {
    const [, name] = /\.github\/actions\/(\w+)/.exec(uses) ?? []
    const action = actionNames.find((each) => each === name)
    if (action === undefined) continue
    const taken = Object.entries<Input>(inputs).filter(([, { of }]) => of.includes(action))
    expect(taken.map(([input]) => input)).toEqual(expect.arrayContaining(Object.keys(given)))
  }
})

test('apply and drift run for the branch main alone', () => {
  expect(of('apply').on['push']).toMatchObject({ branches: ['main'] })
  for (const name of ['apply', 'drift'])
    for (const job of Object.values(of(name).jobs)) expect(job.if).toBe("github.ref == 'refs/heads/main'")
})

test('drift may write an issue and a branch, and nothing else', () => {
  for (const { permissions } of Object.values(of('drift').jobs))
    expect(permissions).toEqual({ contents: 'write', issues: 'write' })
})

test('a draft that becomes ready is checked and previewed', () => {
  for (const name of ['validate', 'plan'])
    expect(of(name).on['pull_request']).toMatchObject({ types: expect.arrayContaining(['ready_for_review']) })
})

test('the settings of editors are those of the page about them', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8')
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  expect(JSON.parse(made.get('.vscode/settings.json') ?? '')).toEqual(shown)
})
