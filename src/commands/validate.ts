import type { Problem } from '../core/problem.ts'
import { loadDirectory } from '../io/load.ts'
import { readLock } from '../io/lockfile.ts'

/** What to check, and in which language to speak of it; without one, that of `rollbook.yaml`. */
export interface ValidateInput {
  readonly directory: string
  readonly language?: 'zh' | 'en'
}

/** Everything that is wrong with the files, and how much there is of them. The root department is not counted. */
export interface Validation {
  readonly problems: readonly Problem[]
  readonly counts: { readonly departments: number; readonly people: number; readonly roles: number }
  /** The language in which the problems speak. */
  readonly language: 'zh' | 'en'
}

/** Checks files against their schemas and against each other: offline, without a credential, without writing. */
export async function validate({ directory, language }: ValidateInput): Promise<Validation> {
  const lock = await readLock(directory)
  const desired = await loadDirectory(directory, { lock, ...(language !== undefined && { language }) })
  const count = (kind: string) => Object.keys(desired.directory[kind] ?? {}).length
  return {
    problems: desired.problems,
    counts: { departments: count('department') - 1, people: count('user'), roles: count('role') },
    language: language ?? desired.settings.language,
  }
}
