import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Data, readYaml } from '../../src/io/yaml.ts'

function read(text: string | Buffer) {
  const file = readYaml('a.yaml', Buffer.isBuffer(text) ? text : Buffer.from(text))
  return { ...file, codes: file.findings.map(({ code, line, column }) => `${code} ${line}:${column}`) }
}

describe('a scalar', () => {
  test('is the text as typed, for every string of digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,40}$/), (digits) => {
        expect(read(`a: ${digits}\nb: [${digits}]\nc: "${digits}"\n`).data).toEqual({
          a: digits,
          b: [digits],
          c: digits,
        })
      }),
    )
  })

  test('is null where nothing, ~ or null stands without quotes', () => {
    expect(read('a:\nb: ~\nc: null\nd: ""\ne: "~"\nf: \'null\'\ng: Null\nh: NULL\ni:\n  -\n').data).toEqual({
      a: null,
      b: null,
      c: null,
      d: '',
      e: '~',
      f: 'null',
      g: 'Null',
      h: 'NULL',
      i: [null],
    })
  })
})

describe('what a text editor or another system does to a file', () => {
  test('a byte order mark is no character of the file', () => {
    const file = read('\ufeffuserid: lilei\n')
    expect(file.data).toEqual({ userid: 'lilei' })
    expect(file.findings).toEqual([])
    expect(file.place(['userid'])).toEqual({ file: 'a.yaml', line: 1, column: 9 })
  })

  test('line ends of Windows change neither values nor positions', () => {
    const file = read('userid: lilei\r\ntitle: 工程师\r\nremark: |\r\n  一\r\n  二\r\n')
    expect(file.findings).toEqual([])
    expect(file.data).toEqual({ userid: 'lilei', title: '工程师', remark: '一\n二\n' })
    expect(file.place(['title'])).toEqual({ file: 'a.yaml', line: 2, column: 8 })
  })

  test.each(['', '\n\n', '# nothing\n', '---\n', '---\n...\n'])('a file with nothing in it: %j', (text) => {
    const { data, findings } = read(text)
    expect(findings).toEqual([])
    expect(data ?? undefined).toBeUndefined()
  })

  test('UTF-16 and half characters are not text', () => {
    expect(read(Buffer.from('userid: lilei', 'utf16le')).broken).toBe(true)
    expect(read(Buffer.from([0x61, 0x3a, 0x20, 0xe6, 0x9d])).codes).toEqual(['file-not-readable 1:1'])
  })
})

describe('before any parser', () => {
  test('a file above 1 MiB is refused, and one of 1 MiB is read', () => {
    const line = `# ${'x'.repeat(1021)}\n`
    expect(read(line.repeat(1024)).codes).toEqual([])
    expect(read(`${line.repeat(1024)}#`).codes).toEqual(['file-too-large 1:1'])
  })

  test('a line above 64 KiB is refused where it stands', () => {
    expect(read(`a: 1\nb: ${'x'.repeat(65_533)}\n`).codes).toEqual([])
    expect(read(`a: 1\nb: ${'x'.repeat(65_534)}\n`).codes).toEqual(['file-too-large 2:1'])
  })

  test.each([
    ['brackets', `a: ${'['.repeat(30_000)}`],
    ['brackets on lines of their own', `a:\n${' [\n'.repeat(30_000)}`],
    ['braces', `a: ${'{a: '.repeat(10_000)}`],
    ['dashes', '- '.repeat(30_000)],
    ['questions', '? '.repeat(30_000)],
    ['indentation', Array.from({ length: 340 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
    ['brackets between quotes that close nothing', `a: ${'["]", '.repeat(10_000)}`],
    ['brackets behind a text that is continued', `a: x\n  "\n${' [\n'.repeat(30_000)}"`],
    ['brackets inside a block of text that ends', `a: |\n  x\nb: ${'['.repeat(30_000)}`],
  ])('nesting beyond 64 levels is refused: %s', (_, text) => {
    const { broken, codes } = read(text)
    expect(broken).toBe(true)
    expect(codes.length).toBeLessThan(3)
  })

  test('nesting of 60 levels is read, and brackets inside texts are no nesting', () => {
    const deep = read(`a: ${'['.repeat(60)}x${']'.repeat(60)}\n`)
    expect(deep.codes).toEqual([])
    const brackets = '['.repeat(200)
    const texts = `a: "${brackets}"\nb: '${brackets}'\nc: x ${brackets}\nd: |\n  ${brackets}\n# ${brackets}\n`
    expect(read(texts).codes).toEqual([])
  })
})

describe('a hostile file', () => {
  test('with 30,000 fields in one mapping is read in one pass, and with more is refused', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}:\n`).join('')
    expect(Object.keys(read(text).data as object)).toHaveLength(30_000)
    expect(read(`${text}k:\n`).codes).toEqual(['file-too-large 30001:3'])
    expect(read('#\n'.repeat(100_001)).codes).toEqual(['file-too-large 100000:1'])
  })

  test('with mistakes on every line is answered by the first hundred of them', () => {
    const { codes, findings } = read('a: 1\n'.repeat(25_000))
    expect(codes).toHaveLength(101)
    expect(findings.at(-1)?.en[0]).toBe('there are more mistakes from here on')
  })

  test('cannot reach the prototype of anything', () => {
    const file = read('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n"__proto__": {polluted: 1}\n')
    expect(file.data).toEqual({})
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(file.codes.sort()).toEqual([
      'yaml-forbidden 1:1',
      'yaml-forbidden 2:1',
      'yaml-forbidden 2:15',
      'yaml-forbidden 3:1',
    ])
  })

  test('of any text never throws, and says something wherever it is broken', () => {
    const piece = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '? ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '&x ',
        '*x',
        '!t ',
        '|\n',
        '>\n',
        '#',
        '\n',
        '  ',
        '\t',
      ],
      ...['%YAML 1.1\n', '---\n', '...\n', '<<: ', '\\', '\u202e', '@', '`', ': ', '李雷', '\r', '\u0000', '\ud800'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { broken, findings, data, place } = read(pieces.join(''))
        if (broken) expect(findings).not.toEqual([])
        for (const path of pathsOf(data)) expect(place(path).line).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})

function pathsOf(data: Data, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [path]
  const entries: [string | number, Data][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data)
  return [path, ...entries.flatMap(([key, value]) => pathsOf(value, [...path, key]))]
}
