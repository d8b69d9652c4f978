import { identify } from '../core/identify.ts'
import { LockInvalid } from '../core/lock-parse.ts'
import type { ProofOfLock } from '../core/lock-report.ts'
import { emptyLock } from '../core/lockfile.ts'
import { proveLock, strays } from '../core/prove.ts'
import { loadDirectory } from '../io/load.ts'
import { isOlderLock, rememberLock } from '../io/lock-memory.ts'
import { kinds } from '../kinds/index.ts'
import { readLockScene } from './lock-read.ts'
import type { PlanInput } from './plan.ts'

/** The proof, and in which language it is to be told. */
export interface Verified extends ProofOfLock {
  readonly language: 'zh' | 'en'
}

/**
 * Holds every entry of the lock against DingTalk, reading the details of every department. Writes nothing there, and on
 * this machine only that this lock was found to be true, so that it is not taken for an older one.
 *
 * @throws LockInvalid where the lock is none; nothing can be proven then.
 */
export async function verifyLock(input: PlanInput): Promise<Verified> {
  const desired = await loadDirectory(input.directory, input.language === undefined ? {} : { language: input.language })
  const { lock, snapshot, company } = await readLockScene(input, desired)
  if (lock instanceof LockInvalid) throw lock
  const invalid = desired.problems.length > 0
  const without = () => () => ''
  const found = invalid ? null : identify(kinds, desired, snapshot, lock, without)
  const ids = found === null || found.problems.length > 0 ? {} : found.ids
  const base = { kinds, lock, snapshot, marks: new Map() }
  const judgements = proveLock({ ...base, desired: invalid ? null : desired, ids })
  const marked = strays(base)
  const waiting = (found?.adopted ?? []).filter(({ ref }) => ref.kind !== 'department-settings')
  const older = isOlderLock(input.directory) && marked.length > 0
  const whole = snapshot.reading.gaps.length === 0 && company !== 'wrong'
  const sound = whole && !older && judgements.every(({ verdict }) => verdict === 'proven' || verdict === 'plausible')
  if (sound && marked.length === 0 && lock !== emptyLock) rememberLock(input.directory)
  return {
    corp: lock.corp,
    company,
    judgements,
    strays: marked,
    waiting: waiting.map(({ ref, id }) => ({ ...ref, id })),
    reading: snapshot.reading,
    problems: desired.problems.length,
    older,
    language: input.language ?? desired.settings.language,
    sound,
  }
}
