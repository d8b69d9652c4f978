// Derives the code's view of the vendor contract from the OpenAPI files beside this script:
//   src/dingtalk/contract.ts   the operation table that the client, the emulator and `rollbook api` work from
//   src/dingtalk/types.ts      request and response types of every operation
// Types show values as our code sees them, after the wire quirks are decoded: a csv is a list, JSON in a text is an
// object, a 64-bit integer is a text of digits, and a personal value is an opaque `Personal`.
// Run it with `npm run generate`; a test fails while its output is not current.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { parse } from 'yaml'

const here = new URL('.', import.meta.url)
const generated = '// Generated from schema/dingtalk/*.openapi.yaml by schema/dingtalk/generate.mjs: do not edit.\n'

/** The OpenAPI documents as data, by the name of their file. */
export const documents = Object.fromEntries(
  ['legacy', 'new'].map((name) => [
    name,
    parse(readFileSync(new URL(`${name}.openapi.yaml`, here), 'utf8'), { maxAliasCount: 0, uniqueKeys: true }),
  ]),
)

// ---- the operation table ----

/** Keeps what programs read; drops sources, examples and the OpenAPI spelling of references. */
function schema(node) {
  if (Array.isArray(node)) return node.map(schema)
  if (node === null || typeof node !== 'object') return node
  if (node.$ref) return { $ref: node.$ref.split('/').pop() }
  const dropped = ['example', 'examples', 'x-sources']
  // A text under `title` is the keyword; a schema under it is the job title, a property like any other.
  const entries = Object.entries(node).filter(
    ([key, value]) => !dropped.includes(key) && !(key === 'title' && typeof value === 'string'),
  )
  return Object.fromEntries(entries.map(([key, value]) => [key, schema(value)]))
}

const resolve = (document, node) =>
  node?.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], document)
    : node

function operation(document, path, method, node) {
  const parameters = (node.parameters ?? []).map((parameter) => resolve(document, parameter))
  const body = Object.values(node.requestBody?.content ?? {})[0]?.schema
  const response = node.responses['200']?.content?.['application/json']?.schema
  return {
    id: node.operationId,
    method: method.toUpperCase(),
    path,
    host: node['x-host'],
    token: node['x-token'],
    tokenKind: node['x-token-kind'] ?? 'app',
    area: node.tags[0],
    summary: node.summary,
    description: node.description,
    notes: node['x-notes'] ?? [],
    permissions: node['x-permission'],
    appTypes: node['x-app-types'],
    metered: node['x-metered'],
    effect: node['x-effect'],
    idempotent: node['x-idempotent'],
    naturalKey: node['x-natural-key'] ?? [],
    lookup: node['x-lookup'],
    batch: node['x-batch'] ?? [],
    page: node['x-page'],
    replacedBy: node['x-replaced-by'],
    status: node['x-status'],
    confidence: node['x-confidence'],
    overviewRows: node['x-overview-row'] ?? [],
    errors: node['x-errors'],
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      schema: schema({ ...parameter.schema, ...(parameter['x-secret'] && { 'x-secret': true }) }),
    })),
    body: body && schema(body),
    response: response ? schema(response) : {},
  }
}

function contract() {
  const table = { operations: {}, schemas: {}, commonErrors: {}, globalErrors: [] }
  for (const document of Object.values(documents)) {
    let host
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, node] of Object.entries(item)) {
        table.operations[node.operationId] = operation(document, path, method, node)
        host = node['x-host']
      }
    for (const [name, node] of Object.entries(document.components.schemas ?? {})) {
      if (table.schemas[name]) throw new Error(`schema ${name} stands in both files`)
      table.schemas[name] = schema(node)
    }
    table.commonErrors[host] = document['x-common-errors']
    table.globalErrors.push(...(document['x-unassigned-errors'] ?? []))
  }
  return table
}

/** The text of src/dingtalk/contract.ts. */
export function contractText() {
  return (
    `${generated}import type { Contract } from './operation.ts'\n\n` +
    `/** Every operation of the vendor contract, by operationId, with the schemas they share. */\n` +
    `export const contract = ${JSON.stringify(contract(), null, 1)} as unknown as Contract\n`
  )
}

// ---- the types ----

const reference = (name) => ts.factory.createTypeReferenceNode(name)
const keyword = (kind) => ts.factory.createKeywordTypeNode(kind)
const STRING = keyword(ts.SyntaxKind.StringKeyword)

/** The type of a field once its wire form is decoded; undefined leaves the plain type. */
function transform(node) {
  if (node['x-secret'] || node['x-personal']) return node.type === 'string' ? reference('Personal') : undefined
  const wire = node['x-wire']
  if (node['x-items'])
    return ts.factory.createArrayTypeNode(
      node['x-items'].type === 'integer' ? keyword(ts.SyntaxKind.NumberKeyword) : STRING,
    )
  if (wire === 'json-string') return reference('JsonObject')
  if (wire === 'int64') return reference('Int64')
  return undefined
}

/** How each paged call names its cursor, size and items, as literal types. A call of unknown step is not walked. */
function paged() {
  const nodes = Object.values(documents).flatMap((document) => Object.values(document.paths).flatMap(Object.values))
  const lines = nodes
    .filter((node) => node['x-page'] && node['x-page'].step !== 'unknown')
    .map((node) => {
      const { cursor, size, items, step } = node['x-page']
      const literals = { cursor: step === 'repeat' ? null : cursor, size, items }
      const fields = Object.entries(literals).map(([key, value]) => `${key}: ${value === null ? 'null' : `'${value}'`}`)
      return `    ${node.operationId}: { ${fields.join('; ')} };`
    })
  return `export interface Paged {\n${lines.join('\n')}\n}\n`
}

/** The text of src/dingtalk/types.ts. */
export async function typesText() {
  const parts = []
  for (const [name, document] of Object.entries(documents)) {
    const text = astToString(await openapiTS(document, { transform, alphabetize: false, defaultNonNullable: false }))
    const prefix = name === 'legacy' ? 'Legacy' : 'New'
    parts.push(
      text
        .replaceAll(/\bcomponents\[/g, `${prefix}Components[`)
        .replaceAll(/\boperations\[/g, `${prefix}Operations[`)
        .replace('export interface paths', `interface ${prefix}Paths`)
        .replace('export interface components', `export interface ${prefix}Components`)
        .replace('export interface operations', `export interface ${prefix}Operations`)
        .replace('export type webhooks = Record<string, never>;', '')
        .replace('export type $defs = Record<string, never>;', ''),
    )
  }
  // The path-keyed view repeats the operations; nothing of ours reads it.
  const withoutPaths = parts.map((text) => text.replace(/interface \w+Paths \{[\s\S]*?\n\}\n/, ''))
  return (
    `${generated}import type { Personal } from '../core/personal.ts'\nimport type { Int64, JsonObject } from './operation.ts'\n\n` +
    `export type Operations = LegacyOperations & NewOperations\n` +
    `export type Schemas = LegacyComponents['schemas'] & NewComponents['schemas']\n\n` +
    `${paged()}\n${withoutPaths.join('\n')}`
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('../../src/dingtalk/contract.ts', here), contractText())
  writeFileSync(new URL('../../src/dingtalk/types.ts', here), await typesText())
}
