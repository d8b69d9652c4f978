import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/** Writes a file that a command makes, as a whole, and the folders above it; what was there before is replaced. */
export async function writeOutput(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFileAtomic(join(folder, name), text, { encoding: 'utf8' })
}
