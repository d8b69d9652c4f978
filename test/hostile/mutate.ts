import type { Choices } from './choices.ts'
import { BYTES, CHARACTERS, FIELDS, MARKS, SCALARS } from './pieces.ts'

/** A valid text with a few accidents, as characters or as bytes. */
export function mutated(text: string, choose: Choices): Buffer {
  let broken = text
  const times = 1 + choose.below(choose.once(4) ? 20 : 3)
  for (let nth = 0; nth < times; nth++) broken = choose.one(ACCIDENTS)(broken, choose)
  return choose.once(4) ? brokenBytes(Buffer.from(broken), choose) : Buffer.from(broken)
}

type Accident = (text: string, choose: Choices) => string

const ACCIDENTS: readonly Accident[] = [
  (text, choose) => insert(text, choose.below(text.length + 1), choose.one(MARKS)),
  (text, choose) => insert(text, choose.below(text.length + 1), choose.one(CHARACTERS)),
  (text, choose) => insert(text, choose.below(text.length + 1), choose.one(SCALARS)),
  (text, choose) => {
    const at = choose.below(text.length + 1)
    return text.slice(0, at) + text.slice(at + 1 + choose.below(8))
  },
  (text, choose) => text.slice(0, choose.below(text.length + 1)),
  (text, choose) => {
    const [from, length] = [choose.below(text.length + 1), choose.below(200)]
    return insert(text, choose.below(text.length + 1), text.slice(from, from + length).repeat(1 + choose.below(4)))
  },
  // Values and names of fields, exchanged for others.
  (text, choose) => line(text, choose, (each) => each.replace(/:.*$/, () => `: ${choose.one(SCALARS)}`)),
  (text, choose) => line(text, choose, (each) => each.replace(/[\w]+:/, () => `${choose.one(FIELDS)}:`)),
  (text, choose) => line(text, choose, (each) => `${each}\n${each}`),
  (text, choose) => line(text, choose, () => ''),
  (text, choose) => line(text, choose, (each) => choose.one([' ', '  ', '\t', '- ', '']) + each.slice(choose.below(3))),
  (text, choose) =>
    line(text, choose, (each) => each.replace(/: ?/, () => choose.one([':', ' :', '：', ': &a ', ': *a', ': !t ']))),
  (text, choose) => {
    const lines = text.split('\n')
    const [one, other] = [choose.below(lines.length), choose.below(lines.length)]
    ;[lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? '']
    return lines.join('\n')
  },
  (text, choose) => text.replaceAll('\n', choose.one(['\r\n', '\r', '\n\n', '\u2028', '\n\t', '\n '])),
]

function brokenBytes(bytes: Buffer, choose: Choices): Buffer {
  if (choose.once(10)) return Buffer.from(bytes.toString(), 'utf16le')
  const at = choose.below(bytes.length + 1)
  if (choose.once(3)) {
    const turned = Buffer.from(bytes)
    if (at < turned.length) turned[at] = (turned[at] ?? 0) ^ (1 << choose.below(8))
    return turned
  }
  const dropped = choose.below(3)
  return Buffer.concat([bytes.subarray(0, at), choose.one(BYTES), bytes.subarray(at + dropped)])
}

function insert(text: string, at: number, more: string): string {
  return text.slice(0, at) + more + text.slice(at)
}

function line(text: string, choose: Choices, change: (line: string) => string): string {
  const lines = text.split('\n')
  const nth = choose.below(lines.length)
  return lines.map((each, index) => (index === nth ? change(each) : each)).join('\n')
}
