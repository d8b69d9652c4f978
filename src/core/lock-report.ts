import type { Rebuilt } from './lock-rebuild.ts'
import type { Reading, Ref } from './model.ts'
import type { Judgement } from './prove.ts'

/** What both reports on a lock begin with: whose it is, and how far DingTalk could be read. */
interface LockReport {
  readonly corp: string | null
  readonly company: 'proven' | 'wrong' | 'unproven'
  readonly reading: Reading
  /** Departments that carry our marker and stand neither in the lock nor, when it is made anew, in the files. */
  readonly strays: readonly (Ref & { readonly id: string; readonly name: string })[]
}

/** The lock, entry by entry: what `lock verify` found. */
export interface ProofOfLock extends LockReport {
  readonly judgements: readonly Judgement[]
  /** In files and DingTalk and not in the lock: an apply takes them in. */
  readonly waiting: readonly (Ref & { readonly id: string })[]
  /** Problems of the files; where there are any, the lock was judged without the files. */
  readonly problems: number
  /** This machine had the lock before and a later one since, and departments that it does not list carry our mark. */
  readonly older: boolean
  /** Nothing is contradicted or gone, the read was whole and the company is the right one. */
  readonly sound: boolean
}

/** The lock that `lock rebuild` would write. */
export interface NewLock extends LockReport, Rebuilt {
  /** Entries of which DingTalk says something else even so: two things go by one key. */
  readonly doubtful: readonly Judgement[]
}
