import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WORKSPACE } from '../workspace.ts'
import type { PullEdits } from './edits.ts'

/** The directory as it would be. Only its owner may enter the copy, and it is gone before anything else happens. */
export async function copyWith(directory: string, copy: string, edits: PullEdits): Promise<void> {
  const gone = new Set([...edits.keys()])
  const copyFolder = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === WORKSPACE || gone.has(path)) continue
      if (entry.isDirectory()) await copyFolder(path)
      else if (entry.isFile()) {
        await mkdir(dirname(join(copy, path)), { recursive: true })
        await copyFile(join(directory, path), join(copy, path))
      }
    }
  }
  await copyFolder('')
  for (const [path, content] of edits) {
    if (content === null) continue
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), content)
  }
}
