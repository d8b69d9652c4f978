import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FileChanged, PullInterrupted } from '../../src/core/file-changed.ts'
import { finishPull, writePull } from '../../src/io/pull/write.ts'
import { renderError } from '../../src/render/error.ts'
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

test('a run that died and a file that somebody edited since: both stay, and the way out is told and works', async () => {
  const staged = { '.rollbook/pull/0': done['departments/a/people.yaml'], '.rollbook/pull/list.json': list }
  const now = {
    'departments/a/people.yaml': done['departments/a/people.yaml'],
    'departments/c/people.yaml': '- userid: zz\n',
  }
  const folder = await temporaryFolder({ ...tree, ...now, ...staged })
  let stopped: unknown
  try {
    finishPull(folder)
  } catch (error) {
    stopped = error
  }
  expect(stopped).toBeInstanceOf(PullInterrupted)
  expect(await filesOf(folder)).toEqual({ ...tree, ...now })
  expect(renderError(stopped, { language: 'en', verbose: false })).toMatchInlineSnapshot(`
    "An earlier rollbook pull was interrupted, and somebody has edited departments/c/people.yaml since: it cannot be finished
      1 of its 2 files were written, the others still wait in .rollbook/pull; nothing was touched now
      What to do: look at the files with git diff and make them say what you want; then delete the folder .rollbook/pull and run rollbook pull again, which takes the changes of DingTalk once more
    "
  `)
  expect(renderError(stopped, { language: 'zh', verbose: false })).toMatchInlineSnapshot(`
    "上一次收回改动（rollbook pull）中断了，之后有人改过 departments/c/people.yaml，现在没法接着写
      要写的 2 个文件里，1 个已经写好，其余的还放在 .rollbook/pull 里；现在什么都没有动
      办法：用 git diff 看一下文件现在的样子，改成您要的样子，再删除文件夹 .rollbook/pull，重新运行 rollbook pull，钉钉里的改动会再收一遍
    "
  `)
  await rm(join(folder, '.rollbook/pull'), { recursive: true })
  expect(finishPull(folder)).toBe(false)
  writePull(
    folder,
    new Map([['departments/c/people.yaml', null]]),
    new Map([['departments/c/people.yaml', Buffer.from('- userid: zz\n')]]),
  )
  expect(await filesOf(folder)).toEqual(done)
})

test.each(['../x', 'rollbook.lock.json', 'departments/../../x'])('a list that leads to %s is refused', async (path) => {
  const wrong = JSON.stringify([{ path, text: 0, was: null, becomes: null }])
  const folder = await temporaryFolder({ ...tree, '.rollbook/pull/0': 'x', '.rollbook/pull/list.json': wrong })
  expect(() => finishPull(folder)).toThrow(/interrupted pull/)
})
