import type { Plan, Refusal } from './model.ts'

/**
 * Whether a plan says anything about drift at all: what was not seen could be taken for missing, and another company
 * differs in everything.
 */
export function isSure({ complete, refusals }: Pick<Plan, 'complete' | 'refusals'>): boolean {
  return complete && !refusals.some(isDoubt)
}

/** What may be shown of a plan: of one that says nothing about drift only why, because the rest may be another company's. */
export function shown(plan: Plan): Plan {
  if (isSure(plan)) return plan
  const { approval: _, ...rest } = plan
  const nothing = {
    changes: [],
    adopted: [],
    kept: [],
    unmanaged: [],
    left: [],
    waiting: [],
    unopened: [],
    approved: [],
  }
  return { ...rest, ...nothing, approvals: [], refusals: plan.refusals.filter(isDoubt) }
}

function isDoubt({ code }: Refusal): boolean {
  return code === 'incomplete-read' || code === 'wrong-company'
}
