import { countDrift, type Difference, type Drift } from '../core/drift.ts'
import { isSure, shown } from '../core/drift-doubt.ts'
import type { Place, Value } from '../core/model.ts'
import { forJson } from './escape.ts'
import { printable } from './json.ts'

/** Drift as one JSON document, `rollbook.drift/1`. Equal inputs give equal bytes, and personal values mask themselves. */
export function driftJson({ base, differences, plan: made }: Drift): string {
  const plan = shown(made)
  return `${forJson({
    format: 'rollbook.drift/1',
    corp: plan.corp,
    hash: plan.hash,
    base: { from: base.from, ...(base.commit !== undefined && { commit: base.commit }) },
    sure: isSure(plan),
    summary: countDrift(differences),
    differences: differences.map((difference) => differenceOf(difference, plan.names)),
    unopened: (plan.unopened ?? []).map(({ ref: { kind, key }, field, place }) => ({ kind, key, field, ...at(place) })),
    unmanaged: plan.unmanaged.map(({ kind, key, name }) => ({ kind, key, ...(name !== undefined && { name }) })),
    reasons: [...plan.refusals, ...plan.reading.gaps].map(({ code, message }) => ({ code, message })),
  })}\n`
}

function differenceOf(
  { ref: { kind, key }, state, change, fields, place, by }: Difference,
  names: Drift['plan']['names'],
) {
  const known = names[kind === 'department-settings' ? 'department' : kind] ?? {}
  const name = Object.hasOwn(known, key) ? known[key] : undefined
  return {
    state,
    action: change.action,
    kind,
    key,
    ...(name !== undefined && { name }),
    ...at(place),
    ...(by !== undefined && { by: { operator: by.operator, time: by.time } }),
    fields: fields.map((field) => ({
      path: field.path,
      state: field.state,
      ...side('files', field.files, field.path),
      ...side('actual', field.actual, field.path),
      ...side('base', field.base, field.path),
      ...at(field.place),
    })),
  }
}

function side(name: 'files' | 'actual' | 'base', value: Value | undefined, path: readonly string[]) {
  return value === undefined ? {} : { [name]: printable(value, path.at(-1) ?? '') }
}

function at(place: Place | undefined) {
  return place === undefined ? {} : { file: place.file, line: place.line }
}
