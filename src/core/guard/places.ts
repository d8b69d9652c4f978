import { placeKey } from '../model.ts'
import { members } from '../value.ts'
import type { GuardInput } from './input.ts'

/** Who and what stands where in DingTalk now, as far as it is managed. */
export interface Places {
  /** Departments of a person, main and further. */
  departmentsOf(userid: string): readonly string[]
  /** A department and everything above it, without the root. */
  upwards(departmentKey: string): readonly string[]
  /** Whether a person or department stands in a department or below it. */
  inside(kind: 'user' | 'department', key: string, departmentKey: string): boolean
  /** Every managed department but the root. */
  readonly departments: readonly string[]
  /**
   * The keys that a department named in a policy has here: its own, and the one that its folder was given since the
   * lock was written. Otherwise renaming a folder would take its protection and its limits off.
   */
  named(policyKey: string): readonly string[]
}

/** A chain of parents longer than this goes round in a circle. */
const DEEPEST = 100

/** Reads the actual side once; every answer after the first costs little. */
export function placesOf({ identified, lock }: Pick<GuardInput, 'identified' | 'lock'>): Places {
  const { actual, whole, ids } = identified
  const tree = actual['department'] ?? {}
  const chains = new Map<string, readonly string[]>()
  const keyOf = new Map(Object.entries(ids['department'] ?? {}).map(([key, id]) => [id, key]))

  const upwards = (key: string): readonly string[] => {
    const known = chains.get(key)
    if (known) return known
    const chain: string[] = []
    let at: unknown = key
    while (typeof at === 'string' && at !== '/' && chain.length < DEEPEST && !chain.includes(at)) {
      chain.push(at)
      at = (whole.get(placeKey({ kind: 'department', key: at })) ?? tree[at])?.['parent_id']
    }
    chains.set(key, chain)
    return chain
  }
  const departmentsOf = (userid: string) => {
    const model = whole.get(placeKey({ kind: 'user', key: userid })) ?? actual['user']?.[userid]
    const main = model?.['main']
    return [...new Set([...members(model?.['dept_id_list']), ...(typeof main === 'string' ? [main] : [])])]
  }
  return {
    departmentsOf,
    upwards,
    inside: (kind, key, departmentKey) =>
      (kind === 'department' ? [key] : departmentsOf(key)).some((at) => upwards(at).includes(departmentKey)),
    departments: Object.keys(tree).filter((key) => key !== '/'),
    named(policyKey) {
      const locked = lock.resources['department']?.[policyKey]?.id
      const now = locked === undefined ? undefined : keyOf.get(locked)
      return now === undefined || now === policyKey ? [policyKey] : [policyKey, now]
    },
  }
}
