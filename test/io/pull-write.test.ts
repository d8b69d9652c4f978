import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FileChanged } from '../../src/core/file-changed.ts'
import { finishPull, writePull } from '../../src/io/pull/write.ts'
import { type FileTree, readFiles, removeTemporaryFolders, temporaryFolder } from '../support/files.ts'

/** What a pull writes, it writes as a whole or finishes the next time. */

afterAll(removeTemporaryFolders)

const tree: FileTree = {
  'departments/a/people.yaml': '- userid: x\n',
  'departments/b/people.yaml': '- userid: y\n',
  'departments/c/people.yaml': '- userid: z\n',
}
const edits = new Map<string, string | null>([
  ['departments/a/people.yaml', '- userid: x\n- userid: z\n'],
  ['departments/c/people.yaml', null],
])
const asRead = () => new Map(Object.entries(tree).map(([path, text]) => [path, Buffer.from(text)]))
const filesOf = async (folder: string) =>
  Object.fromEntries(Object.entries(await readFiles(folder)).filter(([path]) => !path.startsWith('.rollbook')))
const done = {
  'departments/a/people.yaml': '- userid: x\n- userid: z\n',
  'departments/b/people.yaml': '- userid: y\n',
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
/** The list that a run leaves behind. */
const list = JSON.stringify(
  [...edits].map(([path, text], index) => ({
    path,
    text: text === null ? null : index,
    was: digest(tree[path] ?? ''),
    becomes: text === null ? null : digest(text),
  })),
)

test('files are replaced and taken away, and a folder that is empty then goes too', async () => {
  const folder = await temporaryFolder(tree)
  writePull(folder, edits, asRead())
  expect(await filesOf(folder)).toEqual(done)
  expect(readdirSync(join(folder, 'departments'))).toEqual(['a', 'b'])
  expect(finishPull(folder)).toBe(false)
})

test.each([
  ['before the first file', []],
  ['after the first file', ['departments/a/people.yaml']],
] as const)('a run that died %s is finished by the next one', async (_, written) => {
  const staged = { '.rollbook/pull/0': done['departments/a/people.yaml'], '.rollbook/pull/list.json': list }
  const now = Object.fromEntries(written.map((path) => [path, done[path]]))
  const folder = await temporaryFolder({ ...tree, ...now, ...staged })
  expect(finishPull(folder)).toBe(true)
  expect(await filesOf(folder)).toEqual(done)
})

test('one that died before its list was there has changed nothing', async () => {
  const folder = await temporaryFolder({ ...tree, '.rollbook/pull/0': 'half' })
  expect(finishPull(folder)).toBe(false)
  expect(await filesOf(folder)).toEqual(tree)
})

test('a file that somebody changed meanwhile is left alone, and so is everything else', async () => {
  const folder = await temporaryFolder({ ...tree, 'departments/c/people.yaml': '- userid: zz\n' })
  expect(() => writePull(folder, edits, asRead())).toThrow(FileChanged)
  expect(await filesOf(folder)).toEqual({ ...tree, 'departments/c/people.yaml': '- userid: zz\n' })
})

test.each(['../x', 'rollbook.lock.json', 'departments/../../x'])('a list that leads to %s is refused', async (path) => {
  const wrong = JSON.stringify([{ path, text: 0, was: null, becomes: null }])
  const folder = await temporaryFolder({ ...tree, '.rollbook/pull/0': 'x', '.rollbook/pull/list.json': wrong })
  expect(() => finishPull(folder)).toThrow(/interrupted pull/)
})
