import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import { fieldOf, requestFields } from '../../src/dingtalk/field.ts'
import type { FieldSchema, Operation } from '../../src/dingtalk/operation.ts'

interface Generator {
  readonly documents: { readonly [name: string]: Document }
  contractText(): string
  typesText(): Promise<string>
}
interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: { readonly [mark: string]: unknown } } }
  readonly [mark: string]: unknown
}

const here = (path: string) => new URL(`../../${path}`, import.meta.url)
const read = (path: string) => readFileSync(here(path), 'utf8')
let generator: Generator
beforeAll(async () => {
  generator = (await import(here('schema/dingtalk/generate.mjs').href)) as Generator
})

const operations = Object.values(contract.operations)
const shared = Object.entries(contract.schemas).map(([name, schema]) => [`#${name}`, schema] as const)
const all: readonly (readonly [string, FieldSchema])[] = [
  ...shared,
  ...operations.flatMap(({ id, body, response, parameters }) => [
    [`${id} answer`, response] as const,
    ...(body ? [[`${id} body`, body] as const] : []),
    ...parameters.map(({ name, schema }) => [`${id} ${name}`, schema] as const),
  ]),
]

test('the generated files are current', async () => {
  expect(read('src/dingtalk/contract.ts')).toBe(generator.contractText())
  expect(read('src/dingtalk/types.ts')).toBe(await generator.typesText())
})

test('an operationId stands once in both files together', () => {
  const ids = Object.values(generator.documents).flatMap(({ paths }) =>
    Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId)),
  )
  expect(ids).toHaveLength(new Set(ids).size)
  expect([...ids].sort()).toEqual(Object.keys(contract.operations).sort())
  for (const id of ids) expect(id).toMatch(/^(v1)?[a-zA-Z][A-Za-z0-9]+$/)
})

describe('marks of operations', () => {
  const required = [
    'host',
    'token',
    'permission',
    'app-types',
    'metered',
    'effect',
    'idempotent',
    'errors',
    'confidence',
    'sources',
  ]
  const optional = [
    'token-kind',
    'natural-key',
    'lookup',
    'replaced-by',
    'status',
    'notes',
    'overview-row',
    'batch',
    'page',
  ]

  test('are all there, and no others', () => {
    for (const { paths } of Object.values(generator.documents))
      for (const node of Object.values(paths).flatMap((item) => Object.values(item))) {
        const marks = Object.keys(node).filter((key) => key.startsWith('x-'))
        const writes = ['create', 'update', 'delete'].includes(String(node['x-effect']))
        const wanted = writes ? [...required, 'natural-key'] : required
        const missing = wanted.filter((mark) => !marks.includes(`x-${mark}`))
        const unknown = marks.filter((mark) => ![...required, ...optional].includes(mark.slice(2)))
        expect([node['operationId'], missing, unknown]).toEqual([node['operationId'], [], []])
      }
  })

  test('have the values that README.md explains', () => {
    for (const operation of operations) {
      const { id, host, token, metered, effect, confidence, step } = {
        ...operation,
        step: operation.page?.step ?? 'cursor',
      }
      const known = {
        host: ['oapi', 'api'].includes(host),
        token: ['query', 'header', 'none'].includes(token) && token !== (host === 'oapi' ? 'header' : 'query'),
        metered: [true, false, 'unknown'].includes(metered),
        effect: ['read', 'create', 'update', 'delete', 'action'].includes(effect),
        confidence: ['high', 'medium', 'low'].includes(confidence),
        step: ['cursor', 'size', 'repeat', 'unknown'].includes(step),
      }
      expect([id, Object.entries(known).filter(([, fine]) => !fine)]).toEqual([id, []])
    }
  })

  test('name operations that exist', () => {
    for (const { id, lookup, replacedBy } of operations)
      for (const other of [lookup, replacedBy])
        if (other) expect(contract.operations, `${id} names ${other}`).toHaveProperty(other)
  })

  test('name request fields that exist: natural keys, batches, cursor and size', () => {
    for (const operation of operations) {
      const { id, naturalKey, batch, page } = operation
      const named = [
        ...naturalKey.flatMap((key) => key.split('+')),
        ...batch.map(({ field }) => field),
        ...[page?.cursor, page?.size].filter((field) => typeof field === 'string'),
      ]
      expect([id, named.filter((field) => !hasField(operation, field))]).toEqual([id, []])
    }
  })

  test('name answer fields that exist: items, next and more', () => {
    for (const { id, page, response } of operations) {
      const named = [page?.items, page?.next, page?.more].filter((path) => typeof path === 'string')
      expect([id, named.filter((path) => !inside(response, path))]).toEqual([id, []])
      if (page?.step === 'cursor') expect([id, page.next]).not.toEqual([id, null])
      if (page?.step === 'size') expect([id, page.max !== null && page.first !== null]).toEqual([id, true])
    }
  })

  test('list each error code once, with an action we know', () => {
    const actions = ['retry', 'token', 'config', 'item', 'absent', 'exists', 'quota', 'check']
    const tables = [
      ...operations.map(({ id, errors }) => [id, errors] as const),
      ...Object.entries(contract.commonErrors),
      ['global', contract.globalErrors] as const,
    ]
    for (const [name, rules] of tables) {
      const keys = rules.map(({ code, sub_code }) => `${code}/${sub_code ?? ''}`)
      expect([name, keys.length]).toEqual([name, new Set(keys).size])
      expect([name, rules.filter(({ action }) => !actions.includes(action))]).toEqual([name, []])
    }
  })
})

describe('requests', () => {
  test('have no two fields of one name in path, query and body', () => {
    for (const operation of operations) {
      const names = requestFields(operation).map(({ name }) => name)
      expect([operation.id, names]).toEqual([operation.id, [...new Set(names)]])
    }
  })

  test('name every part of their path', () => {
    for (const { id, path, parameters } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const given = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      expect([id, named.sort()]).toEqual([id, given.sort()])
    }
  })

  test('go to paths of their own', () => {
    const calls = operations.map(({ method, host, path }) => `${method} ${host} ${path}`)
    expect(calls).toHaveLength(new Set(calls).size)
  })
})

describe('marks of fields', () => {
  const known = [
    ...[
      'wire',
      'items',
      'read-name',
      'write-name',
      'write-only',
      'read-only',
      'immutable',
      'clear',
      'clear-confidence',
      'set',
    ],
    ...['set-confidence', 'personal', 'secret', 'field-permission', 'max-together', 'invalid-code'],
  ]

  test('are known, belong to a fitting type, and every reference resolves', () => {
    const wrong: string[] = []
    for (const [name, schema] of all)
      visit(schema, name, (node, at) => {
        fieldOf(node)
        const types = node.type === undefined ? [] : [node.type].flat()
        const wire = node['x-wire']
        for (const key of Object.keys(node))
          if (key.startsWith('x-') && !known.includes(key.slice(2))) wrong.push(`${at}: unknown mark ${key}`)
        if ((wire === 'csv' || wire === 'json-string') && !types.includes('string'))
          wrong.push(`${at}: ${wire} needs a string`)
        if ((wire === 'int64' || wire === 'ms-timestamp') && !types.includes('integer'))
          wrong.push(`${at}: ${wire} needs an integer`)
        if (wire === 'csv' && !(node['x-items'] && node.pattern)) wrong.push(`${at}: csv without x-items or pattern`)
        if (node.pattern) new RegExp(node.pattern, 'u')
        if ('x-clear' in node !== 'x-clear-confidence' in node) wrong.push(`${at}: x-clear without confidence`)
        if ('x-set' in node !== 'x-set-confidence' in node) wrong.push(`${at}: x-set without confidence`)
        if (node['x-read-only'] && node['x-write-only']) wrong.push(`${at}: neither read nor written`)
      })
    expect(wrong).toEqual([])
  })
})

function visit(schema: FieldSchema, at: string, see: (node: FieldSchema, at: string) => void): void {
  see(schema, at)
  for (const [name, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${at}.${name}`, see)
  for (const inner of schema.allOf ?? []) visit(inner, at, see)
  if (schema.items) visit(schema.items, `${at}[]`, see)
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${at}.*`, see)
}

function hasField(operation: Operation, path: string): boolean {
  const [head = '', ...rest] = path.split('.')
  const listed = requestFields(operation).find(({ name }) => name === '$body')?.schema
  const field = requestFields(operation).find(({ name }) => name === head)?.schema
  if (field) return rest.length === 0 || inside(field, rest.join('.'))
  return listed !== undefined && inside(listed, path)
}

function inside(schema: FieldSchema, path: string): boolean {
  let node: FieldSchema | undefined = schema
  for (const name of path.split('.')) {
    const field: FieldSchema = fieldOf(node)
    node = (field.items ? fieldOf(field.items) : field).properties?.[name]
    if (!node) return false
  }
  return true
}
