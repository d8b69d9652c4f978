/**
 * Offset at which lists and mappings stand more than `limit` levels inside each other, or -1. A rough measure without
 * a parser: it follows indentation, dashes, brackets, quotes and comments line by line, and takes a continued line of
 * plain text for a new one. What it misses the reader meets later, on what was parsed.
 */
export function tooDeep(text: string, limit: number): number {
  const columns: number[] = []
  let flow = 0
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
      const spaced = at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\r'
      if (char === ' ') at++
      else if (char === '#' && (at === lineStart || text[at - 1] === ' ')) break
      else if (fresh && (char === '"' || char === "'")) {
        quote = char
        at++
      } else if (fresh && (char === '[' || char === '{')) {
        flow++
        at++
      } else if (flow > 0 && (char === ']' || char === '}')) {
        flow--
        at++
      } else if (flow > 0 && char === ',') {
        fresh = true
        at++
      } else if ((fresh && (char === '-' || char === '?') && spaced) || (char === ':' && spaced)) {
        const column = at - lineStart
        if (char !== ':' && (columns.at(-1) ?? -1) < column) columns.push(column)
        fresh = true
        at++
      } else if (fresh && (char === '|' || char === '>') && flow === 0) {
        literal = columns.at(-1) ?? 0
        break
      } else {
        fresh = false
        at++
      }
      if (columns.length + flow > limit) return Math.min(at, text.length - 1)
    }
    lineStart = end + 1
  }
  return -1
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
