import { watched } from './child.ts'

/** What a row of inputs did: who misbehaved and how, and which one took longest. */
export interface Report {
  readonly misbehaved: readonly { readonly nth: number; readonly how: string }[]
  readonly slowest: { readonly nth: number; readonly milliseconds: number }
}

/**
 * Lets processes of their own go through the items `from` to `to`. One that dies (out of memory, out of stack, an abort
 * of Node itself) or makes no step for long is replaced behind the item that it was at. Whatever took more than a second
 * of the processor, or made no step, is tried twice more by itself: a busy machine is no slow input.
 */
export async function watch(
  program: string,
  words: readonly (string | number)[],
  [from, to]: readonly [from: number, to: number],
): Promise<Report> {
  const misbehaved: { nth: number; how: string }[] = []
  let slowest = { nth: -1, milliseconds: -1 }
  for (let next = from; next < to; ) {
    const { said, nth, how, silent } = await watched(program, [...words, next, to])
    next = to
    for (const each of said) {
      if (each.slowest && each.slowest.milliseconds > slowest.milliseconds) slowest = each.slowest
      if (each.nth === undefined) continue
      for (const wrong of each.wrong ?? []) misbehaved.push({ nth: each.nth, how: wrong })
      if (each.slow !== undefined && (await isSlow(program, words, each.nth)))
        misbehaved.push({ nth: each.nth, how: `${each.slow} ms, by the clock and of the processor` })
    }
    if (how === undefined) continue
    if (!silent || (await isSlow(program, words, nth))) misbehaved.push({ nth, how })
    next = nth + 1
  }
  return { misbehaved, slowest }
}

async function isSlow(program: string, words: readonly (string | number)[], nth: number): Promise<boolean> {
  for (let again = 0; again < 2; again++) {
    const { said, how } = await watched(program, [...words, nth, nth + 1])
    if (how === undefined && !said.some(({ slow }) => slow !== undefined)) return false
  }
  return true
}
