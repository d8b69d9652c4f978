/** Limits of one kind of change: see `allowed`. */
export interface Limit {
  readonly floor: number
  readonly percent: number
  readonly ceiling: number
}

/** Limits that a department can have of its own, for itself and everything below it: all that belong to a place. */
export const subtreeLimitNames = [
  'users.remove',
  'users.move',
  'users.change',
  'users.replace',
  'departments.remove',
  'members.remove',
  'managers.change',
] as const

export const limitNames = [...subtreeLimitNames, 'roles.remove', 'subtree.remove'] as const
export type LimitName = (typeof limitNames)[number]
export type SubtreeLimitName = (typeof subtreeLimitNames)[number]

export type DeletionMode = 'enabled' | 'plan-only'

/** `rollbook.yaml`: the company, what may be deleted, how much may change at once, and who is protected. */
export interface Settings {
  readonly corp: string | null
  readonly deletions: { readonly users: DeletionMode; readonly departments: DeletionMode; readonly roles: DeletionMode }
  /** Key of the department that takes people whose file was removed; null: they are deleted. */
  readonly departed: string | null
  readonly limits: { readonly [name in LimitName]: Limit }
  /** Limits of single departments, by department key; they hold beside those of the company. */
  readonly subtrees: { readonly [department: string]: { readonly [name in SubtreeLimitName]?: Limit } }
  readonly protected: { readonly users: readonly string[]; readonly departments: readonly string[] }
  readonly language: 'zh' | 'en'
}

export const defaultSettings: Settings = {
  corp: null,
  deletions: { users: 'plan-only', departments: 'plan-only', roles: 'plan-only' },
  departed: null,
  limits: {
    'users.remove': { floor: 3, percent: 5, ceiling: 200 },
    'users.move': { floor: 20, percent: 30, ceiling: 1000 },
    'users.change': { floor: 20, percent: 50, ceiling: 5000 },
    'users.replace': { floor: 1, percent: 1, ceiling: 20 },
    'departments.remove': { floor: 2, percent: 10, ceiling: 50 },
    'members.remove': { floor: 10, percent: 20, ceiling: 500 },
    'managers.change': { floor: 3, percent: 20, ceiling: 100 },
    'roles.remove': { floor: 2, percent: 20, ceiling: 50 },
    'subtree.remove': { floor: 20, percent: 50, ceiling: 200 },
  },
  subtrees: {},
  protected: { users: [], departments: [] },
  language: 'zh',
}

/** How many changes a limit lets through when `managed` of the kind exist in DingTalk. */
export function allowed(limit: Limit, managed: number): number {
  return Math.min(limit.ceiling, Math.max(limit.floor, Math.floor((managed * limit.percent) / 100)))
}
