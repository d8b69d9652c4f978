import type { Identified } from '../identify.ts'
import type { Lockfile } from '../lockfile.ts'
import type { Change, Reading, Ref } from '../model.ts'
import type { Judgement } from '../prove.ts'
import type { Settings } from '../settings.ts'

/** What the guard judges: the changes, and everything that may be wrong with how they came about. */
export interface GuardInput {
  readonly changes: readonly Change[]
  /** How many resources the lock would learn of without a write. */
  readonly adopted: number
  readonly reading: Reading
  readonly settings: Settings
  /** `rollbook.yaml` at the base commit, where one was named: a plan has to pass under both. */
  readonly base?: Settings
  readonly identified: Pick<Identified, 'actual' | 'ids' | 'desired' | 'whole'>
  readonly lock: Lockfile
  /** What the vendor says of the company that the files name: `unproven` where it says nothing. */
  readonly company: 'proven' | 'wrong' | 'unproven'
  /** Whether an id of the lock stands in DingTalk. */
  readonly exists: (kind: string, id: string) => boolean
  /** Every entry of the lock, held against DingTalk. */
  readonly judged: readonly Judgement[]
  /** Whether this machine had this very lock before, and a later one since. */
  readonly olderLock: boolean
  readonly replaceable: readonly string[]
  /** What stands directly in a department and is not ours: departments and people, as `#` and the id. */
  readonly unmanagedIn: (departmentKey: string) => readonly (Ref & { readonly name?: string })[]
  /** Heads of a department in DingTalk by userid, stated in the files or not; none where they were not read. */
  readonly headsOf: (departmentKey: string) => readonly string[]
  /** Needed for plans that take an account away (see `takesAccounts`); left out, such plans are refused. */
  readonly administrators?: Administrators
  /** Ids of what the app has its contact scope through, besides the root department. */
  readonly access: { readonly departments: readonly string[]; readonly users: readonly string[] }
}

/** Who administers the company, by userid; or why nobody could say. */
export type Administrators =
  | { readonly super: readonly string[]; readonly sub: readonly string[] }
  | { readonly unread: string }
