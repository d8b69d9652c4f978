import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadDirectory } from '../../src/io/load.ts'
import { readOrdinary, Unread } from '../../src/io/read-file.ts'
import { temporaryFolder } from '../support/files.ts'

/** Folders as somebody would make them who wants another file read, a run stopped, or a file missed on another system. */

type Make = (folder: string) => void
const person = 'userid: lilei\nname: 李雷\n'

const file =
  (path: string, text = ''): Make =>
  (folder) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
const link =
  (path: string, target: string): Make =>
  (folder) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    symlinkSync(target, join(folder, path))
  }
const pipe =
  (path: string): Make =>
  (folder) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    execFileSync('mkfifo', [join(folder, path)])
  }

const LINKS: [string, Make, string][] = [
  ['a person', link('departments/a.yaml', '/etc/hostname'), 'departments/a.yaml'],
  [
    'a person, to the environment of this process',
    link('departments/a.yaml', '/proc/self/environ'),
    'departments/a.yaml',
  ],
  ['a person, to nothing', link('departments/a.yaml', 'nowhere.yaml'), 'departments/a.yaml'],
  ['a person, to itself', link('departments/a.yaml', 'a.yaml'), 'departments/a.yaml'],
  ['a person, out of the directory', link('departments/a.yaml', '../../../etc/passwd'), 'departments/a.yaml'],
  ['a person, to a device', link('departments/a.yaml', '/dev/zero'), 'departments/a.yaml'],
  ['a department', link('departments/a', '/etc'), 'departments/a'],
  ['a department, to its parent', link('departments/a', '.'), 'departments/a'],
  [
    'the settings of a department',
    link('departments/a/department.yaml', '/etc/hostname'),
    'departments/a/department.yaml',
  ],
  ['roles/', link('roles', '/etc'), 'roles'],
  ['a role group', link('roles/a.yaml', '/etc/hostname'), 'roles/a.yaml'],
  ['the settings', link('rollbook.yaml', '/etc/hostname'), 'rollbook.yaml'],
  ['the lock', link('rollbook.lock.json', '/etc/hostname'), 'rollbook.lock.json'],
]

const PIPES: [string, Make, string][] = [
  ['a person', pipe('departments/a.yaml'), 'departments/a.yaml'],
  ['the settings of a department', pipe('departments/a/department.yaml'), 'departments/a/department.yaml'],
  ['a role group', pipe('roles/a.yaml'), 'roles/a.yaml'],
  ['the settings', pipe('rollbook.yaml'), 'rollbook.yaml'],
  ['the lock', pipe('rollbook.lock.json'), 'rollbook.lock.json'],
]

const NAMES: [string, string, string][] = [
  ['of a device', 'CON', 'unportable-name'],
  ['of a device in small letters', 'nul', 'unportable-name'],
  ['of a device with something behind it', 'Aux.backup', 'unportable-name'],
  ['of a numbered device', 'com1', 'unportable-name'],
  ['that ends in a space', '研发部 ', 'unportable-name'],
  ['that ends in a dot', '研发部.', 'unportable-name'],
  ['with a colon', '研发:一部', 'unportable-name'],
  ['with a backslash', '研发\\一部', 'unportable-name'],
  ['with a star', '研发*', 'unportable-name'],
  ['with a direction mark', '研发\u202E部', 'forbidden-characters'],
  ['with an escape', '研发\u001B[31m', 'forbidden-characters'],
  ['with a line break', '研发\n部', 'forbidden-characters'],
  ['with a space without width', '研发\u200B部', 'forbidden-characters'],
  ['with a joiner between Chinese characters', '研发\u200D部', 'forbidden-characters'],
  ['with a filler', '研发\u3164', 'forbidden-characters'],
  ['with a tag character', '研发\u{E0041}', 'forbidden-characters'],
  ['with a number that is no character', '研发\uFFFE', 'forbidden-characters'],
  ['with a number not given to a character', '研发\u0378', 'forbidden-characters'],
]

async function problemsOf(...make: Make[]) {
  const folder = await temporaryFolder({ 'departments/lilei.yaml': person })
  for (const each of make) each(folder)
  return (await loadDirectory(folder, { language: 'en' })).problems
}

const onPosix = test.runIf(process.platform === 'linux')

onPosix.each(LINKS)('a link in the place of %s is not followed', async (_, make, path) => {
  const problems = await problemsOf(make)
  expect(problems).toContainEqual(expect.objectContaining({ code: 'unexpected-file', file: path }))
  expect(JSON.stringify(problems)).not.toMatch(/root:|PATH=/)
})

onPosix.each(PIPES)('a pipe in the place of %s is not waited for', async (_, make, path) => {
  expect(await problemsOf(make)).toContainEqual(expect.objectContaining({ code: 'unexpected-file', file: path }))
})

onPosix('a socket is no file', async () => {
  const folder = await temporaryFolder({ 'departments/lilei.yaml': person })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(join(folder, 'departments/a.yaml'), resolve))
  onTestFinished(() => void server.close())
  const { problems } = await loadDirectory(folder, { language: 'en' })
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['unexpected-file', 'departments/a.yaml']])
})

onPosix('what became a link, a pipe or a device after it was listed is not read either', async () => {
  const folder = await temporaryFolder({ 'large.yaml': 'x'.repeat(100) })
  link('link.yaml', '/etc/hostname')(folder)
  pipe('pipe.yaml')(folder)
  expect(() => readOrdinary(join(folder, 'link.yaml'), 10)).toThrow(/ELOOP/)
  expect(() => readOrdinary(join(folder, 'pipe.yaml'), 10)).toThrow(Unread)
  expect(() => readOrdinary('/dev/zero', 10)).toThrow(Unread)
  expect(() => readOrdinary(join(folder, 'large.yaml'), 99)).toThrow(Unread)
  expect(readOrdinary(join(folder, 'large.yaml'), 100)).toHaveLength(100)
})

onPosix.each(NAMES)('a folder with a name %s is refused', async (_, name, code) => {
  const problems = await problemsOf(file(`departments/${name}/a.md`))
  expect(problems.map((problem) => problem.code)).toContain(code)
})

onPosix.each([
  ['capital letters', 'Sales', 'SALES'],
  ['the way an accent is stored', 'Cafe\u0301', 'Caf\u00e9'],
  ['both', 'CAFE\u0301', 'caf\u00e9'],
])('two folders whose names differ in %s alone are refused', async (_, one, other) => {
  const problems = await problemsOf(file(`departments/${one}/a.md`), file(`departments/${other}/a.md`))
  expect(problems.map(({ code }) => code)).toContain('unportable-name')
})

onPosix('a name that is not UTF-8 is refused', async () => {
  const problems = await problemsOf((folder) =>
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/departments/`), Buffer.from([0xff])])),
  )
  expect(problems.map(({ code }) => code)).toContain('unportable-name')
})

test('names as companies have them are accepted', async () => {
  const names = ['研发部', 'R&D (北京)', 'Zoë', 'می‌خواهم', '👩‍💻 团队', '一部.二组', '㐂𰻞', 'Console', 'com']
  expect(await problemsOf(...names.map((name) => file(`departments/${name}/a.md`)))).toEqual([])
})

test('folders more than 64 inside each other, and more than 50 MiB of files, are refused', async () => {
  const deep = await problemsOf(file(`departments/${'a/'.repeat(80)}a.md`))
  expect(deep.map(({ code }) => code)).toContain('directory-too-large')
  const comment = `${`# ${'x'.repeat(1020)}\n`.repeat(1024)}`
  const large = await problemsOf(
    ...Array.from({ length: 52 }, (_, index) => file(`departments/f${index}.yaml`, comment)),
  )
  expect(large.filter(({ code }) => code === 'directory-too-large')).toHaveLength(1)
})

onPosix('more than 100,000 files are refused', async () => {
  const problems = await problemsOf((folder) => {
    for (let index = 0; index < 100_001; index++) writeFileSync(join(folder, `departments/.${index}`), '')
  })
  expect(problems.map(({ code }) => code)).toEqual(['directory-too-large'])
})
