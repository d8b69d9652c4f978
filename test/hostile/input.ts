import { randomNumbers } from '../../src/emulator/random.ts'
import { choicesBy } from './choices.ts'
import { extreme } from './extremes.ts'
import { soup, yamlText } from './grammar.ts'
import { mutated } from './mutate.ts'
import { valid } from './valid.ts'

/** A hostile file, and the file whose place it takes. */
export interface Input {
  readonly path: string
  readonly bytes: Buffer
}

const PATHS = Object.keys(valid)
/** Large texts take a hundred times as long as small ones. */
const ONE_LARGE_IN = 500

/** The nth hostile file of a seed: the same one wherever and whenever it is made. */
export function inputAt(seed: number, nth: number): Input {
  // Neighbouring seeds would begin alike; a step of the golden ratio keeps them apart.
  const choose = choicesBy(randomNumbers(seed + Math.imul(nth + 1, 0x9e3779b1)))
  const path = choose.one(PATHS)
  if (choose.once(ONE_LARGE_IN)) return { path, bytes: Buffer.from(extreme(choose)) }
  const text = choose.once(4) ? (valid[choose.one(PATHS)] ?? '') : (valid[path] ?? '')
  switch (choose.below(5)) {
    case 0:
      return { path, bytes: Buffer.from(yamlText(choose)) }
    case 1:
      return { path, bytes: mutated(yamlText(choose), choose) }
    case 2:
      return { path, bytes: Buffer.from(soup(choose)) }
    default:
      return { path, bytes: mutated(text, choose) }
  }
}
