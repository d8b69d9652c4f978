import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { changed, market, own, people, zhoujie } from './plan-world.ts'

/** The action `plan`, from the event to what stands in the pull request. */

describe('the comment', () => {
  test('says what a merge would change, as do summary and outputs', async () => {
    const { plan, bodies, github, number } = await changed()
    const done = await plan()
    expect(done.code).toBe(0)
    expect(done.commands.map(({ name }) => name)).toEqual(['add-mask'])
    const [body = ''] = bodies()
    expect(bodies()).toHaveLength(1)
    expect(body.split('\n')[0]).toMatch(
      /^<!-- rollbook: \{"v":1,"env":"directory",.*"mode":"plan","truncated":false\} -->$/,
    )
    expect(body.split('\n')[1]).toBe(
      '**directory** · Compared with DingTalk as it is now; read only, nothing was changed.',
    )
    expect(body).toContain('孙丽 joins 市场部')
    expect(github.state.comments[0]).toMatchObject({ issue: number, author: { login: 'github-actions[bot]' } })
    expect(done.summary).toContain('孙丽 joins 市场部')
    expect(done.outputs).toMatchObject({ changes: '1', creates: '1', deletes: '0', guard: 'passed', read: 'dingtalk' })
    const json = JSON.parse(await readFile(done.outputs['plan-json-path'] ?? '', 'utf8'))
    expect(json).toMatchObject({ format: 'rollbook.plan/1', hash: done.outputs['plan-hash'] })
    expect(body).toContain(done.outputs['plan-hash'])
    expect(await readFile(done.outputs['summary-path'] ?? '', 'utf8')).toBe(done.summary)
  })

  test('writes nothing to DingTalk', async () => {
    const { plan, repository } = await changed()
    const before = repository.emulator.snapshot()
    await plan()
    expect(repository.emulator.snapshot()).toEqual(before)
  })

  test('is the same one after the next push, and as it was when a run is repeated', async () => {
    const { repository, github, plan } = await changed()
    await plan()
    const [first] = structuredClone(github.state.comments)
    await plan()
    expect(github.state.comments).toEqual([first])
    const head = await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    expect(github.state.comments).toHaveLength(1)
    const [comment] = github.state.comments
    expect(comment?.id).toBe(first?.id)
    expect(comment?.body).toContain(`"head":"${head}"`)
    expect(comment?.body).toContain('经理')
    expect(comment?.body).not.toContain('孙丽')
  })

  test('is in both languages where that is wanted, Chinese first, each as whole as the other', async () => {
    const { plan, bodies } = await changed()
    const done = await plan({ inputs: { language: 'both' } })
    const [zh = '', en = ''] = bodies()[0]?.split('\n---\n') ?? []
    expect(zh).toContain('孙丽 加入')
    expect(zh).toContain('Compared with DingTalk as it is now')
    expect(en).toContain('孙丽 joins 市场部')
    expect(done.log).toContain('已对照钉钉里现在的数据')
  })

  test('says clearly that nothing will change', async () => {
    const { plan, bodies } = await changed({ [market]: `# a remark\n${people(zhoujie)}` })
    const done = await plan()
    expect(done).toMatchObject({ code: 0, outputs: { changes: '0' } })
    expect(bodies()[0]).toContain('**Nothing will change in DingTalk**')
    expect(done.summary).toContain('**Nothing will change in DingTalk**')
  })

  test.each([
    ['changes-only', 0],
    ['sticky', 1],
    ['off', 0],
  ])('where nothing changes, and as %s: %d', async (comment, expected) => {
    const { plan, bodies } = await changed({ [market]: `# a remark\n${people(zhoujie)}` })
    const { code } = await plan({ inputs: { comment } })
    expect([code, bodies().length]).toEqual([0, expected])
  })

  test('as changes-only is put right when a later push takes the changes back', async () => {
    const { repository, plan, bodies } = await changed()
    await plan({ inputs: { comment: 'changes-only' } })
    await repository.push({ [market]: people(zhoujie) })
    await plan({ inputs: { comment: 'changes-only' } })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('Nothing will change in DingTalk')
  })

  test('as always-new is a new one each time, and the former ones are folded away', async () => {
    const { github, plan } = await changed()
    await plan({ inputs: { comment: 'always-new' } })
    await plan({ inputs: { comment: 'always-new' } })
    expect(github.state.comments.map(({ minimized }) => minimized)).toEqual(['OUTDATED', undefined])
  })

  test('of another company in the same pull request is left alone', async () => {
    const { repository, github, plan } = await changed()
    const other = { v: 1, env: 'corps/other', head: '0', planHash: null, truncated: false, mode: 'plan' }
    own(repository, 1, `<!-- rollbook: ${JSON.stringify(other)} -->\nother`)
    await plan()
    expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      'other',
      expect.stringContaining('**directory**'),
    ])
  })
})

describe('other comments', () => {
  test('of ours that match as well are folded away, and the newest is updated', async () => {
    const { repository, github, plan } = await changed()
    await plan()
    const [first] = github.state.comments
    own(repository, 1, first?.body ?? '')
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    const [older, newest] = github.state.comments
    expect(github.state.comments).toHaveLength(2)
    expect([older?.minimized, newest?.minimized]).toEqual(['OUTDATED', undefined])
    expect(newest?.body).toContain('经理')
    expect(older?.body).toBe(first?.body)
  })

  test.each([
    ['a person', { login: 'octo-guest', type: 'User' }],
    ['a person who is called nearly as we are', { login: 'github-actions', type: 'User' }],
    ['another app', { login: 'octo-app[bot]', type: 'Bot' }],
  ])('with our marker, written by %s, are texts like any other', async (_, author) => {
    const { repository, github, plan } = await changed()
    await plan()
    const [{ body: copied = '' } = {}] = github.state.comments
    github.state.comments.splice(0)
    const id = own(repository, 1, copied, author)
    await repository.push({ [market]: people(`${zhoujie}, title: 经理`) })
    await plan()
    expect(github.state.comments.map((each) => [each.id === id, each.body === copied, each.minimized])).toEqual([
      [true, true, undefined],
      [false, false, undefined],
    ])
  })

  test('with our marker anywhere but on the first line do not match', async () => {
    const { repository, github, plan, bodies } = await changed()
    await plan()
    const [first = ''] = bodies()
    github.state.comments.splice(0)
    own(repository, 1, `> quoted\n${first}`)
    await plan()
    expect(bodies()).toHaveLength(2)
  })

  test('are looked through to the last page', async () => {
    const { repository, plan, bodies } = await changed()
    for (let n = 0; n < 150; n += 1) own(repository, 1, `remark ${n}`, { login: 'octo-hr', type: 'User' })
    await plan()
    await plan()
    expect(bodies()).toHaveLength(151)
  })
})
