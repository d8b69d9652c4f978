import type { Written } from '../../core/manifest.ts'
import { MAX_BYTES, MAX_ENTRIES } from '../load-scan.ts'

/** Bytes that YAML adds to an entry, of which the most are in front of it; nothing that is written stands deeper. */
const LAYOUT = 16

/** So many entries less than a load takes: it counts roughly. */
const SPARE = 100
/** A text that YAML writes without quotes; those count as entries, for they cost the parser as much. */
const PLAIN = /^\p{L}[\p{L}\p{N}_./-]*$/u

/** How much of what one file may hold a content takes up: 1 is all of it, a little more rather than less. */
export function shareOf(content: Written): number {
  const entries = entriesIn(content)
  const bytes = Buffer.byteLength(JSON.stringify(content)) + LAYOUT * entries
  return Math.max(entries / (MAX_ENTRIES - SPARE), bytes / MAX_BYTES)
}

function entriesIn(content: Written): number {
  if (typeof content === 'string') return PLAIN.test(content) ? 0 : 1
  const inner: readonly Written[] = Array.isArray(content) ? content : Object.values(content)
  return inner.reduce((sum: number, each) => sum + 1 + entriesIn(each), 0)
}

/** The entry of a role in the file of its group. */
type RoleEntry = { readonly [field: string]: Written }

/**
 * The roles of a group as one file can hold them: where they are too many, those with the most members go without them,
 * which leaves their members unmanaged. `without` says which, by their place in the list.
 */
export function inOneFile(roles: readonly RoleEntry[]): {
  readonly roles: readonly RoleEntry[]
  readonly without: readonly number[]
} {
  const shares = roles.map(shareOf)
  const bySize = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
  const without = new Set<number>()
  let sum = shares.reduce((total, share) => total + share, 0)
  for (const index of bySize) {
    if (sum <= 1) break
    without.add(index)
    sum -= (shares[index] ?? 0) - shareOf(bare(roles[index]))
  }
  return { roles: roles.map((role, index) => (without.has(index) ? bare(role) : role)), without: [...without] }
}

function bare({ members: _, ...role }: RoleEntry = {}): RoleEntry {
  return role
}
