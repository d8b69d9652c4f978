import { readFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import type { Company } from './company.ts'

/** The company in a state file, or undefined when there is no such file. */
export async function loadCompany(file: string): Promise<Company | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const company = parsed(text)
  if (company?.format !== 'rollbook.emulator/1') throw new StateInvalid(file)
  return company
}

/** The file is none that an emulator wrote. */
export class StateInvalid extends Error {
  override name = 'StateInvalid'
  readonly hint = 'name another file with --state, or remove this one to start anew'

  constructor(file: string) {
    super(`${file} is not a state file of the emulator`)
  }
}

/** The parser's own message would quote the file, which is full of mobiles. */
function parsed(text: string): Company | null | undefined {
  try {
    return JSON.parse(text) as Company | null
  } catch {
    return undefined
  }
}

/**
 * Replaces the state file after writes. One save is on its way at any time and takes whatever is true when it begins; a
 * write is answered once a save that began after it is on disk, so a killed emulator forgets nothing it acknowledged.
 */
export function saver(file: string, company: () => Company): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined
        return writeFileAtomic(file, `${JSON.stringify(company(), null, 1)}\n`, { mode: 0o600 })
      })
    running = waiting
    return waiting
  }
}
