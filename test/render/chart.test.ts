import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/core/model.ts'
import { type Branch, chartOf, mostNodes } from '../../src/render/chart.ts'
import { renderComment } from '../../src/render/comment.ts'
import { mermaidOf } from '../../src/render/mermaid.ts'
import { hostile } from '../support/hostile-text.ts'
import { runs } from '../support/runs.ts'
import { change, largePlan, plan, richPlan } from './plans.ts'

/** A chart as an outline, one line for each node. */
function outline({ label, mark, children }: Branch, depth = 0): string[] {
  const text = `${'  '.repeat(depth)}${mark === undefined ? '' : `${mark} `}${label}`
  return [text, ...children.flatMap((child) => outline(child, depth + 1))]
}

const parents = {
  研发部: '/',
  '研发部/后端组': '研发部',
  '研发部/测试组': '研发部',
  财务部: '/',
  销售部: '/',
  仓储部: '/',
}
const department = {
  研发部: '研发部',
  '研发部/后端组': '研发部 / 后端组',
  '研发部/测试组': '研发部 / 测试组',
  '研发部/平台组': '研发部 / 平台组',
  财务部: '财务部',
  销售部: '销售部',
  仓储部: '仓储部',
}

function world(parts: Partial<Plan>): Plan {
  return plan({
    names: { department, user: { u1: '李雷', u2: '韩梅梅' } },
    around: { parents, jobNumbers: {} },
    ...parts,
  })
}

function drawn(made: Plan): { before: string[]; after: string[] } {
  const chart = chartOf(made, 'zh')
  if (chart === undefined) throw new Error('there is nothing to draw')
  return { before: outline(chart.before), after: outline(chart.after) }
}

describe('a chart', () => {
  test('of somebody who moves has both departments on both sides, and counts the others', () => {
    const moves = change('move', 'user', 'u1', { before: { main: '销售部' }, after: { main: '研发部/后端组' } })
    const { before, after } = drawn(world({ changes: [moves] }))
    expect(before).toEqual([
      '公司',
      '  研发部',
      '    后端组',
      '    另有 1 个部门',
      '  销售部',
      '    → 李雷',
      '  另有 2 个部门',
    ])
    expect(after).toEqual([
      '公司',
      '  研发部',
      '    后端组',
      '      → 李雷',
      '    另有 1 个部门',
      '  销售部',
      '  另有 2 个部门',
    ])
  })

  test('of a new and a dissolved department has each on its own side', () => {
    const made = change('create', 'department', '研发部/平台组', { after: { name: '平台组', parent_id: '研发部' } })
    const gone = change('delete', 'department', '仓储部', { before: { name: '仓储部', parent_id: '/' } })
    const { before, after } = drawn(world({ changes: [made, gone] }))
    expect(before).toEqual(['公司', '  研发部', '    另有 2 个部门', '  − 仓储部', '  另有 2 个部门'])
    expect(after).toEqual(['公司', '  研发部', '    + 平台组', '    另有 2 个部门', '  另有 2 个部门'])
  })

  test('of a department that is renamed and moved has its former name and place, and its own', () => {
    const moved = change('move', 'department', '研发部/后端组', {
      before: { name: '后台组', parent_id: '销售部' },
      after: { name: '后端组', parent_id: '研发部' },
    })
    const around = { parents: { ...parents, '研发部/后端组': '销售部' }, jobNumbers: {} }
    const { before, after } = drawn(world({ changes: [moved], around }))
    expect(before).toContain('    → 后台组')
    expect(before.indexOf('    → 后台组')).toBeGreaterThan(before.indexOf('  销售部'))
    expect(after).toContain('    → 后端组')
    expect(after.indexOf('    → 后端组')).toBeGreaterThan(after.indexOf('  研发部'))
  })

  test('of somebody who is added again says that they leave and join', () => {
    const again = change('replace', 'user', 'u1', { before: { main: '财务部' }, after: { main: '财务部' } })
    const { before, after } = drawn(world({ changes: [again] }))
    expect(before).toContain('    − 李雷')
    expect(after).toContain('    + 李雷')
  })

  test('does not exist where only details change, or where nobody knows what is around', () => {
    const edited = change('update', 'user', 'u1', {
      before: { main: '财务部', title: '甲' },
      after: { main: '财务部', title: '乙' },
    })
    expect(chartOf(world({ changes: [edited] }), 'zh')).toBeUndefined()
    expect(chartOf(richPlan(), 'zh')).toBeUndefined()
  })

  test('ends where departments stand in a circle', () => {
    const around = { parents: { 研发部: '财务部', 财务部: '研发部' }, jobNumbers: {} }
    const joins = change('create', 'user', 'u1', { after: { main: '研发部' } })
    expect(drawn(world({ changes: [joins], around })).after).toEqual(['公司'])
  })
})

describe('a chart of a large plan', () => {
  const around = (departments: number) => {
    const keys = Array.from({ length: departments }, (_, index) => [
      `事业群${index % 4}/部门${index}`,
      `事业群${index % 4}`,
    ])
    return {
      parents: { ...Object.fromEntries(keys), 事业群0: '/', 事业群1: '/', 事业群2: '/', 事业群3: '/' },
      jobNumbers: {},
    }
  }

  test.each([
    [30, 20],
    [500, 20],
    [500, 100],
    [10_000, 2_000],
  ])('%i changes in %i departments: at most 60 nodes a side, and within what Mermaid draws', (people, departments) => {
    const made = { ...largePlan(people, { departments, leavers: people / 10 }), around: around(departments) }
    const chart = chartOf(made, 'zh')
    for (const side of [chart?.before, chart?.after]) {
      if (side === undefined) throw new Error('there is nothing to draw')
      expect(outline(side).length).toBeLessThanOrEqual(mostNodes)
      const text = mermaidOf(side)
      expect(text.length).toBeLessThan(50_000)
      expect(text.match(/-->/g)?.length ?? 0).toBeLessThan(500)
      expect(text).toMatch(/#43;|#8722;|#8594;/)
    }
  })

  test('stays out of a comment that has no space for it', () => {
    const made = { ...largePlan(200), around: around(20) }
    const wide = renderComment(made, { language: 'zh', chart: true, limit: 1e6 })
    expect(wide.text).toContain('```mermaid')
    const { text, step } = renderComment(made, { language: 'zh', chart: true, limit: wide.text.length - 1 })
    expect(step).toBe('without-chart')
    expect(text).not.toContain('mermaid')
    expect(text).toContain('技术细节')
  })
})

test('whatever the names, a diagram is made of our own marks: numbered nodes, letters, digits and entities', () => {
  const line =
    /^(?:flowchart LR| {2}(?:n\d+ --> )?n\d+(?:\["[\p{L}\p{M}\p{N} #;]*"\]|\(\["[\p{L}\p{M}\p{N} #;]*"\]\))| {2}class(?:Def)? [\w,]+ [\w:#,\- ]+)$/u
  fc.assert(
    fc.property(hostile, hostile, (first, second) => {
      const changes = [
        change('create', 'user', 'u1', { after: { main: '研发部', name: first } }),
        change('create', 'department', 'd', { after: { name: second, parent_id: '研发部' } }),
      ]
      const names = { department: { ...department, 研发部: second }, user: { u1: first } }
      const chart = chartOf(world({ changes, names }), 'en')
      for (const side of [chart?.before, chart?.after])
        for (const text of mermaidOf(side as Branch).split('\n')) expect(text).toMatch(line)
    }),
    { numRuns: runs(2000, 200) },
  )
})
