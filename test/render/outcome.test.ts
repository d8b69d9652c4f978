import { expect, test } from 'vitest'
import type { Change, Outcome, Plan } from '../../src/core/model.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import { resultJson } from '../../src/render/json.ts'
import { renderOutcome, stepLines } from '../../src/render/outcome.ts'
import { change, plan, richPlan } from './plans.ts'

const rich = richPlan()
const options = { language: 'zh', color: false } as const

const refused = new DingTalkError({
  operation: 'createUser',
  code: '88',
  subCode: '60011',
  action: 'config',
  meaning: 'no permission for this API, gateway form',
  pending: false,
  requestId: 'req42',
  status: 200,
  outcome: 'refused',
  requiredScopes: ['qyapi_manage_addresslist'],
})

function find(plan: Plan, key: string): Change {
  const found = plan.changes.find(({ ref, temporary }) => ref.key === key && !temporary)
  if (found === undefined) throw new Error(`the plan has no change of ${key}`)
  return found
}

const joiner = find(rich, 'u-hanmeimei')
const mover = find(rich, 'u-lilei')
const role = find(rich, '岗位/会计')
const mixed: readonly Outcome[] = [
  { status: 'applied', change: mover, id: 'u-lilei' },
  { status: 'failed', change: joiner, error: refused },
  { status: 'applied', change: role, id: '7', without: [joiner.ref] },
  { status: 'skipped', change: find(rich, '市场部'), because: joiner.ref },
]

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
  await expect(resultJson(rich, mixed)).toMatchFileSnapshot('golden/result.json.golden')
})

test('nothing to apply is said as such', () => {
  expect(renderOutcome(plan(), [], options)).toBe('没有需要生效的改动\n')
})
