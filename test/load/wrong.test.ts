import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Problem, problemCodes } from '../../src/core/problem.ts'
import { loadDirectory } from '../../src/io/load.ts'

/**
 * Every folder of test/wrong is a directory with one kind of mistake; its expected.txt holds everything that is said of
 * it, in both languages. After a change of words run with -u and read the difference like code.
 */
const root = join(import.meta.dirname, '../wrong')
const situations = readdirSync(root).sort()

/** What is too large to keep here, or cannot be checked out everywhere, is made by other tests; the rest is said elsewhere. */
const ELSEWHERE = [
  'file-too-large',
  'directory-too-large',
  'unportable-name',
  'lock-invalid',
  'unknown-role-group',
  'sealed-unopened',
  'recipients-invalid',
]

const said = new Map<string, readonly Problem[]>()
for (const situation of situations)
  said.set(situation, (await loadDirectory(join(root, situation), { language: 'en' })).problems)

describe('a wrong directory', () => {
  test.each(situations)('%s: everything that is wrong is said, where it stands', async (situation) => {
    const english = said.get(situation) ?? []
    const chinese = (await loadDirectory(join(root, situation), { language: 'zh' })).problems
    expect(chinese.map(placed)).toEqual(english.map(placed))
    const text = english.map((problem, index) => shown(problem, chinese[index])).join('\n')
    expect(existsSync(join(root, situation, 'expected.txt')) || process.env['CI'] === undefined).toBe(true)
    await expect(text).toMatchFileSnapshot(join(root, situation, 'expected.txt'))
    expect(english).not.toEqual([])
  })
})

test('there is a situation for every code', () => {
  const codes = new Set([...said.values()].flat().map(({ code }) => code))
  expect(problemCodes.filter((code) => !codes.has(code) && !ELSEWHERE.includes(code))).toEqual([])
})

test('what is said shows no mobile, no mail address and no password of the files', () => {
  const invented = ['+86-10012345678', 'lilei@example.com']
  for (const { message, hint } of [...said.values()].flat()) {
    const text = invented.reduce((rest, example) => rest.replaceAll(example, ''), `${message} ${hint}`)
    expect(text).not.toMatch(/1000000|@example|example\.com|abcdefgh/i)
  }
})

function placed({ code, file, line, column }: Problem): string {
  return `${file}:${line}:${column} ${code}`
}

function shown(problem: Problem, chinese: Problem | undefined): string {
  const lines = [
    problem.message,
    problem.hint && `→ ${problem.hint}`,
    chinese?.message,
    chinese?.hint && `→ ${chinese.hint}`,
  ]
  return `${placed(problem)}\n${lines.map((line) => `    ${line}\n`).join('')}`
}
