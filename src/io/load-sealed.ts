import { Personal } from '../core/personal.ts'
import { type Finding, finding } from '../core/problem.ts'
import { isSealed, sealedFault, sealOf } from '../core/sealed-text.ts'
import { personalUserFields } from '../kinds/user/schema.ts'
import type { Locate } from './load-schema.ts'
import type { Data } from './yaml.ts'

/** What a person's manifest holds in clear, to be judged by its schema, and what it holds sealed. */
export interface SetAside {
  readonly plain: Data
  readonly sealed: { readonly [field: string]: Personal }
  readonly findings: readonly Finding[]
}

/**
 * Takes the sealed values out of a person's data: a schema can say nothing of what it cannot see. What shows without a
 * key (a cut-off text, a foreign kind of key) is told at once; the value itself is judged when an apply opens it.
 */
export function setSealedAside(data: Data, locate: Locate): SetAside {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { plain: data, sealed: {}, findings: [] }
  const plain: { [field: string]: Data } = {}
  const sealed: { [field: string]: Personal } = {}
  const findings: Finding[] = []
  for (const [field, value] of Object.entries(data)) {
    if (typeof value !== 'string' || !isSealed(value) || !personalUserFields.has(field)) {
      plain[field] = value
      continue
    }
    const fault = sealedFault(value)
    if (fault === null) sealed[field] = new Personal(undefined, { seal: sealOf(value) })
    else findings.push(finding(locate([field]), 'sealed-invalid', ...fault))
  }
  return { plain, sealed, findings }
}
