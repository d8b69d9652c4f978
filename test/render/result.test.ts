import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/model.ts'
import { commentLimit } from '../../src/render/comment.ts'
import { renderResult } from '../../src/render/result-markdown.ts'
import { held, mixed, mover } from './outcomes.ts'
import { largePlan, plan, richPlan } from './plans.ts'

const rich = richPlan()
const link = ({ file, line }: { file: string; line: number }) =>
  `https://github.com/octo/rolls/blob/abc/${file}#L${line}`
const rerun = 'https://github.com/octo/rolls/actions/runs/1'

describe.each(['zh', 'en', 'both'] as const)('the comment after the merge, in %s', (language) => {
  const options = { language, link, rerun }

  test('says that all of it was applied, and that nothing is left to do', async () => {
    const made = plan({ changes: [mover], names: rich.names })
    const { text } = renderResult(made, [{ status: 'applied', change: mover, id: 'u-lilei' }], options)
    await expect(text).toMatchFileSnapshot(`golden/result-whole.${language}.md.golden`)
  })

  test('says what failed and why, what was skipped, what was done, and how to go on', async () => {
    const { text } = renderResult(rich, mixed, options)
    await expect(text).toMatchFileSnapshot(`golden/result-failed.${language}.md.golden`)
  })

  test('tells what was quarantined, and whom it waits for', async () => {
    const { text } = renderResult(rich, held, options)
    await expect(text).toMatchFileSnapshot(`golden/result-quarantine.${language}.md.golden`)
  })

  test('says that there was nothing to apply', async () => {
    await expect(renderResult(plan(), [], options).text).toMatchFileSnapshot(
      `golden/result-nothing.${language}.md.golden`,
    )
  })
})

describe('the result of 10,000 changes', () => {
  const made = largePlan(10_000)
  const outcomes = made.changes.map((change, index): Outcome => {
    const first = made.changes[0]?.ref
    if (index % 2 === 0 || first === undefined) return { status: 'applied', change, id: change.ref.key }
    return index === 1
      ? { status: 'failed', change, error: new Error('the network is gone') }
      : { status: 'skipped', change, because: first }
  })

  test.each(['zh', 'both'] as const)('fits a comment, with its counts and the failure (%s)', (language) => {
    const { text, step } = renderResult(made, outcomes, { language, link, rerun })
    expect(text.length).toBeLessThan(commentLimit)
    expect(step).toBe('most-risky')
    expect(text).toContain('生效 5000 项，失败 1 项，跳过 4999 项')
    expect(text).toContain('the network is gone')
    expect(text).toMatch(/还有 \d+ 项没有列出/)
    expect(text).toContain(`](${rerun})`)
  })

  test('comes down to its counts where there is no space at all', () => {
    const { text, step } = renderResult(made, outcomes, { language: 'zh', limit: 200 })
    expect(step).toBe('paragraph')
    expect(text.length).toBeLessThan(200)
    expect(text).toContain('失败 1 项')
  })
})
