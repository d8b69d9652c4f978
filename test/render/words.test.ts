import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildProgram } from '../../src/cli/program.ts'
import { refusalCodes } from '../../src/core/model.ts'
import { limitNames } from '../../src/core/settings.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { en } from '../../src/render/words/en.ts'
import { departmentFields, userFields } from '../../src/render/words/fields.ts'
import { vendorAdvice } from '../../src/render/words/vendor-advice.ts'
import { vendorMeaningsZh } from '../../src/render/words/vendor-zh.ts'
import { zh } from '../../src/render/words/zh.ts'

type Leaf = readonly [path: string, value: unknown]

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, `${path}.${key}`))
}

/** What a message reads of its parameters; `lists` take real lists and are compared by their number alone. */
const lists = ['.list', '.clauses', '.first', '.some', '.among']
function reads(message: (...parameters: unknown[]) => unknown): string[] {
  const seen = new Set<string>()
  const parameter = new Proxy(
    {},
    {
      get(_, name) {
        seen.add(name === Symbol.toPrimitive ? 'itself' : String(name))
        return name === Symbol.toPrimitive ? () => 'x' : 'x'
      },
    },
  )
  message(parameter, parameter, parameter)
  return [...seen].sort()
}

test('both catalogues hold the same messages, in the same order', () => {
  expect(leaves(en).map(([path]) => path)).toEqual(leaves(zh).map(([path]) => path))
})

test('a message reads the same parameters in both languages', () => {
  const english = new Map(leaves(en))
  for (const [path, message] of leaves(zh)) {
    const other = english.get(path)
    expect([path, typeof other]).toEqual([path, typeof message])
    if (typeof message !== 'function' || typeof other !== 'function') continue
    if (lists.includes(path)) continue
    expect([path, other.length]).toEqual([path, message.length])
    expect([path, reads(other as () => string)]).toEqual([path, reads(message as () => string)])
  }
})

test('Chinese messages hold Chinese, and punctuate it in full width', () => {
  for (const [path, message] of leaves(zh)) {
    const text = typeof message === 'string' ? message : ''
    if (/^\.(semicolon)$/.test(path) || text === '') continue
    expect([path, text]).toEqual([path, expect.stringMatching(/\p{Script=Han}/u)])
    expect([path, text]).toEqual([path, expect.not.stringMatching(/\p{Script=Han}[,;:?!]/u)])
  }
})

test('every limit and every refusal has its words', () => {
  expect(Object.keys(zh.limits)).toEqual([...limitNames])
  expect(Object.keys(zh.refusals).sort()).toEqual([...refusalCodes].sort())
})

test('no two fields of one kind go by the same name, save for spellings of one thing', () => {
  const doubles = [
    ['login_id', 'loginId'],
    ['title', 'dept_title_list'],
  ].map(([, second]) => second)
  for (const fields of [userFields, departmentFields])
    for (const language of ['zh', 'en'] as const) {
      const names = Object.entries(fields)
        .filter(([field]) => !doubles.includes(field))
        .map(([, words]) => words[language])
      expect(names).toEqual([...new Set(names)])
    }
})

test('every error code of the contract has a meaning in Chinese, and every piece of advice a code', () => {
  const { operations, commonErrors, globalErrors } = contract
  const rules = [
    ...Object.values(operations).flatMap(({ errors }) => errors),
    ...commonErrors.oapi,
    ...commonErrors.api,
    ...globalErrors,
  ]
  const codes = new Set(
    rules.map(({ code, sub_code }) => (sub_code === undefined ? String(code) : `${code}/${sub_code}`)),
  )
  expect([...codes].filter((code) => vendorMeaningsZh[code] === undefined)).toEqual([])
  expect(Object.keys(vendorAdvice).filter((code) => vendorMeaningsZh[code] === undefined)).toEqual([])
})

test('every command that a text names can be typed', () => {
  const commands = buildProgram(() => async () => {}).commands.map((command) => command.name())
  const root = join(import.meta.dirname, '../../src')
  const texts = readdirSync(join(root, 'render'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('render', name))
  const named = [...texts, 'commands/explain.ts'].flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\brollbook ([a-z]\w*)/g)].map(([, word]) => word),
  )
  expect(named).toContain('explain')
  expect(named.filter((word) => !commands.includes(word ?? ''))).toEqual([])
})
