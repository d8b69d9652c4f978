import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'

/** Files by their path below a folder, with `/`: `{ 'departments/研发部/people.yaml': '- userid: lilei\n' }`. */
export type FileTree = { readonly [path: string]: string }

const temporary = new Set<string>()
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
})

/** A new folder outside the project holding `files`; gone at the latest when the process ends. */
export async function temporaryFolder(files: FileTree = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-'))
  temporary.add(folder)
  await writeFiles(folder, files)
  return folder
}

/** Removes what `temporaryFolder` made in this process so far; meant for `afterEach(removeTemporaryFolders)`. */
export async function removeTemporaryFolders(): Promise<void> {
  const gone = [...temporary]
  temporary.clear()
  await Promise.all(gone.map((folder) => rm(folder, { recursive: true, force: true })))
}

/** Writes every file of the tree, making folders as needed; other files in the folder stay. */
export async function writeFiles(folder: string, files: FileTree): Promise<void> {
  const entries = Object.entries(files)
  const folders = new Set(entries.map(([path]) => dirname(join(folder, path))))
  for (const path of folders) await mkdir(path, { recursive: true })
  // In portions, so that a company of thousands of departments does not run out of file handles.
  for (let start = 0; start < entries.length; start += 128) {
    const portion = entries.slice(start, start + 128)
    await Promise.all(portion.map(([path, text]) => writeFile(join(folder, path), text)))
  }
}

/** The folder's files as a tree in the order of their paths, to compare before and after. */
export async function readFiles(folder: string): Promise<FileTree> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files: Record<string, string> = {}
  for (const path of paths.sort()) files[relative(folder, path).split(sep).join('/')] = await readFile(path, 'utf8')
  return files
}
