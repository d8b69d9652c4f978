import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import {
  csvText,
  forActionLog,
  forCodeowners,
  forCommit,
  forCsv,
  forHtml,
  forJson,
  forMarkdown,
  forMermaid,
  forOutput,
  forTerminal,
  workflowCommand,
} from '../../src/render/escape.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderProblems } from '../../src/render/problems.ts'
import { renderPlan } from '../../src/render/text.ts'
import { hostile } from '../support/hostile-text.ts'
import { runs } from '../support/runs.ts'
import { change, plan } from './plans.ts'

const numRuns = runs(10_000, 300)
const ofAny = (check: (text: string) => void, times = numRuns) =>
  fc.assert(
    fc.property(hostile, (text) => {
      check(text)
    }),
    { numRuns: times },
  )

/** Everything that a terminal obeys, but colours. */
const CONTROLS = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u

describe('the message of a commit', () => {
  test('has one line without a control, a mention, a number of an issue, an order in brackets or an address', () => {
    ofAny((text) => {
      const line = forCommit(text)
      expect(CONTROLS.test(line)).toBe(false)
      expect(line).not.toMatch(/[#@*[\]]|:\/\/|\bGH-/i)
    })
  })
})

describe('a terminal', () => {
  test('is given one line without a control, whatever the name', () => {
    ofAny((text) => expect(CONTROLS.test(forTerminal(text))).toBe(false))
  })

  test('gets no sequence but our own colours from finished output', () => {
    ofAny((text) => {
      const rest = forOutput(`\u001B[31m${text}\u001B[39m\n`).replaceAll(/\u001B\[[\d;]*m|\n/g, '')
      expect(CONTROLS.test(rest.replaceAll(/\p{Cs}/gu, ''))).toBe(false)
    })
  })

  test('reads JSON without a control, and a parser reads the value that went in', () => {
    ofAny((text) => {
      const json = forJson({ [text]: [text] })
      expect(CONTROLS.test(json.replaceAll('\n', ''))).toBe(false)
      expect(JSON.parse(json)).toEqual({ [text]: [text] })
    })
  })

  test('gets no more lines, and no controls, in a list of problems', () => {
    ofAny((text) => {
      const problem = { file: text, line: 1, column: 1, code: 'wrong-type' as const, message: text, hint: text }
      const printed = renderProblems([problem], { language: 'zh', color: false })
      expect(printed.split('\n')).toHaveLength(6)
      expect(CONTROLS.test(printed.replaceAll('\n', ''))).toBe(false)
    })
  })
})

describe('Markdown', () => {
  /** As GitHub's own parser reads it; raw HTML is let through, so that it would be seen. */
  const page = (markdown: string) =>
    micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const tags = (html: string) => [...html.matchAll(/<\/?([a-z][a-z0-9]*)[^>]*>/gi)].map(([tag]) => tag)
  const shown = (html: string) =>
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
        code === undefined
          ? ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? '')
          : String.fromCodePoint(Number(code)),
      )

  test.each([
    ['a paragraph', (text: string) => `x ${text} y`],
    ['the start of a paragraph', (text: string) => text],
    ['a heading', (text: string) => `### ${text}`],
    ['a list', (text: string) => `- ${text}\n  - ${text}`],
    ['strong text', (text: string) => `**x ${text} y**`],
    ['small text', (text: string) => `- x <sub>${text}</sub>`],
    ['a cell of a table', (text: string) => `| a | b |\n| --- | --- |\n| x${text} | y |`],
    ['the text of a link', (text: string) => `[x${text}](https://example.org)`],
    ['a summary', (text: string) => `<details>\n<summary>x${text}</summary>\n\ny\n\n</details>`],
  ])('in %s stays text: no link, image, HTML, mention or number that GitHub would follow', (_, around) => {
    const harmless = tags(page(around('name')))
    ofAny((text) => {
      const escaped = forMarkdown(text)
      if (escaped === '') return
      const html = page(around(escaped))
      expect(tags(html)).toEqual(harmless)
      expect(shown(html)).not.toMatch(/@[\w-]|#\d|\bGH-\d|:[\w+-]+:|\$[^\u200B]|www\.(?!\u200B)[a-z]|[a-z]:\/\//i)
    })
  })

  test('of a whole plan has the tags of a harmless one', () => {
    const named = (text: string) =>
      renderMarkdown(
        plan({
          changes: [
            change('create', 'user', 'u1', { after: { name: text, main: 'd1', title: text } }),
            change('delete', 'department', 'd2', { before: { name: text, parent_id: '/' } }),
          ],
          unmanaged: [{ kind: 'user', key: '#9', name: text }],
          names: { user: { u1: text }, department: { d1: text, d2: text }, role: {}, 'role-group': {} },
        }),
        { language: 'zh' },
      )
    const harmless = tags(page(named('name')))
    ofAny((text) => expect(tags(page(named(`name${text}`)))).toEqual(harmless), runs(2000, 100))
  })
})

describe('HTML', () => {
  test('has text and nothing else from data, in an element and in a quoted attribute', () => {
    ofAny((text) => {
      const html = forHtml(text)
      expect(html).not.toMatch(/[<>"'`=]|&(?!#\d+;)/)
      const kept = text.replaceAll(/\r\n?/g, '\n')
      const back = html.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      expect(back.replaceAll(/[^\p{L}\p{N}<>&"'=`]/gu, '')).toBe(
        kept.replaceAll(/[\u115F\u1160\u3164\uFFA0]/gu, '').replaceAll(/[^\p{L}\p{N}<>&"'=`]/gu, ''),
      )
    })
  })
})

describe('Mermaid', () => {
  test('has letters, digits, spaces and entities in a label', () => {
    ofAny((text) => expect(forMermaid(text)).toMatch(/^(?:[\p{L}\p{M}\p{N} ]|#\d+;)*$/u))
  })
})

describe('CSV', () => {
  /** A reader of RFC 4180 that knows quotes and nothing of spreadsheets. */
  function cells(line: string): string[] {
    const found: string[] = []
    for (let at = 0; at < line.length; ) {
      expect(line[at]).toBe('"')
      let cell = ''
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        cell += line[at]
        if (line[at] === '"') at++
      }
      found.push(cell)
      at += 2
    }
    return found
  }

  test('computes nothing, and gives back the text that was exported', () => {
    ofAny((text) => {
      const [first = '', second, ...more] = cells(`${forCsv(text)},${forCsv('x')}`)
      expect([second, more]).toEqual(['x', []])
      expect(first).not.toMatch(/^[\s]*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/)
      expect(forCsv(csvText(first))).toBe(forCsv(text))
      expect(csvText(first).replaceAll(/[^\p{L}\p{N}'=+@-]/gu, '')).toBe(
        text.replaceAll(/[\u115F\u1160\u3164\uFFA0]/gu, '').replaceAll(/[^\p{L}\p{N}'=+@-]/gu, ''),
      )
    })
  })

  test.each(['=1+1', '+86-10012345678', '-1', '@x', '\t=1', "'=1", "''+1", "'", "'x", 'x', '', ' =1', '＝1'])(
    'round trip of %j',
    (text) => expect(csvText(cells(forCsv(text))[0] ?? '')).toBe(text.replace('\t', '')),
  )
})

describe('a log of GitHub Actions', () => {
  /**
   * Both ways in which the runner reads orders (actions/runner, ActionCommand.cs), for any name of a command. .NET
   * compares texts of a culture without characters that weigh nothing, so both readings are tried.
   */
  const orders = (output: string): string[] =>
    output
      .split(/\r\n|\n|\r/)
      .flatMap((line) => [line, line.replaceAll(/[\p{Cc}\p{Cf}\p{M}]/gu, '')])
      .filter((line) => {
        const trimmed = line.replace(/^[\s\u0085]+/u, '')
        const second = trimmed.startsWith('::') && trimmed.indexOf('::', 2) >= 0
        const first = line.indexOf('##[')
        return second || (first >= 0 && line.indexOf(']', first) >= 0)
      })

  test('the readers of these tests see an order', () => {
    for (const line of [
      '::error::x',
      '  ::stop-commands::t',
      'x ##[error]y',
      '::add-mask ::',
      '\u3000::a::',
      '::a b=c::',
    ])
      expect(orders(`x\n${line}\ny`)).not.toEqual([])
  })

  test('reads no order from any text, from a coloured one, or from several lines', () => {
    ofAny((text) => {
      for (const output of [text, ` ${text}`, `\u001B[31m${text}\u001B[39m`, `a\n${text}\n${text}`, `${text}${text}`])
        expect(orders(forActionLog(forOutput(output)))).toEqual([])
    })
  })

  test('reads no order from a plan, from JSON, or from problems', () => {
    ofAny((text) => {
      expect(orders(forJson({ [text]: text }))).toEqual([])
      const problem = { file: text, line: 1, column: 1, code: 'wrong-type' as const, message: text }
      expect(orders(forActionLog(renderProblems([problem], { language: 'en', color: true })))).toEqual([])
    })
    fc.assert(
      fc.property(hostile, (text) => {
        const made = plan({ changes: [change('create', 'user', 'u1', { after: { name: text, main: 'd1' } })] })
        expect(orders(forActionLog(renderPlan(made, { language: 'zh', color: true })))).toEqual([])
        expect(orders(forActionLog(renderMarkdown(made, { language: 'zh' })))).toEqual([])
      }),
      { numRuns: runs(2000, 100) },
    )
  })

  test('gets exactly the command that was meant, with file and text as they were', () => {
    const decode = (text: string) =>
      text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%')
    ofAny((text) => {
      const command = workflowCommand('error', { file: text, line: 3 }, text)
      expect(command.endsWith('\n')).toBe(true)
      expect(command.trimEnd()).not.toMatch(/[\n\r]/)
      const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/u.exec(command.slice(0, -1)) ?? []
      const [file = '', line = '', ...more] = properties.split(',')
      expect([line, more]).toEqual(['line=3', []])
      const plain = (shown: string) =>
        shown.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/[\u115F\u1160\u3164\uFFA0]/gu, '')
      expect(plain(decode(file.slice('file='.length)))).toBe(plain(text))
      expect(plain(decode(data))).toBe(plain(text))
      expect(data).not.toMatch(/##\[/)
    })
  })
})

test('a pattern of CODEOWNERS is one word whatever the path, without a comment, a range or an owner', () => {
  ofAny((text) => {
    const pattern = forCodeowners(`departments/${text}/`)
    expect(pattern.replaceAll('\\ ', '_')).not.toMatch(/[\s#[\]]|\\/)
    expect(CONTROLS.test(pattern)).toBe(false)
  })
})
