import type { Refusal } from '../model.ts'
import { allowed, type Limit, type LimitName, limitNames, type Settings, subtreeLimitNames } from '../settings.ts'
import { scalar } from '../yaml-scalar.ts'
import { type Counted, type Tally, tallies } from './counts.ts'
import type { GuardInput } from './input.ts'
import type { Places } from './places.ts'
import { distinct } from './removal.ts'

/** Limits of the whole company, of each department that has its own, and of every department alike. */
export function limits(input: GuardInput, settings: Settings, places: Places): Refusal[] {
  const counted = tallies(input)
  const company = limitNames.flatMap((name) =>
    name === 'subtree.remove' ? [] : exceeded(name, settings.limits[name], counted[name]),
  )
  const departments = Object.entries(settings.subtrees).flatMap(([written, own]) =>
    places.named(written).flatMap((key) =>
      subtreeLimitNames.flatMap((name) => {
        const limit = own[name]
        return limit === undefined ? [] : exceeded(name, limit, within(counted[name], key, places), key, written)
      }),
    ),
  )
  return [...company, ...departments, ...everySubtree(counted['users.remove'], settings, places)]
}

/** The part of a tally that is of one department and everything below it. */
function within({ changed, managed }: Tally, key: string, places: Places): Tally {
  const inside = (kind: string, subject: string) =>
    (kind === 'user' || kind === 'department') && places.inside(kind, subject, key)
  return {
    changed: changed.filter(({ subject }) => inside(subject.kind, subject.key)),
    managed: managed.filter((subject) => inside(subject.kind, subject.key)),
  }
}

/**
 * No department other than the root loses most of its people, whatever share of the company they are. Only the topmost
 * departments that break it are told: those below break it for the same reason.
 */
function everySubtree({ changed, managed }: Tally, settings: Settings, places: Places): Refusal[] {
  const above = (userid: string) => new Set(places.departmentsOf(userid).flatMap(places.upwards))
  const leaving = new Map<string, Counted[]>()
  for (const entry of changed)
    for (const key of above(entry.subject.key)) leaving.set(key, [...(leaving.get(key) ?? []), entry])
  const limit = settings.limits['subtree.remove']
  // No department below these numbers can break the limit: nothing has to be counted.
  const suspects = new Map([...leaving].filter(([, { length }]) => length > Math.min(limit.floor, limit.ceiling)))
  if (suspects.size === 0) return []
  const present = new Map<string, Tally['managed'][number][]>()
  for (const subject of managed)
    for (const key of above(subject.key))
      if (suspects.has(key)) present.set(key, [...(present.get(key) ?? []), subject])
  const broken = new Map(
    [...suspects].flatMap(([key, entries]) => {
      const [refusal] = exceeded('subtree.remove', limit, { changed: entries, managed: present.get(key) ?? [] }, key)
      return refusal === undefined ? [] : [[key, refusal] as const]
    }),
  )
  return [...broken]
    .filter(([key]) => !places.upwards(key).some((upper) => upper !== key && broken.has(upper)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, refusal]) => refusal)
}

function exceeded(name: LimitName, limit: Limit, tally: Tally, subtree?: string, written = subtree): Refusal[] {
  const [amount, managed] = [tally.changed.length, tally.managed.length]
  const most = allowed(limit, managed)
  if (amount <= most) return []
  const raised = `{floor: ${amount}, percent: ${limit.percent}, ceiling: ${Math.max(limit.ceiling, amount)}}`
  const own = subtree !== undefined && name !== 'subtree.remove'
  const entry = own ? `subtrees: {${scalar(written ?? subtree)}: {${name}: ${raised}}}` : `limits: {${name}: ${raised}}`
  const where = subtree === undefined ? '' : ` out of ${subtree} and everything below it`
  return [
    {
      code: 'limit-exceeded',
      message: `${name}: ${amount}${where}, but at most ${most} of ${managed} may change in one run`,
      hint: `to allow it, write "${entry}" in rollbook.yaml, or split the change`,
      refs: distinct(tally.changed.map(({ ref }) => ref)),
      limit: { name, amount, most, managed, ...(subtree !== undefined && { subtree }) },
      entry,
    },
  ]
}
