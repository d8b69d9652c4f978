import { expect, test } from 'vitest'
import type { Change, Outcome, Plan } from '../../src/core/model.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import { resultJson } from '../../src/render/json.ts'
import { renderOutcome, renderOutcomeMarkdown, stepLines } from '../../src/render/outcome.ts'
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

function refusedWith(code: string, pending = false) {
  const failure = { operation: 'createUser' as const, code, action: 'item' as const, meaning: 'what the contract says' }
  return new DingTalkError({ ...failure, pending, requestId: 'req43', status: 200, outcome: 'refused' })
}

/** Two that stopped nothing but what waits for them; the second one waits for a person. */
const held: readonly Outcome[] = [
  { status: 'applied', change: mover, id: 'u-lilei' },
  { status: 'failed', change: find(rich, '财务部'), error: refusedWith('60022'), reason: 'moderation' },
  { status: 'failed', change: joiner, error: refusedWith('40103', true), reason: 'invite-pending' },
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

test.each(['zh', 'en'] as const)(
  'what was quarantined says why, what to do and what waits for it (%s)',
  async (language) => {
    const next = 'rollbook apply'
    const text = renderOutcome(rich, held, { language, color: false, next })
    await expect(text).toMatchFileSnapshot(`golden/quarantine.${language}.txt`)
    const markdown = renderOutcomeMarkdown(rich, held, { language, next })
    await expect(markdown).toMatchFileSnapshot(`golden/quarantine.${language}.md.golden`)
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
