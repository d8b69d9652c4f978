import { afterEach, describe, expect, test } from 'vitest'
import { readFiles, removeTemporaryFolders } from '../support/files.ts'
import { smallCompany } from '../support/workplace.ts'
import { type Repository, startRepository } from './repository.ts'
import { pullRequest, pushed, step, type TestEvent } from './runner.ts'

/** The action `apply`: it writes after the merge, and never before. */

let repository: Repository
afterEach(async () => {
  await repository.close()
  await removeTemporaryFolders()
})

const market = 'departments/市场部/people.yaml'
const people =
  '- {userid: zhoujie, name: 周杰, mobile: "10012345673"}\n- {userid: sunli, name: 孙丽, mobile: "10012345674"}\n'

/** A change that somebody joins, pushed to main. */
async function merged(changes: { readonly [path: string]: string | null } = { [market]: people }) {
  repository = await startRepository()
  const after = await repository.push(changes, 'main')
  return { after, event: pushed(repository.base, after), names: () => namesOf(repository) }
}

/** Nobody asks for a review, so that a push alone will do. */
const unasked = { inputs: { 'require-review': 'false' } }

const namesOf = ({ emulator }: Repository) => emulator.snapshot().users.map(({ name }) => name)

describe('a change that is not merged', () => {
  const payload = { ref: 'refs/heads/main', before: '0'.repeat(40), after: '0'.repeat(40) }

  test.each([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
    'merge_group',
  ])('is never applied: %s', async (name) => {
    const { event, names } = await merged()
    const before = repository.emulator.log.length
    const done = await step(repository, 'apply', { ...event, name })
    expect(done.code).toBe(1)
    expect(done.commands.at(-1)).toMatchObject({ name: 'error', text: expect.stringContaining(`the event "${name}"`) })
    expect(repository.emulator.log.length).toBe(before)
    expect(names()).not.toContain('孙丽')
  })

  test('is never applied from a checkout of a pull request, whatever the event is called', async () => {
    const { event, names } = await merged()
    const done = await step(repository, 'apply', event, { env: { GITHUB_REF: 'refs/pull/7/merge' } })
    expect(done.code).toBe(1)
    expect(names()).not.toContain('孙丽')
  })

  test('is never applied for a real event of a pull request that is named a push', async () => {
    const { after, names } = await merged()
    const { payload: ofPull } = pullRequest(repository, repository.open(after))
    const done = await step(repository, 'apply', { name: 'push', payload: ofPull })
    expect(done.code).toBe(1)
    expect(names()).not.toContain('孙丽')
  })

  test.each(['workflow_run', 'issue_comment', ''])('any other event is refused: "%s"', async (name) => {
    const { names } = await merged()
    const done = await step(repository, 'apply', { name, payload })
    expect(done.code).toBe(1)
    expect(names()).not.toContain('孙丽')
  })
})

describe('a push to main', () => {
  test('is written to DingTalk, step by step in the log, with the result in the summary', async () => {
    const { event, names } = await merged()
    const done = await step(repository, 'apply', event, unasked)
    expect(done).toMatchObject({ code: 0, outputs: { changes: '1', applied: '1', failed: '0', guard: 'passed' } })
    expect(names()).toContain('孙丽')
    expect(done.log).toContain('孙丽 joins 市场部')
    expect(done.summary).toContain('### Applied · 1 joining')
    const files = await readFiles(repository.folder)
    expect(files['directory/rollbook.lock.json']).toContain('sunli')
    const again = await step(repository, 'apply', event, unasked)
    expect(again).toMatchObject({ code: 0, outputs: {} })
  })

  test('that a safety limit stops writes nothing and fails', async () => {
    const { event, names } = await merged({ [market]: null })
    const done = await step(repository, 'apply', event, unasked)
    expect(done).toMatchObject({ code: 1, outputs: { guard: 'refused' } })
    expect(names()).toContain('周杰')
    expect(done.summary).toContain('This change was stopped')
  })

  test('cannot lift its own limit', async () => {
    const settings = `${smallCompany['rollbook.yaml']}deletions: {users: enabled}\n`
    const { event, names } = await merged({ [market]: null, 'rollbook.yaml': settings })
    expect(await step(repository, 'apply', event, unasked)).toMatchObject({ code: 1, outputs: { guard: 'refused' } })
    expect(names()).toContain('周杰')
  })

  test('whose plan is not the one that was reviewed writes nothing', async () => {
    const { event, names } = await merged()
    const done = await step(repository, 'apply', event, { inputs: { 'plan-hash': `sha256:${'0'.repeat(64)}` } })
    expect(done.code).toBe(1)
    expect(done.commands.at(-1)?.text).toContain('not the one that was reviewed')
    expect(names()).not.toContain('孙丽')
  })

  test('that DingTalk refuses in part does the rest, says what failed, and goes on when it is run again', async () => {
    const { event, names } = await merged()
    repository.emulator.inject({
      match: { operation: 'createUser' },
      do: { refuse: { errcode: 60103, errmsg: 'refused' } },
    })
    const done = await step(repository, 'apply', event, unasked)
    expect(done).toMatchObject({ code: 1, outputs: { applied: '0', failed: '1' } })
    expect(done.commands.at(-1)?.text).toContain('run it again')
    expect(await step(repository, 'apply', event, unasked)).toMatchObject({ code: 0, outputs: { applied: '1' } })
    expect(names()).toContain('孙丽')
  })

  test('without a credential says which variable is missing', async () => {
    const { event } = await merged()
    const done = await step(repository, 'apply', event, { ...unasked, noSecrets: true })
    expect(done.code).toBe(1)
    expect(done.commands.at(-1)?.text).toContain('DINGTALK_CLIENT_ID')
  })

  test('whose base is not in the clone says so and writes nothing', async () => {
    const { after, names } = await merged()
    const event: TestEvent = pushed('1'.repeat(40), after)
    const done = await step(repository, 'apply', event, unasked)
    expect(done.code).toBe(1)
    expect(done.commands.at(-1)?.text).toContain('1'.repeat(40))
    expect(names()).not.toContain('孙丽')
  })
})
