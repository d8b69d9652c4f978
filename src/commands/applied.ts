import type { Lockfile } from '../core/lockfile.ts'
import type { Directory, Value } from '../core/model.ts'
import { equal } from '../core/value.ts'
import { loadBase } from '../io/base-directory.ts'
import { commitIfAny, haveSameFiles } from '../io/commit.ts'
import type { Drawn } from './draw.ts'

/** An apply that left nothing over: its plan, the lock as it is now, and whether the run changed that. */
export interface Ended extends Pick<Drawn, 'desired'> {
  readonly directory: string
  readonly plan: Pick<Drawn['plan'], 'refresh' | 'reading'> & { readonly base?: string }
  readonly lock: Lockfile
  readonly changed: boolean
}

/**
 * The lock with the commit whose files DingTalk now equals: HEAD, where the files that were applied are those of HEAD. A
 * run that did nothing notes it only where the files say something else than at the commit noted so far, so that the
 * lock is not committed again after every run.
 */
export async function noteApplied(ended: Ended): Promise<Lockfile> {
  const { directory, desired, plan, lock, changed } = ended
  if (plan.reading.gaps.length > 0 || Object.keys(lock.resources).length === 0) return lock
  const head = await commitIfAny(directory, 'HEAD')
  if (head === null || head === lock.applied) return lock
  const known = lock.applied === undefined ? null : await commitIfAny(directory, lock.applied)
  // What was not read equals the files only if it did at the commit that the read was narrowed to.
  const since = plan.refresh === 'full' ? true : await isBase(directory, known, plan.base)
  if (!since) return lock
  if (!changed && lock.applied !== undefined) {
    // In a shallow clone nobody can tell what the files said then.
    if (known === null || (await haveSameFiles(directory, known, head))) return lock
    if (await saidAt(known, ended)) return lock
  }
  return (await saidAt(head, { directory, desired, lock })) ? { ...lock, applied: head } : lock
}

async function isBase(directory: string, known: string | null, base: string | undefined): Promise<boolean> {
  return known !== null && base !== undefined && haveSameFiles(directory, known, base)
}

/** Whether the files of a commit say the same as those at hand, however they put it. */
async function saidAt(commit: string, { directory, desired, lock }: Pick<Ended, 'directory' | 'desired' | 'lock'>) {
  const { language, departed } = desired.settings
  try {
    const then = await loadBase({ folder: directory, commit, lock, language })
    return then.settings.departed === departed && sameDirectory(then.directory, desired.directory)
  } catch {
    // Files that cannot be read as they were then are not known to be the same; the apply itself is done.
    return false
  }
}

function sameDirectory(a: Directory, b: Directory): boolean {
  return equal(a as { readonly [kind: string]: Value }, b as { readonly [kind: string]: Value })
}
