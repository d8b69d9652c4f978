import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { completion, shells } from '../../src/commands/completion.ts'
import { explain, knownCodes } from '../../src/commands/explain.ts'

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('every known code is explained in sentences', () => {
    for (const code of knownCodes()) {
      const { known, text } = explain(code, language)
      expect([code, known]).toEqual([code, true])
      expect([code, text.length > 40]).toEqual([code, true])
    }
  })
})

test('a problem says what is wrong and what to type', () => {
  expect(explain('unknown-department', 'zh').text).toMatch(/文件问题 · 没有这个部门[\s\S]*previously|路径/)
})

test('being in DingTalk does not make a person known: the check asks for a file', () => {
  expect(explain('unknown-person', 'en').text).toContain('To be in DingTalk is not enough')
  expect(explain('unknown-person', 'zh').text).toContain('只在钉钉里还不够')
})

test('exit code 2 belongs to one option of one command', () => {
  for (const language of ['zh', 'en'] as const) {
    const { text } = explain('2', language)
    expect(text).toContain('rollbook plan')
    expect(text).toContain('--detailed-exitcode')
    expect(text).not.toContain('drift')
  }
})

test('a code of DingTalk names its meaning, where it comes from, what Rollbook does and what to do', () => {
  const { text } = explain('60011', 'zh')
  expect(text).toContain('应用没有这个接口的权限')
  expect(text).toContain('oapi.dingtalk.com 的任何接口都可能返回它')
  expect(text).toContain('Rollbook 的做法：停止运行，因为别的调用也会同样失败')
  expect(text).toContain('权限管理')
})

test('a code that is handled in two ways tells both', () => {
  const { text } = explain('-1', 'en')
  expect(text).toContain('slows down and repeats the call')
  expect(text).toContain('never repeats a write blindly')
})

test('a gateway code can be asked for with and without its sub code', () => {
  expect(explain('88/60011', 'en').known).toBe(true)
  expect(explain('88', 'en').known).toBe(true)
})

test('an unknown code is answered with the nearest', () => {
  expect(explain('unknown-departement', 'en')).toEqual({
    known: false,
    text: expect.stringContaining('unknown-department'),
  })
  expect(explain('constructor', 'zh').known).toBe(false)
})

const commands = [
  {
    name: 'plan',
    summary: "what's changed: a plan",
    options: ['-d', '--directory', '--format', '--detailed-exitcode'],
  },
  { name: 'apply', options: ['--yes'] },
]

test.each(shells)('the completion of %s names every command and option', (shell) => {
  const script = completion(shell, commands)
  for (const { name, options } of commands)
    for (const word of [name, ...options]) expect(script).toContain(word.replace(/^--?/, ''))
})

test('bash completes commands, options and fixed values', () => {
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${completion('bash', commands)}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _rollbook; echo "\${COMPREPLY[*]}"`,
        '_',
        ...words,
      ],
      { encoding: 'utf8' },
    ).trim()
  expect(complete('rollbook', 'a')).toBe('apply')
  expect(complete('rollbook', 'plan', '--d')).toBe('--directory --detailed-exitcode')
  expect(complete('rollbook', 'plan', '--format', '')).toBe('text json markdown')
  expect(complete('rollbook', 'plan', 'x')).toBe('')
})
