import type { Model, Value } from '../core/model.ts'
import { Personal } from '../core/personal.ts'
import { contract } from '../dingtalk/contract.ts'
import type { FieldSchema, JsonObject } from '../dingtalk/operation.ts'

/** A resolved schema's own fields, from the contract's table of shared schemas. */
export function fieldsOf(schema: string): { readonly [field: string]: FieldSchema } {
  return contract.schemas[schema]?.properties ?? {}
}

/**
 * The part of an update's body that writes `changed` fields. A cleared field travels as its schema's `x-clear` says: an
 * empty text, an empty object, or its name under `force_update_fields` with the field itself left out (an empty value
 * there fails: official FAQ of contacts, 2026-07-02). Where the contract knows no way, the empty text is a documented
 * guess that harms nothing; the next plan shows whether DingTalk took it.
 */
export function updateBody(schema: string, after: Model, changed: readonly string[]): JsonObject {
  const fields = fieldsOf(schema)
  const body: JsonObject = {}
  const force: string[] = []
  for (const field of changed) {
    const value = after[field]
    if (value === undefined) continue
    const spec = fields[field]
    const empty = value === null || (Array.isArray(value) && value.length === 0)
    if (!empty) body[field] = value
    else if (spec?.['x-clear'] === 'force_update_fields') force.push(field)
    else body[field] = spec?.['x-wire'] === 'csv' ? [] : spec?.['x-clear'] === 'empty-object' ? {} : ''
  }
  if (force.length > 0) body['force_update_fields'] = force
  return body
}

/**
 * The fields of an answer that hold something, under the names that writes use. "Missing", null, empty text, empty list
 * and empty object are the same thing in DingTalk's answers (legacy guide, section 1), and none of them is kept.
 */
export function readFields(answer: JsonObject, names: { readonly [readName: string]: string }): Record<string, Value> {
  const model: Record<string, Value> = {}
  for (const readName in names) {
    const value = answer[readName]
    if (!isEmpty(value)) model[names[readName] as string] = value as Value
  }
  return model
}

/** Read names of the fields that both schemas know, each with the name that writes use. */
export function readableNames(read: string, write: string): { readonly [readName: string]: string } {
  const readable = fieldsOf(read)
  const pairs = Object.entries(fieldsOf(write)).map(([field, spec]) => [spec['x-read-name'] ?? field, field] as const)
  return Object.fromEntries(pairs.filter(([readName]) => readable[readName] !== undefined))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (value instanceof Personal) return value.reveal() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}
