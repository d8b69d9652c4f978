/**
 * JSON read by hand, to say where it breaks and what it says twice. The engine's own parser gives no place in some
 * versions, and of two equal keys it silently keeps the last: after a careless merge that loses an entry.
 */

/** A value of a JSON text, and the offset at which it begins. */
export interface JsonNode {
  readonly at: number
  readonly value: null | boolean | number | string | readonly JsonNode[] | ReadonlyMap<string, JsonEntry>
}

/** A member of an object, and where its name stands. */
export interface JsonEntry extends JsonNode {
  readonly keyAt: number
}

/** Where a text stops being JSON. */
export class JsonBroken extends Error {
  override name = 'JsonBroken'
  readonly at: number
  readonly kind: 'ends' | 'unexpected' | 'twice' | 'deep'
  /** The key that stands twice. */
  readonly key: string

  constructor(kind: JsonBroken['kind'], at: number, key = '') {
    super(`${kind} at ${at}`)
    this.kind = kind
    this.at = at
    this.key = key
  }
}

/** A node as the plain value that it stands for. */
export function plainJson({ value }: JsonNode): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, node]) => [key, plainJson(node)]))
  return Array.isArray(value) ? value.map(plainJson) : value
}

/** Deeper than anything that Rollbook writes. */
const DEEPEST = 16

/**
 * The text as nodes.
 *
 * @throws JsonBroken at the first place that is not JSON, at a key that an object has twice, and at nesting beyond 16.
 */
export function readJson(text: string): JsonNode {
  let at = 0
  const node = value(0)
  space()
  if (at < text.length) throw new JsonBroken('unexpected', at)
  return node

  function space(): void {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1
  }

  function broken(): JsonBroken {
    return new JsonBroken(at >= text.length ? 'ends' : 'unexpected', Math.min(at, text.length))
  }

  function take(mark: string): boolean {
    space()
    if (text[at] !== mark) return false
    at += 1
    return true
  }

  function value(depth: number): JsonNode {
    space()
    if (depth > DEEPEST) throw new JsonBroken('deep', at)
    const start = at
    if (take('{')) return { at: start, value: object(depth + 1) }
    if (take('[')) return { at: start, value: array(depth + 1) }
    if (text[at] === '"') return { at: start, value: string() }
    const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
    word.lastIndex = at
    const found = word.exec(text)?.[0]
    if (found === undefined) throw broken()
    at += found.length
    return { at: start, value: JSON.parse(found) as null | boolean | number }
  }

  function object(depth: number): ReadonlyMap<string, JsonEntry> {
    const entries = new Map<string, JsonEntry>()
    if (take('}')) return entries
    for (;;) {
      space()
      const keyAt = at
      if (text[at] !== '"') throw broken()
      const key = string()
      if (entries.has(key)) throw new JsonBroken('twice', keyAt, key)
      if (!take(':')) throw broken()
      entries.set(key, { ...value(depth), keyAt })
      if (take('}')) return entries
      if (!take(',')) throw broken()
    }
  }

  function array(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = []
    if (take(']')) return items
    for (;;) {
      items.push(value(depth))
      if (take(']')) return items
      if (!take(',')) throw broken()
    }
  }

  function string(): string {
    const start = at
    const word = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y
    word.lastIndex = at
    const found = word.exec(text)?.[0]
    if (found === undefined) {
      const end = /["\u0000-\u001f]/.exec(text.slice(at + 1))
      throw end === null ? new JsonBroken('ends', text.length) : new JsonBroken('unexpected', at + 1 + end.index)
    }
    at += found.length
    try {
      return JSON.parse(found) as string
    } catch {
      throw new JsonBroken('unexpected', start)
    }
  }
}
