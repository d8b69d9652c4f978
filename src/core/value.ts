import type { Model, Value } from './model.ts'
import { Personal } from './personal.ts'

/** A value that holds named entries: a set, a map or a nested model; not a list, not a personal value. */
export function isEntries(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Personal)
}

/** Whether parsed data is an object with fields: no list, and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Whether two values are the same whatever the order of their keys; personal values compare by what they hide, sealed
 * ones that nobody opened by their seals.
 */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a instanceof Personal) return b instanceof Personal && comparable(a) === comparable(b)
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]))
  if (!isEntries(a) || !isEntries(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
}

/** Names of the fields that differ between two models; a field that stands on one side only differs. */
export function changedFields(before: Model, after: Model): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !equal(before[name], after[name])).sort()
}

/** The members of a set in a stable order; an absent or cleared set has none. */
export function members(value: Value | undefined): string[] {
  return isEntries(value) ? Object.keys(value).sort() : []
}

/** A set or map under other keys; what has none of them (null) is left out, and so is everything that is no such value. */
export function withKeys(value: Value | undefined, keyOf: (key: string) => string | null): { [key: string]: Value } {
  const entries = Object.entries(isEntries(value) ? value : {}).flatMap(([key, inner]): [string, Value][] => {
    const named = keyOf(key)
    return named === null ? [] : [[named, inner]]
  })
  return Object.fromEntries(entries)
}

/** A copy with another value at a path inside of it, or with none there. */
export function put(
  value: Value | undefined,
  [name, ...rest]: readonly string[],
  target: Value | undefined,
): Value | undefined {
  if (name === undefined) return target
  const { [name]: inner, ...others } = isEntries(value) ? value : {}
  const next = put(inner, rest, target)
  return next === undefined ? others : { ...others, [name]: next }
}

/** A copy with the keys in order at every level: equal values give equal bytes. */
export function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isEntries(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] as Value)]),
  )
}

/** One text for equal values, with personal values in clear: for keyed digests only, never to be kept or shown. */
export function canonicalText(value: Value): string {
  return JSON.stringify(reveal(value, (personal) => personal.reveal()))
}

/** The value with its keys in order and personal values in clear, or sealed ones as their seals: what comparing works on. */
export function reveal(value: Value, text: (personal: Personal) => string = comparable): unknown {
  if (value instanceof Personal) return text(value)
  if (Array.isArray(value)) return value.map((item) => reveal(item, text))
  if (!isEntries(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, reveal(value[key] as Value, text)]))
}

/** No personal value holds the control character, so a seal never equals a value. */
function comparable(personal: Personal): string {
  return personal.closed ? `\u0000${personal.seal?.digest}` : personal.reveal()
}
