/** Choices that depend on numbers in [0, 1) alone. */
export interface Choices {
  /** A whole number from 0, below `most`. */
  below(most: number): number
  one<T>(of: readonly T[]): T
  /** True once in `times`. */
  once(times: number): boolean
  /** Something made `least` to `most` times, put together. */
  many(least: number, most: number, make: () => string): string
}

/** Choices by a source of numbers. */
export function choicesBy(random: () => number): Choices {
  const below = (most: number) => Math.floor(random() * most)
  return {
    below,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    once: (times) => below(times) === 0,
    many: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make).join(''),
  }
}
