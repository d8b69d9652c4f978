import { uniqueValues } from '../core/check-people.ts'
import type { Desired } from '../core/desired.ts'
import { type Model, type Place, placeKey, type Ref } from '../core/model.ts'
import { Personal } from '../core/personal.ts'
import { InvalidDirectory, worded } from '../core/problem.ts'
import { closedFields } from '../core/sealed.ts'
import { changedFields } from '../core/value.ts'
import type { Sealed } from '../io/open-sealed.ts'
import type { Drawn, World } from './draw.ts'

/**
 * A plan with the sealed values opened that it cannot do without: those that changed, those that nothing is known of,
 * and those of people who are made. Whatever is equal to the lock stays closed.
 *
 * The hash stays that of the closed plan, which everybody can make without a key: what opening adds or takes away was
 * announced there as "changed" or "to be compared". One thing was not: a value taken to be equal because an app with
 * another secret had written it. Where opening shows it to differ, the hash is that of a plan that says so.
 */

/** Opens some sealed values, all or none; see `openSealed`. */
export type Open = (
  values: readonly Sealed[],
  context: { readonly corp: string | null; readonly language: 'zh' | 'en' },
) => Promise<readonly { readonly sealed: Sealed; readonly value: Personal }[]>

/** The plan of the world once everything needed is open. */
export async function openPlan(world: World, closed: Drawn, plan: (world: World) => Drawn, open: Open): Promise<Drawn> {
  const context = { corp: closed.plan.corp, language: world.language }
  let current = closed
  let reviewable = closed.closed
  let { desired } = world
  for (let needed = toOpen(current, desired); needed.length > 0; needed = toOpen(current, desired)) {
    const opened = await open(needed, context)
    const differing = opened.filter(({ sealed, value }) => differs(current, sealed, value))
    if (differing.length > 0) {
      const told = differing.map(({ sealed }) => ({
        sealed,
        value: new Personal(undefined, { seal: { ...sealed.seal, differs: true } }),
      }))
      reviewable = plan({ ...world, desired: withValues(world.desired, told) }).closed
    }
    desired = withValues(desired, opened)
    current = plan({ ...world, desired, closed: reviewable })
    refuseDuplicates(current, desired, world.language)
  }
  return current
}

/** Closed values that a plan would write, or could not judge. */
function toOpen({ plan, identified }: Drawn, desired: Desired): Sealed[] {
  const found = new Map<string, Sealed>()
  const add = (ref: Ref, field: string) => {
    const value = desired.directory[ref.kind]?.[ref.key]?.[field]
    if (!(value instanceof Personal) || !value.closed || value.seal === undefined) return
    found.set(placeKey(ref, field), { ref, field, seal: value.seal, place: placeOf(desired, ref, field) })
  }
  for (const { ref, field } of [...identified.unopened, ...identified.assumed]) add(ref, field)
  for (const { action, ref, before = {}, after = {} } of plan.changes) {
    const written = action === 'create' || action === 'replace' ? Object.keys(after) : changedFields(before, after)
    const closed = new Set(closedFields(after))
    for (const field of written) if (closed.has(field)) add(ref, field)
  }
  return [...found.values()]
}

/** Whether a value that was taken to be equal is another one than DingTalk's. */
function differs({ identified }: Drawn, { ref, field }: Sealed, value: Personal): boolean {
  const assumed = identified.assumed.some((one) => placeKey(one.ref, one.field) === placeKey(ref, field))
  const actual = identified.whole.get(placeKey(ref))?.[field]
  return assumed && actual instanceof Personal && actual.reveal() !== value.reveal()
}

/** The directory with some of its values known. */
export function withValues(
  desired: Desired,
  values: readonly { readonly sealed: Pick<Sealed, 'ref' | 'field'>; readonly value: Personal }[],
): Desired {
  const kinds = new Set(values.map(({ sealed }) => sealed.ref.kind))
  const copies = [...kinds].map((kind): [string, { [key: string]: Model }] => [kind, { ...desired.directory[kind] }])
  const changed = Object.fromEntries(copies)
  for (const { sealed, value } of values) {
    const models = changed[sealed.ref.kind]
    if (models !== undefined) models[sealed.ref.key] = { ...models[sealed.ref.key], [sealed.field]: value }
  }
  return { ...desired, directory: { ...desired.directory, ...changed } }
}

/** Two people with one number show only once it is open. */
function refuseDuplicates({ identified }: Drawn, desired: Desired, language: 'zh' | 'en'): void {
  const users = new Map(Object.entries(identified.desired['user'] ?? {}))
  const at = (kind: string, key: string, field?: string) => placeOf(desired, { kind, key }, field)
  const problems = worded([...uniqueValues({ users, at })], language)
  if (problems.length > 0) throw new InvalidDirectory(problems)
}

function placeOf({ places }: Desired, ref: Ref, field?: string): Place {
  return places.get(placeKey(ref, field)) ?? places.get(placeKey(ref)) ?? { file: '.', line: 1, column: 1 }
}
