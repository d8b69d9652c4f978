import { describe, expect, test } from 'vitest'
import { segments } from '../../src/core/diff.ts'
import { type Difference, type Drift, type DriftState, driftStates } from '../../src/core/drift.ts'
import type { Change, Model, Plan, Value } from '../../src/core/model.ts'
import { isEntries } from '../../src/core/value.ts'
import { driftJson } from '../../src/render/drift-json.ts'
import { renderDriftMarkdown } from '../../src/render/drift-markdown.ts'
import { renderDrift } from '../../src/render/drift-text.ts'
import { change, largePlan, plan, refusedPlan, richPlan } from './plans.ts'

/** Drift as people read it: what was changed where, the most risky first. */

const link = ({ file, line }: { file: string; line: number }) =>
  `https://github.com/octo/rolls/blob/abc/${file}#L${line}`
const fullPlan = 'https://github.com/octo/rolls/actions/runs/1'
const commit = '0123456789abcdef0123456789abcdef01234567'

/** The drift whose plan is this one: every change in one state, that of a conflict from what it was. */
function driftOf(
  made: Plan,
  stateOf: (change: Change, index: number) => DriftState,
  base: Drift['base'] = { from: 'lock', commit },
): Drift {
  const found = made.changes
    .filter(({ temporary }) => !temporary)
    .map((each, index): Difference => {
      const state = stateOf(each, index)
      const fields = each.patch.map(({ path, value }) => {
        const at = segments(path).slice(2)
        const actual = at.reduce<Value | undefined>(
          (inner, name) => (isEntries(inner) ? inner[name] : undefined),
          each.before,
        )
        return {
          path: at,
          state,
          ...(value !== undefined && { files: value }),
          ...(actual !== undefined && { actual }),
        }
      })
      const then: Model = { ...each.before, title: '见习' }
      return {
        ref: each.ref,
        state,
        change: each,
        fields,
        ...(each.place && { place: each.place }),
        ...(state === 'conflict' && { then }),
      }
    })
  return { base, plan: made, differences: driftStates.flatMap((state) => found.filter((each) => each.state === state)) }
}

const edited = () =>
  plan({
    changes: [
      change('update', 'user', 'lilei', {
        before: { name: '李雷', title: '总监' },
        after: { name: '李雷', title: '经理' },
      }),
    ],
    names: { user: { lilei: '李雷' }, department: {} },
  })
const inTurn = (_: Change, index: number) => (['drift', 'drift', 'intended'] as const)[index % 3] ?? 'drift'

describe.each(['zh', 'en', 'both'] as const)('in %s', (language) => {
  test.each<[string, Drift]>([
    ['rich', driftOf(richPlan(), inTurn)],
    ['refused', driftOf(refusedPlan(), () => 'drift')],
    ['nothing', driftOf(plan(), () => 'drift')],
    ['conflict', driftOf(edited(), () => 'conflict')],
    ['waiting', driftOf(edited(), () => 'intended')],
    ['without-base', driftOf(edited(), () => 'drift', { from: 'none' })],
  ])('an issue: %s', async (name, drift) => {
    const { text } = renderDriftMarkdown(drift, { language, link, issue: true })
    await expect(text).toMatchFileSnapshot(`golden/drift-${name}.${language}.md.golden`)
  })
})

test.each(['zh', 'en'] as const)('for a terminal, in %s', async (language) => {
  const by = { operator: 'hanmei', time: '2026-11-21T08:00:00Z' }
  const made = driftOf(richPlan(), inTurn)
  const told = {
    ...made,
    differences: made.differences.map((each) => (each.state === 'drift' ? { ...each, by } : each)),
  }
  const text = renderDrift(told, { language, color: false, width: 120, apply: 'rollbook apply -d corps/acme' })
  await expect(text).toMatchFileSnapshot(`golden/drift-rich.${language}.text.golden`)
})

test('whatever of the space is left, every list says on which side it was changed, and the counts stay', () => {
  const drift = driftOf(largePlan(500, { leavers: 200 }), inTurn)
  for (let limit = Number.POSITIVE_INFINITY; ; ) {
    const { text, step } = renderDriftMarkdown(drift, { language: 'zh', limit, link, fullPlan, issue: true })
    expect(text).toMatch(/线下改动 \d+ 处.*等待生效 \d+ 处/)
    if (step === 'paragraph') break
    for (const [, title = ''] of text.matchAll(/^#### (.*)$/gm)) expect(title).toMatch(/^(?:钉钉里改了|等待生效) · /)
    limit = text.length - 1
  }
})

test('a read with a hole says nothing of what it seemed to find, in any format', () => {
  const gaps = [{ code: 'people', message: 'a page did not answer' }] as const
  const made = { ...edited(), complete: false, reading: { ...plan().reading, gaps } }
  const drift = { ...driftOf(made, () => 'drift'), differences: [] }
  const texts = [
    renderDrift(drift, { language: 'en', color: false }),
    renderDriftMarkdown(drift, { language: 'en' }).text,
    driftJson(drift),
  ]
  for (const text of texts) expect(text).not.toMatch(/李雷|总监|put it back/)
  expect(texts[0]).toContain('nobody knows whether there is drift')
  expect(JSON.parse(texts[2] ?? '')).toMatchObject({ sure: false, differences: [], reasons: [{ code: 'people' }] })
})
