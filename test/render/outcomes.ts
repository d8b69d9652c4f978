import type { Change, Outcome, Plan } from '../../src/core/model.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import { richPlan } from './plans.ts'

/** What became of the rich plan, in several ways. */

const rich = richPlan()

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

export const joiner = find(rich, 'u-hanmeimei')
export const mover = find(rich, 'u-lilei')
const role = find(rich, '岗位/会计')
/** One done, one that ended the run, one done in part, one skipped. */
export const mixed: readonly Outcome[] = [
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
export const held: readonly Outcome[] = [
  { status: 'applied', change: mover, id: 'u-lilei' },
  { status: 'failed', change: find(rich, '财务部'), error: refusedWith('60022'), reason: 'moderation' },
  { status: 'failed', change: joiner, error: refusedWith('40103', true), reason: 'invite-pending' },
  { status: 'applied', change: role, id: '7', without: [joiner.ref] },
  { status: 'skipped', change: find(rich, '市场部'), because: joiner.ref },
]
