import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LOCK_FILE } from './lockfile.ts'

/** The folder holds files already: an import would mix two companies, or overwrite somebody's work. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse'
  readonly found: string

  constructor(found: string) {
    super(`${found} is there already`)
    this.found = found
  }
}

/** What may stand in the folder already: notes, hidden files. */
const HARMLESS = /^\.|\.md$/

/** @throws DirectoryInUse where the folder holds anything that an import would mix with its own files. */
export async function refuseInUse(directory: string): Promise<void> {
  const found = (await namesIn(directory)).find((name) => !HARMLESS.test(name))
  if (found !== undefined) throw new DirectoryInUse(join(directory, found))
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Writes one file of a folder that nobody else knows yet. */
export async function writeNew(folder: string, path: string, text: string): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, text)
}

/**
 * Moves what was made beside it into the directory. The lock comes last: files without it are adopted by the next apply, a
 * lock without its files would be deletions.
 */
export async function putInPlace(draft: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  const names = await readdir(draft)
  for (const name of names.filter((each) => each !== LOCK_FILE)) await rename(join(draft, name), join(target, name))
  await rename(join(draft, LOCK_FILE), join(target, LOCK_FILE))
}
