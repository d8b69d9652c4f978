import jsonPatch from 'fast-json-patch'
import type { Directory, Patch, PatchOperation, Value } from './model.ts'
import { equal, reveal } from './value.ts'

/**
 * The RFC 6902 operations that turn `actual` into `desired`. One call compares every kind at once: that both sides
 * have the same shape is what makes a differ for each kind unnecessary. The comparison sees personal values, and works
 * on sorted keys, so that the order of files cannot show; the operations carry the models' own values, which hide them.
 */
export function diff(actual: Directory, desired: Directory): Patch {
  const [before, after] = differing(actual, desired)
  return jsonPatch.compare(reveal(before) as object, reveal(after) as object).map((operation) => {
    const op = operation.op as PatchOperation['op']
    return op === 'remove'
      ? { op, path: operation.path }
      : { op, path: operation.path, value: at(desired, operation.path) }
  })
}

/** Both sides without what is the same on both: nearly all of a company, which need not be copied to be compared. */
function differing(actual: Directory, desired: Directory): readonly [actual: Directory, desired: Directory] {
  const without = (side: Directory, other: Directory) =>
    Object.fromEntries(
      Object.entries(side).map(([kind, models]) => [
        kind,
        Object.fromEntries(Object.entries(models).filter(([key, model]) => !equal(model, other[kind]?.[key]))),
      ]),
    )
  return [without(actual, desired), without(desired, actual)]
}

/** The segments of a JSON Pointer (RFC 6901), unescaped. */
export function segments(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A JSON Pointer from its segments. */
export function pointer(...names: string[]): string {
  return names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function at(directory: Directory, path: string): Value {
  let value: unknown = directory
  for (const segment of segments(path)) value = (value as Record<string, unknown>)[segment]
  return value as Value
}
