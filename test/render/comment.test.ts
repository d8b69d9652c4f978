import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/core/model.ts'
import { commentLimit, renderComment, renderSummary, type Step, summaryLimit } from '../../src/render/comment.ts'
import { change, largePlan, plan, refusedPlan, richPlan } from './plans.ts'

const link = ({ file, line }: { file: string; line: number }) =>
  `https://github.com/octo/rolls/blob/abc/${file}#L${line}`
const fullPlan = 'https://github.com/octo/rolls/actions/runs/1'

/** The rich plan with so many more who join, and who leave. */
function grown(joiners: number, leavers = 0): Plan {
  const rich = richPlan()
  const more = largePlan(joiners + leavers, { leavers })
  return {
    ...rich,
    changes: [...rich.changes, ...more.changes],
    names: {
      ...rich.names,
      user: { ...rich.names['user'], ...more.names['user'] },
      department: { ...rich.names['department'], ...more.names['department'] },
    },
  }
}

describe.each(['zh', 'en', 'both'] as const)('in %s', (language) => {
  test('a comment of a plan with everything in it', async () => {
    const { text } = renderComment(richPlan(), { language, link, review: true })
    await expect(text).toMatchFileSnapshot(`golden/comment-rich.${language}.md.golden`)
  })

  test('a comment of a plan that was stopped', async () => {
    const { text } = renderComment(refusedPlan(), { language, link, review: true })
    await expect(text).toMatchFileSnapshot(`golden/comment-refused.${language}.md.golden`)
  })

  test('a comment with a chart', async () => {
    const around = {
      parents: { 事业群0: '/', 事业群1: '/', '事业群0/部门0': '事业群0', '事业群1/部门1': '事业群1' },
      jobNumbers: {},
    }
    const { text } = renderComment(
      { ...largePlan(4, { departments: 2 }), around },
      { language, chart: true, review: true },
    )
    await expect(text).toMatchFileSnapshot(`golden/comment-chart.${language}.md.golden`)
  })

  test.each(['full', 'touched', 'none'] as const)('nothing will change, with refresh %s', async (refresh) => {
    const { text } = renderComment(plan({ refresh }), { language, review: true })
    await expect(text).toMatchFileSnapshot(`golden/comment-nothing-${refresh}.${language}.md.golden`)
  })

  test.each(['touched', 'none'] as const)('a change, with refresh %s', async (refresh) => {
    const { text } = renderComment({ ...largePlan(4), refresh }, { language, review: true })
    await expect(text).toMatchFileSnapshot(`golden/comment-${refresh}.${language}.md.golden`)
  })

  test.each([
    [500, 0],
    [500, 250],
    [10_000, 0],
    [10_000, 5_000],
  ])('%i changes, %i of them leavers, fit a comment, with counts and deletions', (people, leavers) => {
    const { text } = renderComment(largePlan(people, { leavers }), { language, link, fullPlan, review: true })
    expect(text.length).toBeLessThan(commentLimit)
    if (language !== 'en') expect(text).toContain(`离职 ${leavers} 人`)
    if (language !== 'zh') expect(text).toContain(`${leavers} leaving`)
    if (leavers === 250) expect(text).toContain('员工249')
    if (leavers === 5_000) expect(text).toContain(language === 'en' ? '250 people' : '部门19：250 人')
  })

  test('10,000 changes fit the summary of a job', () => {
    const { text } = renderSummary(largePlan(10_000, { leavers: 5_000, departments: 2_000 }), { language, link })
    expect(Buffer.byteLength(text)).toBeLessThan(summaryLimit)
  })
})

/** The longest text of each step, by making the space smaller until nothing shorter comes. */
function ladder(made: Plan): Map<Step, string> {
  const found = new Map<Step, string>()
  for (let limit = Number.POSITIVE_INFINITY; ; ) {
    const { text, step } = renderComment(made, { language: 'zh', limit, link, fullPlan, review: true })
    if (!found.has(step)) found.set(step, text)
    if (step === 'paragraph') return found
    limit = text.length - 1
  }
}

describe('going down the steps', () => {
  const made = { ...grown(300, 200), refusals: refusedPlan().refusals }
  const texts = ladder(made)
  const of = (step: Step) => texts.get(step) ?? ''

  test('each is there, and shorter than the one before', () => {
    expect([...texts.keys()]).toEqual(['full', 'without-details', 'by-department', 'most-risky', 'paragraph'])
    const sizes = [...texts.values()].map((text) => text.length)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  test.each(['full', 'without-details', 'by-department', 'most-risky', 'paragraph'] as const)(
    '%s says the counts, why it was stopped, and what is taken away',
    (step) => {
      expect(of(step)).toContain('离职 202 人')
      expect(of(step)).toContain('这次改动被拦下，钉钉里什么都没有改')
      expect(of(step)).toContain('没有把钉钉里的内容读全')
      expect(of(step)).toContain('会从钉钉移除 7 名员工')
      expect(of(step)).toContain('撤销 仓储部')
      expect(of(step)).toMatch(/周八 从 仓储部 离职|事业群0[^：]*：\d+ 人/)
    },
  )

  test('the details go first, then links, then lists of who stays, then of who leaves', () => {
    expect(of('full')).toContain('技术细节')
    expect(of('full')).toContain('](https://github.com/octo/rolls/blob/abc/')
    expect(of('without-details')).not.toContain('| 步骤 |')
    expect(of('without-details')).toContain('员工499')
    expect(of('by-department')).not.toContain('员工499')
    expect(of('by-department')).toContain('员工199 从')
    expect(of('most-risky')).not.toContain('员工199 从')
  })

  test('whatever left something out says where all of it is', () => {
    for (const [step, text] of texts) if (step !== 'full') expect(text).toContain(`](${fullPlan})`)
  })

  test('however little space there is, the counts are said', () => {
    const { text, step } = renderComment(made, { language: 'zh', limit: 400, review: true })
    expect(step).toBe('paragraph')
    expect(text.length).toBeLessThanOrEqual(400)
    expect(text).toContain('离职 202 人')
  })
})

test('hundreds of refusals are told first ones first, and counted', () => {
  const [first] = refusedPlan().refusals
  if (first === undefined) throw new Error('the refused plan has a refusal')
  const made = { ...refusedPlan(), refusals: Array.from({ length: 3_000 }, () => first) }
  const { text } = renderComment(made, { language: 'zh' })
  expect(text.length).toBeLessThan(commentLimit)
  expect(text).toContain('另有 2980 条被拦下的原因')
})

test('a link leads only to an address of the web, and nothing of it is read as Markdown', () => {
  const made = plan({
    changes: [
      change(
        'create',
        'user',
        'u1',
        { after: { name: '甲', main: '/' } },
        { place: { file: 'a.yaml', line: 1, column: 1 } },
      ),
    ],
    names: { user: { u1: '甲' }, department: {} },
  })
  const shown = (address: string) => renderComment(made, { language: 'zh', link: () => address }).text
  expect(shown('https://example.com/a_b(c)*d?x=1&y=2')).toContain('](https://example.com/a%5Fb%28c%29%2Ad?x=1&amp;y=2)')
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//example.com', 'x', 'https://a:b@example.com/'])
    expect(shown(address)).toContain('<sub>a.yaml&#58;1</sub>')
})
