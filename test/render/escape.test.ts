import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forMarkdown, forTerminal } from '../../src/render/escape.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderPlan } from '../../src/render/text.ts'
import { hostile } from '../support/hostile-text.ts'
import { runs } from '../support/runs.ts'
import { change, plan } from './plans.ts'

const forbidden =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u

function decode(markdown: string): string {
  return markdown.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

describe('a terminal', () => {
  test('gets no control, escape, direction or invisible character from any text', () => {
    fc.assert(fc.property(hostile, (text) => !forbidden.test(forTerminal(text))))
  })

  test('gets the same from a text that was made fit before', () => {
    fc.assert(fc.property(hostile, (text) => forTerminal(forTerminal(text)) === forTerminal(text)))
  })

  test('shows ordinary names as they are', () => {
    for (const name of ['李雷', 'Zoë O’Brien', 'مريم', '研发部 / 后端组', '👩‍💻']) expect(forTerminal(name)).toBe(name)
  })
})

describe('Markdown', () => {
  test('of any text holds no mark that means anything, once its entities are set aside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = forMarkdown(text)
        const rest = markdown.replaceAll(/&#\d+;/g, '')
        return !/[@#<>&|`*_~[\]{}!\\$=+^":-]/.test(rest) && !/^(\s|\d+[.)])/.test(markdown) && !forbidden.test(rest)
      }),
    )
  })

  test('of any text mentions nobody and links nothing in the finished page', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = decode(forMarkdown(text))
        return !/@[\w-]|#\d|:[\w+-]+:|:\/\/|www\.|\bGH-\d|\$[^\u200B]/i.test(page)
      }),
    )
  })

  test('shows what the terminal shows', () => {
    fc.assert(
      fc.property(hostile, (text) => decode(forMarkdown(text)).replaceAll('\u200B', '') === forTerminal(text).trim()),
    )
  })
})

test('a hostile name adds no line and no sequence to a plan, and breaks out of no Markdown', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const named = (text: string) =>
        plan({
          changes: [
            change('create', 'user', 'u1', {
              after: { name: text, main: 'd1', title: text, extension: { [text || 'x']: text } },
            }),
            change('update', 'department', 'd1', {
              before: { name: text, parent_id: '/' },
              after: { name: 'new', parent_id: '/' },
            }),
          ],
          unmanaged: [{ kind: 'user', key: '#9', name: text }],
          names: { user: { u1: text }, department: { d1: text }, role: {}, 'role-group': {} },
        })
      const [harmless, harmful] = [named('name'), named(`name${name}`)]
      const lines = (text: string) => text.split('\n').length
      const text = renderPlan(harmful, { language: 'zh', color: false })
      const markdown = renderMarkdown(harmful, { language: 'en' })
      expect(lines(text)).toBe(lines(renderPlan(harmless, { language: 'zh', color: false })))
      expect(lines(markdown)).toBe(lines(renderMarkdown(harmless, { language: 'en' })))
      expect(forbidden.test(text.replaceAll('\n', ''))).toBe(false)
      expect(markdown.match(/<[^>]*>/g)).toEqual(renderMarkdown(harmless, { language: 'en' }).match(/<[^>]*>/g))
    }),
    { numRuns: runs(1000, 60) },
  )
})
