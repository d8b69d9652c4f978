import { describe, expect, test } from 'vitest'
import { planJson } from '../../src/render/json.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderPlan } from '../../src/render/text.ts'
import { change, mail, password, phones, plan, refusedPlan, richPlan } from './plans.ts'

const outlook = { next: 'rollbook apply' }

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const text = { language, color: false, width: 120 }

  test('a plan with everything in it reads as text', async () => {
    await expect(renderPlan(richPlan(), { ...text, ...outlook })).toMatchFileSnapshot(`golden/rich.${language}.txt`)
  })

  test('a plan with everything in it reads as Markdown', async () => {
    const markdown = renderMarkdown(richPlan(), { language, ...outlook })
    await expect(markdown).toMatchFileSnapshot(`golden/rich.${language}.md.golden`)
  })

  test('a plan that was stopped says why and what to do', async () => {
    await expect(renderPlan(refusedPlan(), text)).toMatchFileSnapshot(`golden/refused.${language}.txt`)
  })

  test('no output shows a personal value in clear', () => {
    const all = [renderPlan(richPlan(), text), renderMarkdown(richPlan(), { language }), planJson(richPlan())].join(
      '\n',
    )
    for (const value of [phones.old, phones.new, '10012348000', '10012349000', mail, 'hanmeimei@', password, 'ssw0rd'])
      expect(all).not.toContain(value)
  })
})

test('a plan with everything in it is one JSON document', async () => {
  await expect(planJson(richPlan())).toMatchFileSnapshot('golden/rich.json.golden')
})

test('equal plans give equal bytes, in whatever order their keys were written', () => {
  const turned = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, entry]) => [key, turned(entry)]),
        )
      : Array.isArray(value)
        ? value.map(turned)
        : value
  expect(planJson(turned(richPlan()) as ReturnType<typeof richPlan>)).toBe(planJson(richPlan()))
})

test('Chinese text names people and departments, never by an id', () => {
  const text = renderPlan(richPlan(), { language: 'zh', color: false })
  // Two people of one name with equal standing are told apart by job numbers, so not even here a userid is needed.
  expect(text).not.toMatch(/u-[a-z]|#|manager0|4711|4712/)
  expect(text).toContain('王芳（工号 008）')
})

test('two people of one name are told apart by job number, also where the plan changes only one of them', () => {
  const edited = change('update', 'user', 'u1', { before: { title: '甲' }, after: { title: '乙' } })
  const heads = change('update', 'department-settings', '财务部', {
    before: { dept_manager_userid_list: {} },
    after: { dept_manager_userid_list: { u2: true } },
  })
  const made = plan({
    changes: [edited, heads],
    names: { user: { u1: '王芳', u2: '王芳' }, department: { 财务部: '财务部' } },
    around: { parents: {}, jobNumbers: { u1: '007', u2: '008' } },
  })
  const text = renderPlan(made, { language: 'zh', color: false })
  expect(text).toContain('王芳（工号 007）：职位 从 甲 改为 乙')
  expect(text).toContain('王芳（工号 008） 成为「财务部」的部门主管')
})

test('somebody in the root department joins the company', () => {
  const boss = change('create', 'user', 'u-boss', { after: { name: '沈国安', main: '/' } })
  const made = plan({ changes: [boss], names: { department: { '/': '' }, user: { 'u-boss': '沈国安' } } })
  expect(renderPlan(made, { language: 'zh', color: false })).toContain('沈国安 加入 公司\n')
  expect(renderPlan(made, { language: 'en', color: false })).toContain('沈国安 joins the company\n')
})

test('colour adds escape sequences and nothing else', () => {
  const bare = renderPlan(richPlan(), { language: 'zh', color: false })
  const painted = renderPlan(richPlan(), { language: 'zh', color: true })
  expect(bare).not.toContain('\u001B')
  expect(painted).toContain('\u001B')
  expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe(bare)
})

test('a plan without changes says that nothing will change', () => {
  expect(renderPlan(plan(), { language: 'zh', color: false })).toBe(
    '变更预览\n已对照钉钉的现状，读取了全公司\n钉钉里不会有任何变化\n',
  )
  expect(renderPlan(plan(), { language: 'en', color: false })).toBe(
    'Plan\nCompared with DingTalk as it is now; the whole company was read\nNothing will change in DingTalk\n',
  )
})

test('a plan made without DingTalk says so in its first lines, and claims nothing about DingTalk', () => {
  const text = renderPlan(plan({ refresh: 'none' }), { language: 'zh', color: false })
  expect(text).toBe(
    '离线预览\n没有读取钉钉，这里只说文件改了什么；生效前会先对照钉钉的现状\n只看文件的话，钉钉里不会有任何变化\n',
  )
})

test('the completeness proof stands wherever something is deleted, and only there', () => {
  const show = (made: ReturnType<typeof plan>) => renderPlan(made, { language: 'zh', color: false })
  expect(show(richPlan())).toContain('读到 12 个部门、180 人，与钉钉总人数一致')
  expect(show(plan({ changes: richPlan().changes.filter(({ action }) => action === 'create') }))).not.toContain('读到')
})
