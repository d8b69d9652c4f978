import { afterAll, expect, test } from 'vitest'
import { built, watched } from '../hostile/child.ts'
import { removeTemporaryFolders } from '../support/files.ts'

/**
 * On Node 20 several texts of some hundred levels, read one after the other, end the process by a signal and not by an
 * exception: only a process that is still there afterwards shows that none of them came as far as that.
 */

afterAll(removeTemporaryFolders)

test('10,000 deep texts in one process are refused one by one, and the process goes on', async () => {
  const { said, nth, how } = await watched(await built('deep.ts'), [])
  expect(how).toBeUndefined()
  expect(said).toEqual([])
  expect(nth).toBe(9999)
})
