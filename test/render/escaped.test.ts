import { describe, expect, test } from 'vitest'
import {
  csvText,
  forActionLog,
  forCsv,
  forHtml,
  forHtmlComment,
  forJson,
  forMarkdown,
  forMermaid,
  forOutput,
  forTerminal,
  workflowCommand,
} from '../../src/render/escape.ts'

/** What each place gets for one text that holds everything: no more may be left, and no more may be lost. */

const NEL = '\u0085'
const RLO = '\u202E'
const ESC = '\u001B'
const half = '\uD83D'

describe('a terminal', () => {
  const cases: readonly [string, string, string][] = [
    ['loses a whole sequence', `a${ESC}[31mb`, 'ab'],
    ['loses a sequence with a text of its own', `a${ESC}]8;;http://x\u0007b${ESC}]0;t${ESC}\\c`, 'abc'],
    ['has a space for any breaks', `a\r\nb${NEL}c\td`, 'a b c d'],
    ['loses what shows nothing', `a${RLO}b\u200Bc\uFEFF`, 'abc'],
    ['shows that half a character was there', `a${half}b`, 'a\uFFFDb'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forTerminal(text)).toBe(expected))
})

describe('finished output', () => {
  const cases: readonly [string, string, string][] = [
    ['keeps line breaks and colours', `a\n${ESC}[1;31mb${ESC}[0m`, `a\n${ESC}[1;31mb${ESC}[0m`],
    ['loses other controls and directions', `a\rb${ESC}c\u0007d${RLO}e\t\u2028f`, 'abcdef'],
    ['loses the beginning of a sequence that is no colour', `a${ESC}[2Jb`, 'a[2Jb'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forOutput(text)).toBe(expected))
})

describe('a log of Actions', () => {
  const cases: readonly [string, string, string][] = [
    ['is given no order at the start of a line', 'a\n::error::b', 'a\n: :error::b'],
    ['nor behind spaces and colours', `  ${ESC}[31m::error::b`, `  ${ESC}[31m: :error::b`],
    ['nor an older one anywhere', 'a ##[error]b ###', 'a # #[error]b # # #'],
    ['nor one that is broken by what shows nothing', ':\u200D:error #\u0301#', ': \u200D:error # \u0301#'],
    ['keeps two colons within a line', 'a::b', 'a::b'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forActionLog(text)).toBe(expected))
})

describe('a page', () => {
  const cases: readonly [string, string, string][] = [
    ['has an entity for each mark', '<a href="x">&\'`=', '&#60;a href&#61;&#34;x&#34;&#62;&#38;&#39;&#96;&#61;'],
    ['keeps breaks, as one kind of them, and tabs', `a\r\nb\rc${NEL}d\u2028e\vf\tg\nh`, 'a\nb\nc\nd\ne\nf\tg\nh'],
    ['loses what shows nothing', `a${RLO}b\u0000c${ESC}d\u200Be`, 'abcde'],
    ['shows that half a character was there', `a${half}b`, 'a\uFFFDb'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forHtml(text)).toBe(expected))
})

describe('a cell of a table', () => {
  const cases: readonly [string, string, string][] = [
    ['stands in quotes', 'a', '"a"'],
    ['has its quotes doubled', 'a"b', '"a""b"'],
    ['keeps breaks, as one kind of them', `a\r\nb\rc${NEL}d\fe\nf`, '"a\nb\nc\nd\ne\nf"'],
    ['loses what shows nothing, and tabs', `a${RLO}b\u0000c\u200Bd\te`, '"abcde"'],
    ['shows that half a character was there', `a${half}b`, '"a\uFFFDb"'],
    ['is not computed', '=1+1', '"\'=1+1"'],
    ['is not computed behind spaces, in full width, or behind our own mark', " '＝1", '"\' \'＝1"'],
    ['begins with no mark where nothing is computed', "'a=1", '"\'a=1"'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forCsv(text)).toBe(expected))

  test.each([['=1+1'], ["'=1"], ["'a"], ['a'], ["''"], [' @a']])('is read back as it was: %s', (text) => {
    expect(csvText(forCsv(text).slice(1, -1))).toBe(text)
  })
  test('that nobody wrote keeps its apostrophe', () => expect(csvText("'plain")).toBe("'plain"))
})

describe('JSON', () => {
  test('tells what a terminal obeys by its number, and keeps its own lines', () => {
    expect(forJson({ a: `b\u009Bc${RLO}\u2028` })).toBe('{\n  "a": "b\\u009bc\\u202e\\u2028"\n}')
    expect(forJson(`a${half}b\u{E0001}`)).toBe('"a\\ud83db\\udb40\\udc01"')
  })
  test('gives no order to a runner', () => {
    expect(forJson('##[error] #\u0301\u200D# #a# #[')).toBe('"\\u0023#[error] \\u0023\u0301\u200D# #a# #["')
  })
})

describe('Markdown', () => {
  const cases: readonly [string, string, string][] = [
    ['shows marks as entities', 'a*b_c<d', 'a&#42;b&#95;c&#60;d'],
    ['mentions nobody and no issue', '@a #1 $x$', '&#64;&#8203;a &#35;&#8203;1 &#36;&#8203;x&#36;&#8203;'],
    ['breaks a colon that begins a name or an address', ':a: b://c', '&#58;&#8203;a&#58; b&#58;&#8203;//c'],
    ['leaves other colons', 'a: b :', 'a&#58; b &#58;'],
    ['leaves a colon before what is none of them', ': //', '&#58; //'],
    ['begins no list', '12. a', '12&#46; a'],
    ['nor one with a bracket', '1) a', '1&#41; a'],
    ['leaves numbers within a line', 'a 1. b', 'a 1. b'],
    ['links no address and no issue', 'www.a GH-1', 'www&#8203;.a GH&#8203;&#45;1'],
    ['has no space around', ' a ', 'a'],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(forMarkdown(text)).toBe(expected))
})

test('a label of a diagram has an entity for all but letters, digits and spaces', () => {
  expect(forMermaid('研发 A1"]-->\u{1F600}')).toBe('研发 A1#34;#93;#45;#45;#62;#128512;')
})

describe('a command to a runner', () => {
  test('keeps its breaks encoded, and gives no other command', () => {
    const text = `100%\r\na\rb${NEL}c${RLO}d${half}\n::e`
    expect(workflowCommand('error', {}, text)).toBe('::error::100%25%0Aa%0Ab%0Acd\uFFFD%0A::e\n')
    expect(workflowCommand('notice', {}, '::error::x')).toBe('::notice::: :error::x\n')
  })
  test('has its properties apart', () => {
    expect(workflowCommand('warning', { file: 'a:b,c%d', line: 3 }, 'x')).toBe(
      '::warning file=a%3Ab%2Cc%25d,line=3::x\n',
    )
  })
})

describe('a comment of HTML', () => {
  test('holds JSON that cannot end it, mention anybody or begin a link', () => {
    const value = { name: `--><img> @org/team #1 & '李雷' \u202E\uD83D`, n: 1, no: null }
    const text = forHtmlComment(value)
    expect(text).toMatch(/^[ !"(-,./0-9:;=A-Z[\\\]^_a-z{|}~]+$/)
    expect(JSON.parse(text)).toEqual(value)
    expect(forHtmlComment({ a: 'b/c:1' })).toBe('{"a":"b/c:1"}')
  })
})
