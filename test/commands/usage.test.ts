import { expect, test } from 'vitest'
import { rollbook } from '../support/command.ts'

test.each([
  ['an operation that does not exist', ['api', 'getDepartmen'], 'getDepartment'],
  ['an operation that does not exist, to be described', ['api', 'getDepartmen', '--describe'], 'getDepartment'],
  ['an argument that the operation does not have', ['api', 'deleteUser', 'usrid=lilei'], 'did you mean userid?'],
])('%s is wrong usage and says what was probably meant', async (_, args, meant) => {
  const { code, stdout, stderr } = await rollbook([...args, '--lang', 'en'])
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toContain(meant)
  expect(stderr).not.toContain('mistake of Rollbook')
})
