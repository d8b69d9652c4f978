/** Where they begin a value they are anchors, aliases, tags, directives, or close what is not open. */
const MARKS = '&*!%]}'

/** What a file may hold before anything parses it. */
export interface Measure {
  /** Levels of lists and mappings inside each other. */
  readonly depth: number
  /** Entries of lists and mappings, brackets, quoted texts and marks, all together. */
  readonly entries: number
}

/** Where a file goes beyond a measure, as an offset into its text. */
export interface Excess {
  readonly what: keyof Measure
  readonly at: number
}

/**
 * The first place at which a text goes beyond a measure. A rough count without a parser: it follows indentation, dashes,
 * brackets, quotes and comments line by line, and takes a continued line of plain text for a new one. Deeper nesting than
 * it recognises the reader meets later, on what was parsed. Linear in the text.
 */
export function excess(text: string, most: Measure): Excess | undefined {
  const columns: number[] = []
  let flow = 0
  let entries = 0
  let quote = ''
  let literal = -1
  let lineStart = 0
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart)
    const end = newline < 0 ? text.length : newline
    let at = lineStart
    if (quote === '') {
      while (text.charCodeAt(at) === 32) at++
      const indent = at - lineStart
      if (at === end || (literal >= 0 && indent > literal)) at = end
      else {
        literal = -1
        while ((columns.at(-1) ?? -1) >= indent) columns.pop()
        columns.push(indent)
      }
    }
    let fresh = true
    while (at < end) {
      if (quote !== '') {
        at = closing(text, at, end, quote)
        if (at > end) break
        quote = ''
        fresh = false
        continue
      }
      const char = text[at]
      const spaced = at + 1 >= end || ' \t\r'.includes(text[at + 1] ?? '')
      if (char === ' ' || char === '\t') at++
      else if (char === '#' && (at === lineStart || ' \t'.includes(text[at - 1] ?? ''))) break
      else if (fresh && (char === '"' || char === "'")) {
        quote = char
        entries++
        at++
      } else if (fresh && (char === '[' || char === '{')) {
        flow++
        entries++
        at++
      } else if (flow > 0 && (char === ']' || char === '}')) {
        flow--
        at++
      } else if (flow > 0 && char === ',') {
        fresh = true
        entries++
        at++
      } else if ((fresh && (char === '-' || char === '?') && spaced) || (char === ':' && spaced)) {
        const column = at - lineStart
        if (char !== ':' && (columns.at(-1) ?? -1) < column) columns.push(column)
        fresh = true
        entries++
        at++
      } else if (fresh && (char === '|' || char === '>') && flow === 0) {
        literal = columns.at(-1) ?? 0
        break
      } else {
        // Marks of YAML that we refuse: each costs the parser as much as an entry, and more as an error.
        if (MARKS.includes(char ?? '')) entries++
        fresh = false
        at++
      }
      if (columns.length + flow > most.depth) return { what: 'depth', at: Math.min(at, text.length - 1) }
      if (entries > most.entries) return { what: 'entries', at: Math.min(at, text.length - 1) }
    }
    lineStart = end + 1
  }
  return undefined
}

/** Offset behind the closing quote, or beyond `end` where it does not stand on this line. */
function closing(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++
      else return at + 1
    }
  }
  return end + 1
}
