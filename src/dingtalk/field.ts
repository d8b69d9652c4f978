import { contract } from './contract.ts'
import type { FieldSchema, Operation } from './operation.ts'

/** A field of the contract with its references and `allOf` parts merged into one. */
export type Field = Omit<FieldSchema, '$ref' | 'allOf'>

const merged = new WeakMap<FieldSchema, Field>()

/** Follows `$ref` and merges `allOf`; the fields inside stay as they are until they are asked for in turn. */
export function fieldOf(schema: FieldSchema): Field {
  if (!schema.$ref && !schema.allOf) return schema
  let field = merged.get(schema)
  if (!field) {
    const { $ref, allOf, ...own } = schema
    const parts = [...($ref ? [schemaNamed($ref)] : []), ...(allOf ?? []), own]
    field = parts.map(fieldOf).reduce(join)
    merged.set(schema, field)
  }
  return field
}

/** The types a field may have in JSON; none where the contract does not say. */
export function typesOf(field: Field): readonly string[] {
  if (field.type === undefined) return field.properties ? ['object'] : []
  return typeof field.type === 'string' ? [field.type] : field.type
}

/** Where a field of a request travels, and what it is. */
export interface RequestField {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'body'
  readonly required: boolean
  readonly schema: FieldSchema
}

/** All named fields a request of this operation may hold; a body that is itself a list is the field `$body`. */
export function requestFields(operation: Operation): readonly RequestField[] {
  if (!operation.body) return operation.parameters
  const body = fieldOf(operation.body)
  if (typesOf(body).includes('array'))
    return [...operation.parameters, { name: '$body', in: 'body', required: true, schema: body }]
  const fields = Object.entries(body.properties ?? {}).map(
    ([name, schema]): RequestField => ({ name, in: 'body', required: body.required?.includes(name) ?? false, schema }),
  )
  return [...operation.parameters, ...fields]
}

/** The schema of body fields that have no names of their own, where the operation takes any. */
export function openFields(operation: Operation): FieldSchema | undefined {
  const open = operation.body && fieldOf(operation.body).additionalProperties
  return open === true ? {} : open || undefined
}

function schemaNamed(name: string): FieldSchema {
  const schema = contract.schemas[name]
  if (!schema) throw new Error(`the contract has no schema ${name}`)
  return schema
}

function join(left: Field, right: Field): Field {
  const properties: Record<string, FieldSchema> = { ...left.properties }
  for (const [name, schema] of Object.entries(right.properties ?? {})) {
    const known = properties[name]
    properties[name] = known ? { allOf: [known, schema] } : schema
  }
  const required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])]
  return {
    ...left,
    ...right,
    ...(left.properties || right.properties ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  }
}
