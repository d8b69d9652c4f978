import { afterAll, expect, test } from 'vitest'
import { removeTemporaryFolders } from '../support/files.ts'
import { seedOfRun } from '../sweep/random.ts'
import { built } from './child.ts'
import { watch } from './watch.ts'

/** A sample of the hostile inputs (`npm run test:hostile` reads 100,000 of them). */

afterAll(removeTemporaryFolders)

const seed = seedOfRun('HOSTILE_SEED')
const reader = built('reader.ts')

test.each([
  ['files', 1000],
  ['trees', 40],
] as const)(
  'hostile %s end in findings: no crash, no hang, no other prototype',
  async (what, count) => {
    console.log(`HOSTILE_SEED=${seed} repeats these ${what}`)
    const { misbehaved } = await watch(await reader, [what, seed], [0, count])
    expect(misbehaved).toEqual([])
  },
  600_000,
)
