import type { Choices } from './choices.ts'
import { SCALARS } from './pieces.ts'

/**
 * Texts as large as a file may be and a little larger, each of which is slow, deep or large in some reader: what a limit
 * has to stop, and what stays below every limit and still has to be read in time.
 */
export function extreme(choose: Choices): string {
  const [, make] = choose.one(SHAPES)
  return make(choose)
}

const MOST = 1_100_000

type Shape = readonly [what: string, make: (choose: Choices) => string]

/** So many lines, as long as they fit into a file. */
function lines(choose: Choices, most: number, line: (index: number) => string, head = ''): string {
  const count = choose.one([most, most, Math.floor(most / 10), 1 + choose.below(most)])
  const parts = [head]
  let length = head.length
  for (let index = 0; index < count && length < MOST; index++) {
    const part = line(index)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** A few lines, each about as long as a line may be. */
function long(choose: Choices, unit: string, head = 'userid: a\n', lead = (index: number) => `k${index}: `): string {
  const length = choose.one([65_000, 65_600, 30_000, 70_000])
  const line = unit.repeat(Math.max(1, Math.floor(length / Buffer.byteLength(unit))))
  return lines(choose, 15, (index) => `${lead(index)}${line}\n`, head)
}

/** As deep as the limits allow, or far deeper. */
const depth = (choose: Choices) => choose.one([30, 60, 64, 65, 130, 500, 1500, 5000, 30_000])
const unit = (choose: Choices) =>
  choose.one(['"" ', '\\q', '\\u0041', '&a ', '*a ', '!t ', '# ', '- ', ': ', '? ', '[]', '{}', "''", 'a#', 'a: ', '%'])
const rare = (choose: Choices) =>
  choose.one(['\u202E', '\u200D', 'م\u200D', '\u{20000}', 'a\u0301', '\r', '\t', ' ', '中', '9', '\uFE0F'])

const SHAPES: readonly Shape[] = [
  ['brackets', (choose) => `a: ${'['.repeat(depth(choose))}${choose.once(2) ? ']'.repeat(depth(choose)) : ''}`],
  ['brackets on lines', (choose) => `a:\n${' [\n'.repeat(depth(choose))}`],
  ['braces', (choose) => '{a: '.repeat(depth(choose))],
  ['mixed brackets', (choose) => '[{a: ['.repeat(depth(choose))],
  ['dashes', (choose) => '- '.repeat(depth(choose))],
  ['questions', (choose) => '? '.repeat(depth(choose))],
  ['indentation', (choose) => lines(choose, choose.one([60, 70, 340, 1400]), (index) => `${' '.repeat(index)}a:\n`)],
  ['brackets between quotes', (choose) => `a: ${'["]", '.repeat(depth(choose))}`],
  [
    'several deep texts',
    (choose) => lines(choose, 300, (index) => `k${index}: ${'['.repeat(choose.one([20, 60, 63, 70]))}\n`),
  ],
  ['anchors', (choose) => lines(choose, 27_000, (index) => `- &a${index} x\n`)],
  ['aliases', (choose) => lines(choose, 27_000, () => '- *a\n', '- &a x\n')],
  [
    'laughs',
    (choose) =>
      lines(choose, 40, (index) => `a${index}: &b${index} [${`*b${index - 1}, `.repeat(9)}]\n`, 'a: &b-1 x\n'),
  ],
  [
    'laughs in mappings',
    (choose) => lines(choose, 40, (index) => `a${index}: &b${index}\n  <<: *b${index - 1}\n  x: *b${index - 1}\n`),
  ],
  ['tags', (choose) => lines(choose, 27_000, () => '- !t x\n')],
  ['directives', (choose) => `${lines(choose, 27_000, (index) => `%TAG !a${index}! tag:x\n`)}---\nuserid: a\n`],
  ['documents', (choose) => lines(choose, 27_000, () => '---\n- x\n')],
  ['unknown fields', (choose) => lines(choose, 29_000, (index) => `k${index}: x\n`, 'userid: a\n')],
  ['fields that are nearly known', (choose) => lines(choose, 29_000, (index) => `titel${index}: x\n`, 'userid: a\n')],
  ['one field again and again', (choose) => lines(choose, 29_000, () => 'name: x\n', 'userid: a\n')],
  [
    'names of objects',
    (choose) => lines(choose, 27_000, () => `${choose.one(['__proto__', 'constructor', '<<'])}: x\n`),
  ],
  ['people', (choose) => lines(choose, 7_200, (index) => `- userid: u${index}\n  name: ${choose.one(SCALARS)}\n`)],
  [
    'managers that do not exist',
    (choose) => lines(choose, 7_200, (index) => `- userid: u${index}\n  manager_userid: x${index}\n`),
  ],
  [
    'managers in a circle',
    (choose) => lines(choose, 7_200, (index) => `- userid: u${index}\n  manager_userid: u${(index * 7 + 1) % 7_200}\n`),
  ],
  ['people without a userid', (choose) => lines(choose, 12_000, (index) => `- usrid: lilei${index}\n`)],
  [
    'departments of one person',
    (choose) => lines(choose, 27_000, (index) => `  - d${index % 9000}\n`, 'userid: a\nalso:\n'),
  ],
  ['managers of one department', (choose) => lines(choose, 27_000, (index) => `  - m${index % 9000}\n`, 'managers:\n')],
  ['former keys', (choose) => lines(choose, 27_000, (index) => `  - m${index}\n`, 'previously:\n')],
  ['protected people', (choose) => lines(choose, 27_000, (index) => `    - m${index}\n`, 'protected:\n  users:\n')],
  ['limits', (choose) => lines(choose, 27_000, (index) => `  u${index}: 1\n`, 'limits:\n')],
  ['roles', (choose) => lines(choose, 12_000, (index) => `  - name: r${index % 300}\n`, 'roles:\n')],
  [
    'members',
    (choose) => lines(choose, 27_000, (index) => `      - m${index % 30_000}\n`, 'roles:\n  - name: a\n    members:\n'),
  ],
  ['custom fields', (choose) => lines(choose, 27_000, (index) => `  k${index}: x\n`, 'userid: a\nextension:\n')],
  [
    'a text of many lines',
    (choose) =>
      lines(choose, 199_990, () => '  b b\n', `userid: a\nremark: ${choose.one(['|', '>', '>+', '', '"', "'"])}\n`),
  ],
  [
    'a text of empty lines',
    (choose) => lines(choose, 210_000, () => '\n', `userid: a\nremark: ${choose.one(['|+', '>+', 'x', '"x', "'x"])}\n`),
  ],
  ['comments', (choose) => lines(choose, 210_000, () => '#x\n', choose.one(['', 'userid: a\n', '- a\n']))],
  ['quotes that stay open', (choose) => lines(choose, 90_000, () => `"\n'\n`)],
  ['tabs', (choose) => lines(choose, 199_000, () => '\t\n')],
  [
    'entries in brackets',
    (choose) =>
      `${choose.one(['[', '{'])}${lines(choose, 14_500, (index) => `a${index}: b,\n`)}${choose.one([']', '}', ''])}`,
  ],
  ['closing brackets', (choose) => lines(choose, 700_000, () => choose.one([']', '}', ',']))],
  ['conflicts', (choose) => lines(choose, 27_000, () => '<<<<<<< a\n=======\n>>>>>>> b\n')],
  [
    'a header without an end',
    (choose) =>
      `userid: a\nremark: |${choose.one(['9', ' ', '+', '-', '#'])}`.padEnd(60_000, choose.one(['9', ' ', '+'])) +
      '\n x\n',
  ],
  ['long lines of marks', (choose) => long(choose, unit(choose))],
  ['long lines of marks in quotes', (choose) => long(choose, unit(choose), 'userid: a\n', (index) => `k${index}: "`)],
  ['long lines of one character', (choose) => long(choose, rare(choose))],
  [
    'long names of fields',
    (choose) => long(choose, choose.one([':', 'k', '中', 'k ', '-']), '', (index) => `${index}`),
  ],
  [
    'long values',
    (choose) =>
      long(
        choose,
        choose.one(['a', '9', 'a@', '#,', 'a,', 'a ', '/', 'a/']),
        '- name: x\n',
        (index) =>
          `- userid: u${index}\n  ${choose.one(['email', 'order', 'hired_date', 'mobile', 'manager_userid', 'title'])}: `,
      ),
  ],
  [
    'a long key',
    (choose) =>
      `key: ${choose.one(['a/', 'a ', '#', '//', 'a'])}${choose.one(['a/', 'a ', '/', 'a']).repeat(30_000)}\n`,
  ],
]

/** Each shape once, to know that all of them are met. */
export const shapes = SHAPES.map(([what]) => what)
