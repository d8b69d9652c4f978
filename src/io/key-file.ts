import { existsSync } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'

/** Why a key is not written to a place. */
export type KeyRefusal = 'exists' | 'no-folder' | 'in-directory' | 'in-git'

/**
 * Why a secret key must not be written there: a folder under version control is where it would be committed some day.
 * Null where nothing speaks against it.
 */
export async function keyRefusal(path: string, directory: string): Promise<KeyRefusal | null> {
  const full = resolve(path)
  if (!existsSync(dirname(full))) return 'no-folder'
  const folder = await realpath(dirname(full))
  if (existsSync(join(folder, basename(full)))) return 'exists'
  const root = existsSync(directory) ? await realpath(directory) : resolve(directory)
  if (folder === root || folder.startsWith(root + sep)) return 'in-directory'
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return 'in-git'
    if (at === dirname(at)) return null
  }
}

/** Writes a new key file that its owner alone may read; one that exists is never overwritten. */
export async function writeKeyFile(path: string, secret: string, recipient: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`# public key: ${recipient}\n${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
