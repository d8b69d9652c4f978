import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { type Both, formatPatterns, type JsonSchema, type Path } from '../core/json-schema.ts'
import type { Place } from '../core/model.ts'
import { type Finding, finding, MAX_FINDINGS, manyMistakes, type Words } from '../core/problem.ts'
import { hiredDate } from '../kinds/user/load.ts'
import { type SchemaError, schemaWords } from './load-schema-words.ts'
import type { Data } from './yaml.ts'

/**
 * Data against a schema. Everything arrives as text, so the schema first says which texts are meant as true, false or
 * a number; then ajv judges; then each of its errors becomes a problem at its own line, and the value it is about is
 * taken out, so that what is left can be used for the cross-file rules without causing the same complaint twice.
 */

/** Where the value at a path stands, or its key. */
export type Locate = (path: Path, key?: boolean) => Place

/** What passed of a manifest, and what did not. */
export interface Validated<T> {
  /** Undefined where nothing of it can be used. */
  readonly manifest: T | undefined
  readonly findings: readonly Finding[]
}

/** Sequences of digits as DingTalk takes them: a signed 64-bit integer. */
const INT64_MAX = 2n ** 63n - 1n
/** Dates beyond this are no dates to JavaScript either. */
const LAST_MILLISECOND = 8.64e15

const patterns = Object.fromEntries(
  Object.entries(formatPatterns).map(([name, pattern]) => [name, new RegExp(pattern)]),
)
const fits = (format: string, text: string) => patterns[format]?.test(text) ?? false

const formats: { readonly [name: string]: (text: string) => boolean } = {
  mobile: (text) => fits('mobile', text),
  int64(text) {
    if (!fits('int64', text)) return false
    const value = BigInt(text)
    return value <= INT64_MAX && value >= -INT64_MAX - 1n
  },
  date: (text) => fits('date', text) && exists(text),
  'hired-date'(text) {
    if (!fits('hired-date', text)) return false
    const milliseconds = hiredDate(text)
    if (Number.isNaN(milliseconds) || milliseconds < 1 || milliseconds > LAST_MILLISECOND) return false
    return /^\d+$/.test(text) || exists(text)
  },
}

/** A day that does not exist (30 February) would silently become another one. */
function exists(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** A test compiles the same schemas with every check on; here they are known to be sound, which saves a start a third. */
const AJV = { allErrors: true, strict: true, allowUnionTypes: true, verbose: true, logger: false } as const

const compiled = new WeakMap<JsonSchema, ValidateFunction>()
let shared: Ajv | undefined

/** Made at the first use: a command that reads no files need not wait for it. */
function compile(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  if (shared === undefined) {
    shared = new Ajv({ ...AJV, validateSchema: false, meta: false, code: { optimize: false } })
    for (const [name, validate] of Object.entries(formats)) shared.addFormat(name, validate)
    for (const mark of ['x-personal', 'x-sealable', 'x-fixed', 'x-hint', 'x-instead', 'x-refers'])
      shared.addKeyword(mark)
    shared.addKeyword({
      keyword: 'x-serialised',
      type: 'object',
      validate: (most: number, value: unknown) => JSON.stringify(value).length <= most,
    })
  }
  const validate = shared.compile(schema)
  compiled.set(schema, validate)
  return validate
}

/** Where a document of ours first differs from its schema, as a JSON Pointer; null where it fits. */
export function misfit(schema: JsonSchema, document: unknown): string | null {
  const check = compile(schema)
  return check(document) ? null : check.errors?.[0]?.instancePath || '/'
}

/** Judges data and keeps what is good of it. `origins` says where the values of fields come from that nobody wrote. */
export function validate<T>(
  schema: JsonSchema,
  data: Data,
  locate: Locate,
  origins: { readonly [field: string]: Both } = {},
): Validated<T> {
  const manifest = typed(data, schema)
  const check = compile(schema)
  if (check(manifest)) return { manifest: manifest as T, findings: [] }
  const errors = relevant(check.errors ?? [])
  const findings = errors.slice(0, MAX_FINDINGS + 1).map((error, index) => {
    const atKey = error.keyword === 'additionalProperties'
    const { code, ...said } = schemaWords(error)
    const [en, zh] = index < MAX_FINDINGS ? [said.en, said.zh] : manyMistakes
    const field = String(error.path[0])
    const origin = Object.hasOwn(origins, field) ? origins[field] : undefined
    const place = locate(error.path, atKey)
    if (origin === undefined) return finding(place, code, en, zh)
    return finding(place, code, extended(en, ` (${origin.en})`), extended(zh, `(${origin.zh})`))
  })
  let whole = false
  for (const error of errors) {
    if (error.path.length === 0 && error.keyword === 'type') whole = true
    else if (error.keyword !== 'required' && error.keyword !== 'uniqueItems') remove(manifest, error.path)
  }
  return { manifest: whole ? undefined : (manifest as T), findings }
}

function extended([message, ...hint]: Words, more: string): Words {
  return [message + more, ...hint]
}

/** Texts that the schema means as something else, as that; what does not fit stays text, for ajv to refuse. */
function typed(data: Data, schema: JsonSchema): unknown {
  if (typeof data === 'string') return scalar(data, schema.type)
  if (Array.isArray(data)) return data.map((item) => typed(item, schema.items ?? {}))
  if (data === null || data === undefined) return data
  const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
  const map: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(data)) {
    const property = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    map[key] = typed(value, property ?? inner)
  }
  return map
}

function scalar(text: string, type: JsonSchema['type']): unknown {
  const types = typeof type === 'string' ? [type] : (type ?? ['string'])
  if (types.includes('string')) return text
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text)) return Number(text)
  return text
}

/** Errors with the path they are about, without those that follow from another one. */
function relevant(errors: readonly ErrorObject[]): SchemaError[] {
  const unknown = new Map<string, ErrorObject[]>()
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue
    const beside = unknown.get(error.instancePath) ?? []
    if (beside.length < MAX_FINDINGS) beside.push(error)
    unknown.set(error.instancePath, beside)
  }
  // A value of the wrong type, or an empty one, fits no pattern either.
  const misfits = new Set(
    errors
      .filter(({ keyword }) => keyword === 'type' || keyword === 'minLength')
      .map(({ instancePath }) => instancePath),
  )
  const found: SchemaError[] = []
  for (const error of errors) {
    const path = pathOf(error)
    const known = error.keyword === 'additionalProperties' || error.keyword === 'required' || error.data !== undefined
    // What the reader refused is there, only not as a value: it has been reported.
    const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : undefined
    const refused = missing !== undefined && Object.hasOwn(error.data as object, missing)
    const { keyword, params, data, parentSchema } = error
    const converted: SchemaError = { keyword, params, data, path, schema: (parentSchema ?? {}) as JsonSchema }
    const follows = ['pattern', 'format', 'enum'].includes(keyword) && misfits.has(error.instancePath)
    if (!known || refused || follows) continue
    // An unknown field that can only mean the missing one is one mistake, not two.
    const misspelt = (other: ErrorObject) => schemaWords({ ...converted, ...errorOf(other) }).meant === missing
    if (missing !== undefined && unknown.get(error.instancePath)?.some(misspelt)) continue
    found.push(converted)
  }
  return found
}

function errorOf({ keyword, params, data, parentSchema }: ErrorObject): Omit<SchemaError, 'path'> {
  return { keyword, params, data, schema: (parentSchema ?? {}) as JsonSchema }
}

function pathOf({ instancePath, keyword, params }: ErrorObject): Path {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keyword === 'additionalProperties') return [...path, String(params['additionalProperty'])]
  if (keyword === 'uniqueItems') return [...path, String(Math.max(params['i'], params['j']))]
  return path
}

function remove(manifest: unknown, path: Path): void {
  let at = manifest as Record<string, unknown> | unknown[] | undefined
  for (const segment of path.slice(0, -1)) at = (at as Record<string, never> | undefined)?.[segment as string]
  const last = path.at(-1)
  if (at === undefined || at === null || last === undefined) return
  // Positions in a list stay, for the sake of the lines of the others.
  if (Array.isArray(at)) at[Number(last)] = undefined
  else delete at[String(last)]
}
