import type { LeftOut } from '../../core/import-report.ts'
import type { JsonSchema } from '../../core/json-schema.ts'
import type { Written } from '../../core/manifest.ts'
import type { Ref } from '../../core/model.ts'
import { validate } from '../load-schema.ts'
import { setSealedAside } from '../load-sealed.ts'
import { type Data, escapedAt, isFieldName } from '../yaml.ts'

/** What of a manifest the format takes: fields that the loader would refuse are left out and named. */
export function expressible(
  ref: Ref,
  schema: JsonSchema,
  manifest: { readonly [field: string]: Written },
  leftOut: LeftOut[],
): { readonly [field: string]: Written } {
  const visible = Object.entries(manifest).filter(([field, value]) => {
    const seen = texts(value).every((text) => escapedAt(text) < 0)
    const named = names(value).every(isFieldName)
    if (!seen || !named) leftOut.push({ ref, field, why: seen ? 'reserved' : 'invisible' })
    return seen && named
  })
  const fields = new Set<string>()
  const place = { file: '', line: 1, column: 1 }
  const { plain, sealed } = setSealedAside(Object.fromEntries(visible) as Data, () => place)
  const { manifest: fits } = validate<{ [field: string]: Written }>(schema, plain, (path) => {
    fields.add(String(path[0]))
    return place
  })
  for (const field of fields) leftOut.push({ ref, field, why: 'not-allowed' })
  const good = new Map(Object.entries(fits ?? {}))
  for (const [field, value] of visible) if (Object.hasOwn(sealed, field)) good.set(field, value)
  const inOrder = visible.flatMap(([field]): [string, Written][] => {
    const value = good.get(field)
    return value === undefined ? [] : [[field, value]]
  })
  return Object.fromEntries(inOrder)
}

function texts(value: Written): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value)
    ? value.flatMap(texts)
    : Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
}

/** The names of the fields of mappings, such as those of custom fields. */
function names(value: Written): string[] {
  if (typeof value === 'string') return []
  return Array.isArray(value)
    ? value.flatMap(names)
    : Object.entries(value).flatMap(([key, inner]) => [key, ...names(inner)])
}
