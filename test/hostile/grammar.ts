import type { Choices } from './choices.ts'
import { CHARACTERS, FIELDS, MARKS, SCALARS } from './pieces.ts'

/** YAML as somebody would write it who knows the language better than we wish: small texts that are nearly right. */

const PROPERTIES = ['', '', '', '', '&a ', '&b ', '!t ', '!!str ', '!!map ', '!!binary ', '!<x> ', '&a !t ', '*a ']
const HEADERS = ['|', '>', '|-', '>+', '|2', '>1-', '|9', '|0', '|+9', '| # x', '|x', '>2+ #']

/** A text of lists and mappings in each other, in both styles. */
export function yamlText(choose: Choices): string {
  const opening = choose.once(6)
    ? choose.one(['---\n', '%YAML 1.2\n---\n', '%TAG ! tag:x,2000:\n---\n', '\uFEFF', '...\n'])
    : ''
  const first = block(choose, 0, 0)
  return opening + first + (choose.once(8) ? `---\n${block(choose, 0, 0)}` : '') + (choose.once(10) ? '...\n' : '')
}

/** Marks and characters one after the other, without a plan. */
export function soup(choose: Choices): string {
  return choose.many(1, 60, () => choose.one([MARKS, MARKS, SCALARS, FIELDS, CHARACTERS][choose.below(5)] ?? MARKS))
}

function block(choose: Choices, indent: number, depth: number): string {
  const entry = choose.once(3)
    ? () => `${pad(choose, indent)}-${value(choose, indent, depth)}`
    : () => `${pad(choose, indent)}${key(choose)}:${value(choose, indent, depth)}`
  return choose.many(1, 4, entry)
}

/** The indentation that belongs here, or nearly so. */
function pad(choose: Choices, indent: number): string {
  const comment = choose.once(12) ? `${' '.repeat(choose.below(6))}# ${choose.one(SCALARS)}\n` : ''
  return comment + (choose.once(25) ? choose.one(['', ' ', '\t', ' '.repeat(indent + 1), '   ']) : ' '.repeat(indent))
}

function key(choose: Choices): string {
  const name = choose.once(12) ? scalar(choose) : choose.one(FIELDS)
  return choose.once(15) ? `${choose.one(['? ', '"', "'", '&a ', '[', '- '])}${name}` : name
}

function value(choose: Choices, indent: number, depth: number): string {
  const property = choose.one(PROPERTIES)
  const kind = choose.below(depth > 6 ? 6 : 10)
  if (kind < 4) return ` ${property}${scalar(choose)}\n`
  if (kind === 4) return ` ${property}${flow(choose, depth)}\n`
  if (kind === 5) {
    const lines = choose.many(
      0,
      4,
      () => `${pad(choose, indent + 2)}${choose.one(SCALARS)}\n${choose.once(4) ? '\n' : ''}`,
    )
    return ` ${property}${choose.one(HEADERS)}\n${lines}`
  }
  return ` ${property}\n${block(choose, indent + 1 + choose.below(3), depth + 1)}`
}

function flow(choose: Choices, depth: number): string {
  const inner = () => (depth < 8 && choose.once(4) ? flow(choose, depth + 1) : scalar(choose))
  const end = choose.once(12) ? choose.one([']', '}', '', ',', '\n']) : undefined
  return choose.once(2)
    ? `[${choose.many(0, 4, () => `${inner()},${choose.once(6) ? '\n' : ' '}`)}${end ?? ']'}`
    : `{${choose.many(0, 4, () => `${key(choose)}: ${inner()}, `)}${end ?? '}'}`
}

function scalar(choose: Choices): string {
  const text = choose.one(choose.once(5) ? CHARACTERS : SCALARS)
  if (choose.once(40)) return text.repeat(1 + choose.below(3000))
  switch (choose.below(8)) {
    case 0:
      return JSON.stringify(text)
    case 1:
      return `'${text.replaceAll("'", "''")}'`
    case 2:
      return `"${text}${choose.one(MARKS)}"`
    case 3:
      return `${text}\n   ${choose.one(SCALARS)}`
    default:
      return text
  }
}
