/**
 * The circles that one gets into by going on from each start: each circle once, beginning with its smallest member. Who
 * merely leads into one is no part of it.
 */
export function circles(
  starts: Iterable<string>,
  next: (key: string) => string | undefined,
): readonly (readonly [string, ...string[]])[] {
  const found: [string, ...string[]][] = []
  const settled = new Set<string>()
  for (const start of starts) {
    const walk: string[] = []
    const position = new Map<string, number>()
    let at: string | undefined = start
    while (at !== undefined && !settled.has(at) && !position.has(at)) {
      position.set(at, walk.length)
      walk.push(at)
      at = next(at)
    }
    const from = at === undefined ? undefined : position.get(at)
    for (const key of walk) settled.add(key)
    if (from === undefined) continue
    const circle = walk.slice(from)
    const lowest = circle.reduce((least, key, index) => (key < (circle[least] ?? '') ? index : least), 0)
    const [first = start, ...others] = [...circle.slice(lowest), ...circle.slice(0, lowest)]
    found.push([first, ...others])
  }
  return found
}
