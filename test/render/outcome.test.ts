import { expect, test } from 'vitest'
import type { Outcome } from '../../src/core/model.ts'
import { resultJson } from '../../src/render/json.ts'
import { renderOutcome, stepLines } from '../../src/render/outcome.ts'
import { held, joiner, mixed, mover } from './outcomes.ts'
import { change, plan, richPlan } from './plans.ts'

const rich = richPlan()
const options = { language: 'zh', color: false } as const

test('a whole apply ends in one line', () => {
  const made = plan({ changes: [mover], names: rich.names })
  const text = renderOutcome(made, [{ status: 'applied', change: mover, id: 'u-lilei' }], options)
  expect(text).toBe('全部生效：1 项改动\n')
})

test.each(['zh', 'en'] as const)(
  'an apply that went wrong counts honestly and says what to do (%s)',
  async (language) => {
    const text = renderOutcome(rich, mixed, { language, color: false, next: 'rollbook apply -d corps/acme' })
    await expect(text).toMatchFileSnapshot(`golden/outcome.${language}.txt`)
  },
)

test.each(['zh', 'en'] as const)(
  'what was quarantined says why, what to do and what waits for it (%s)',
  async (language) => {
    const text = renderOutcome(rich, held, { language, color: false, next: 'rollbook apply' })
    await expect(text).toMatchFileSnapshot(`golden/quarantine.${language}.txt`)
  },
)

test('a quarantined step is told apart from a failure of the run', () => {
  const line = stepLines(rich, options)
  expect(line(held[2] as Outcome, 3)).toMatch(
    /^\[ 3\/20\] 待同意 韩梅梅 加入 .*，已向这个人发出邀请，本人同意以后才会加入$/,
  )
  expect(line(held[1] as Outcome, 2)).toMatch(/^\[ 2\/20\] 失败 .*财务部.*，文字没有通过钉钉的内容审核$/)
})

test('a step is one line with its position and what became of it', () => {
  const line = stepLines(rich, options)
  expect(mixed.map((outcome, index) => line(outcome, index + 1))).toEqual([
    '[ 1/20] 完成 李雷 从 销售部 调到 市场中心，兼任 销售部，职位 从 工程师 改为 高级工程师',
    expect.stringMatching(/^\[ 2\/20\] 失败 韩梅梅 加入 研发部 \/ 后端组，.*错误码 88\/60011：应用没有这个接口的权限$/),
    '[ 3/20] 部分完成 新建角色「岗位 / 会计」；李雷 获得角色「岗位 / 会计」，还差 韩梅梅：钉钉里还没有',
    expect.stringMatching(/^\[ 4\/20\] 跳过 更名 市场部 → 市场中心，因为 韩梅梅 没有成功$/),
  ])
})

test('a step of which nothing was left to write claims nothing', () => {
  const gained = change('update', 'role', '岗位/出纳', {
    before: { members: {} },
    after: { members: { 'u-hanmeimei': {} } },
  })
  const made = plan({ changes: [gained], names: rich.names })
  const [line] = [{ status: 'applied' as const, change: gained, id: '7', without: [joiner.ref] }].map((outcome) =>
    stepLines(made, options)(outcome, 1),
  )
  expect(line).toBe('[1/1] 部分完成 角色「岗位 / 出纳」，还差 韩梅梅：钉钉里还没有')
})

test('the result is one JSON document that counts what was not started', async () => {
  await expect(resultJson(rich, mixed, { language: 'en' })).toMatchFileSnapshot('golden/result.json.golden')
})

test('the result lists what was quarantined with its reason and what waits for it', () => {
  const { quarantined, outcomes } = JSON.parse(resultJson(rich, held, { language: 'zh' }))
  expect(quarantined).toEqual([
    expect.objectContaining({
      kind: 'department',
      key: '财务部',
      action: 'update',
      reason: 'moderation',
      code: '60022',
    }),
    {
      kind: 'user',
      key: 'u-hanmeimei',
      action: 'create',
      file: 'departments/研发部/people.yaml',
      line: 12,
      reason: 'invite-pending',
      code: '40103',
      message: '已向这个人发出邀请，本人同意以后才会加入',
      hint: expect.stringContaining('请本人在钉钉里同意邀请'),
      waiting: [
        { kind: 'role', key: '岗位/会计' },
        { kind: 'department', key: '市场部' },
      ],
    },
  ])
  expect(outcomes.map(({ reason }: { reason?: string }) => reason)).toEqual([
    undefined,
    'moderation',
    'invite-pending',
    undefined,
    undefined,
  ])
})

test('nothing to apply is said as such', () => {
  expect(renderOutcome(plan(), [], options)).toBe('没有需要生效的改动\n')
})
