import { closeSync, lstatSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_BYTES } from './load-scan.ts'
import { readOrdinary } from './read-file.ts'

/** What stands at a path before somebody writes there; `blocked`: a link, or something that is no file or folder. */
export type Standing = { readonly is: 'nothing' | 'blocked' } | { readonly is: 'file'; readonly text: string }

/** Looks at a path below a folder without following a link on the way. */
export function standing(root: string, path: string): Standing {
  const parts = path.split('/')
  for (let depth = 1; depth <= parts.length; depth++) {
    const at = join(root, ...parts.slice(0, depth))
    const status = lstatSync(at, { throwIfNoEntry: false })
    if (status === undefined) return { is: 'nothing' }
    const fits = depth < parts.length ? status.isDirectory() : status.isFile()
    if (!fits) return { is: 'blocked' }
  }
  return { is: 'file', text: readOrdinary(join(root, path), MAX_BYTES).toString('utf8') }
}

/** Makes a file that is not there yet, and the folders above it. @throws where it is there after all. */
export function writeNew(root: string, path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  const file = openSync(join(root, path), 'wx', 0o644)
  try {
    writeSync(file, text)
  } finally {
    closeSync(file)
  }
}
