import { type Change, type Model, placeKey, type Value } from './model.ts'
import { Personal } from './personal.ts'
import { canonicalText } from './value.ts'

/** What belongs to one person only; where both sides show one of these, it decides. */
const OWN = ['mobile', 'email']

/**
 * People who leave and come back under another userid in the same plan: a userid cannot be changed, so editing it is
 * one account deleted and another one made. Told by mobile or mail, and by the name alone where neither can be compared.
 * `whole` is everything that could be read of those who are there, by `placeKey`.
 */
export function reappearing(
  changes: readonly Change[],
  whole: ReadonlyMap<string, Model>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const people = changes.filter(({ ref }) => ref.kind === 'user')
  const leaving = people.filter(({ action, departs }) => action === 'delete' || departs)
  if (leaving.length === 0) return found
  const byValue = new Map<string, Change>()
  const byName = new Map<Value | undefined, Change[]>()
  for (const change of people) {
    const { action, after } = change
    if (action !== 'create' || after === undefined) continue
    for (const field of OWN) if (shown(after[field])) byValue.set(canonicalText([field, after[field] ?? null]), change)
    byName.set(after['name'], [...(byName.get(after['name']) ?? []), change])
  }
  for (const { ref } of leaving) {
    const before = whole.get(placeKey(ref)) ?? {}
    const same = OWN.flatMap((field) =>
      shown(before[field]) ? [byValue.get(canonicalText([field, before[field] ?? null]))] : [],
    )
    const namesakes = before['name'] === undefined ? [] : (byName.get(before['name']) ?? [])
    const again =
      same.find((change) => change !== undefined) ??
      namesakes.find(({ after }) => !OWN.some((field) => shown(before[field]) && shown(after?.[field])))
    if (again !== undefined) found.set(ref.key, again.ref.key)
  }
  return found
}

/** Whether there is a value to compare: a sealed one that was not opened is none. */
function shown(value: Value | undefined): boolean {
  return value instanceof Personal ? !value.closed : Boolean(value)
}
