import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { workflowToken } from '../support/github/server.ts'
import { activeIn, hostile } from './inert.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, pushed, type Step, step } from './runner.ts'

/** Whatever somebody writes into a pull request is printed and never obeyed; what is nobody's business is not printed. */

let repository: Repository
afterEach(async () => {
  await repository.close()
  await removeTemporaryFolders()
})

const market = 'departments/市场部/people.yaml'
const zhoujie = '- {userid: zhoujie, name: 周杰, mobile: "10012345673"}\n'

async function prepared(changes: { readonly [path: string]: string }) {
  repository = await startRepository()
  const number = repository.open(await repository.push(changes))
  return { number, event: pullRequest(repository, number) }
}

/** Everything that left the process, but for the lines that have the runner mask a secret. */
async function everything({ log, summary, outputs }: Step): Promise<string> {
  const files = await Promise.all(
    Object.entries(outputs)
      .filter(([name]) => name.endsWith('-path'))
      .map(([, path]) => readFile(resolve(repository.folder, path), 'utf8')),
  )
  const { comments, checkRuns } = repository.github.state
  const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return JSON.stringify([shown, summary, outputs, files, comments, checkRuns, repository.github.requests])
}

const known = ['error', 'warning', 'notice', 'add-mask']

describe('names that mean harm', () => {
  test('as names of people are inert in comment, summary and log', async () => {
    const lines = hostile.map(
      (name, at) => `- {userid: new${at}, name: ${JSON.stringify(name)}, mobile: "100555500${10 + at}"}\n`,
    )
    const { event } = await prepared({ [market]: zhoujie + lines.join('') })
    const done = await step(repository, 'plan', event, { inputs: { 'fail-on': 'guard' } })
    const pages = [repository.github.state.comments[0]?.body ?? '', done.summary]
    for (const page of pages) expect(page).toContain('octo')
    expect(pages.map(activeIn)).toEqual([[], []])
    expect(done.commands.filter(({ name }) => !known.includes(name))).toEqual([])
    expect(done.log).not.toMatch(/##\[/)
    expect(Object.values(done.outputs).join('\n')).not.toContain('set-output')
  })

  test('as names of departments, files and fields are inert in notes, too', async () => {
    const { event } = await prepared({
      [market]: `${zhoujie}- {userid: sunli, name: 孙丽, "::error file=x::y": 1, "@octo-org/team": 2}\n`,
      'departments/::warning::x/people.yaml': '- {userid: a, name: "@octo-org/team"}\n',
      'departments/@octo-org/people.yaml': '- {userid: "<img src=x>", name: b}\n',
      'departments/市场部/a%0A::error::b.yaml': 'x: 1\n',
    })
    const done = await step(repository, 'plan', event)
    expect(done.code).toBe(1)
    const pages = [repository.github.state.comments[0]?.body ?? '', done.summary]
    for (const page of pages) expect(page).toContain('octo')
    expect(pages.map(activeIn)).toEqual([[], []])
    expect(done.commands.filter(({ name }) => !known.includes(name))).toEqual([])
    for (const { properties } of done.commands) {
      expect(properties['file'] ?? 'directory/').toMatch(/^directory\//)
    }
  })

  test('in the payload go nowhere', async () => {
    const { event } = await prepared({ [market]: zhoujie })
    const payload = structuredClone(event.payload) as { pull_request: { title: string; head: { ref: string } } }
    payload.pull_request.title = 'zz-title\n::error::x'
    payload.pull_request.head.ref = '$(touch zz-branch)`zz-branch`'
    const done = await step(repository, 'plan', { ...event, payload })
    expect(done.code).toBe(0)
    expect(await everything(done)).not.toMatch(/zz-title|zz-branch/)
  })
})

describe('bad input gets one clear sentence, and nothing is read or written', () => {
  test.each([
    ['a payload that is no JSON', { payload: '{"number": zz-payload' }, 'GITHUB_EVENT_PATH (JSON)'],
    ['a payload of another event', { payload: { issue: { number: 1 } } }, 'pull_request'],
    ['pull_request_target', { name: 'pull_request_target' }, 'no preview for the event "pull_request_target"'],
    ['workflow_run', { name: 'workflow_run' }, 'no preview for the event "workflow_run"'],
    ['an event that nobody knows', { name: 'zz::error::x' }, 'no preview for the event'],
  ])('%s', async (_, wrong, said) => {
    const { event } = await prepared({ [market]: zhoujie })
    const calls = repository.emulator.log.length
    const done = await step(repository, 'plan', { ...event, ...wrong })
    expect(done.code).toBe(1)
    const errors = done.commands.filter(({ name }) => name === 'error')
    expect(errors.map(({ text }) => text)).toEqual([expect.stringContaining(said)])
    expect([repository.emulator.log.length, repository.github.requests]).toEqual([calls, []])
    expect(done.log).not.toContain('zz-payload')
    expect(done.log).not.toMatch(/^\s+at /m)
  })

  test('no token: the preview is made, and a warning says that there is no comment', async () => {
    const { event } = await prepared({ [market]: `${zhoujie}- {userid: sunli, name: 孙丽, mobile: "10012345674"}\n` })
    const done = await step(repository, 'plan', event, { inputs: { 'github-token': '' } })
    expect(done.code).toBe(0)
    expect(done.summary).toContain('孙丽')
    const warnings = done.commands.filter(({ name }) => name === 'warning')
    expect(warnings.map(({ text }) => text)).toEqual([expect.stringContaining('There is no github-token')])
  })

  test('NODE_DEBUG, with which Node prints every request: nothing is begun', async () => {
    const { event } = await prepared({ [market]: zhoujie })
    const calls = repository.emulator.log.length
    const done = await step(repository, 'plan', event, { env: { NODE_DEBUG: 'http' } })
    expect(done.code).toBe(1)
    expect(repository.emulator.log.length).toBe(calls)
  })
})

/** Many people at once. */
const crowd = (n: number) =>
  Array.from(
    { length: n },
    (_, at) => `- {userid: new${at}, name: 新人${at}, mobile: "1005555${String(at).padStart(4, '0')}"}\n`,
  ).join('')

describe('a large change', () => {
  test('of five hundred fits into one comment with its count, in both languages; the summary has it all', async () => {
    const { event } = await prepared({ [market]: zhoujie + crowd(500) })
    const done = await step(repository, 'plan', event, { inputs: { language: 'both' } })
    const [{ body = '' } = {}, ...more] = repository.github.state.comments
    expect(more).toEqual([])
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('500 joining')
    expect(done.summary).toContain('新人0 ')
    expect(done.summary).toContain('新人499 ')
    expect(Buffer.byteLength(done.summary)).toBeLessThan(1024 * 1024)
    expect(done.outputs['changes']).toBe('500')
  })

  test('that a safety limit stops still shows why, and its count', async () => {
    repository = await startRepository({
      'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
      [market]: zhoujie + crowd(60),
    })
    const number = repository.open(await repository.push({ [market]: zhoujie }))
    const done = await step(repository, 'plan', pullRequest(repository, number), { inputs: { language: 'both' } })
    expect(done).toMatchObject({ code: 1, outputs: { deletes: '60', guard: 'refused' } })
    const body = repository.github.state.comments[0]?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('60 leaving')
    expect(body).toContain('This change was stopped')
  })
})

test('mobiles, mails and secrets are in nothing that leaves a run, whatever it came to', async () => {
  const mail = 'sunli.private@corp.example'
  const sunli = `- {userid: sunli, name: 孙丽, mobile: "10012345674", email: ${mail}}\n`
  const { event } = await prepared({ [market]: zhoujie + sunli })
  const planned = await step(repository, 'plan', event)
  const wrong = `- {userid: sunli, name: 孙丽, mobile: "10012345674", 10012345675: x, email: "${mail} "}\n`
  await repository.push({ [market]: zhoujie + wrong })
  const refused = await step(repository, 'plan', pullRequest(repository, 1))
  const after = await repository.push({ [market]: zhoujie + sunli }, 'main')
  const applied = await step(repository, 'apply', pushed(repository.base, after), {
    inputs: { 'require-review': 'false' },
  })
  expect([planned.code, refused.code, applied.code]).toEqual([0, 1, 0])
  const { clientSecret } = repository.emulator
  for (const done of [planned, refused, applied]) {
    const text = await everything(done)
    for (const secret of ['10012345674', '10012345675', '10012345673', mail, clientSecret, workflowToken]) {
      expect(text).not.toContain(secret)
    }
  }
  expect(planned.commands.filter(({ name }) => name === 'add-mask').map(({ text }) => text)).toContain(clientSecret)
})
