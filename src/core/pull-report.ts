import type { Difference, DriftBase } from './drift.ts'
import type { Change, Place, Ref } from './model.ts'
import type { Problem } from './problem.ts'

/**
 * Why something was not taken. `unnamed`: it names something that the files do not have (in `names`). `by-hand`: its file
 * is written in a way that a machine should not touch. `not-empty`: something else still stands in the folder or file.
 * `not-allowed`: the format takes no such value. `mark`: only a write to DingTalk could mend it. `no-recipients`: it is
 * sealed, and there is nobody to seal the new value for. `system`: DingTalk keeps it itself. `circle`: taken over, who is
 * above whom would go round in a circle (`names` is who would come to be above). `exchanged`: roles handed their names
 * round, and the lock has them as they were. `unsettled`: the files would differ from DingTalk all the same. `invalid`: the
 * files would have a mistake (in `problem`), mostly because something else was not taken.
 */
export const notTakenReasons = [
  'unnamed',
  'by-hand',
  'not-empty',
  'not-allowed',
  'mark',
  'no-recipients',
  'system',
  'circle',
  'exchanged',
  'unsettled',
  'invalid',
] as const

/** Something that was not taken, and why. */
export interface NotTaken {
  readonly ref: Ref
  readonly why: (typeof notTakenReasons)[number]
  readonly field?: string
  readonly names?: Ref
  readonly problem?: Problem
}

/** What was taken over from DingTalk into the files. */
export interface PulledThing {
  readonly ref: Ref
  /** `changed` in DingTalk, `removed` there, or `added` to the files, which did not have it. */
  readonly what: 'changed' | 'removed' | 'added'
  /** From what the files said to what they say now. */
  readonly change: Change
  /** Where it stands now; where it stood, of what is removed. */
  readonly place?: Place
}

/** What a pull did, or would do. */
export interface PullReport {
  readonly corp: string | null
  readonly base: DriftBase
  /** Whether anything was written. */
  readonly written: boolean
  readonly taken: readonly PulledThing[]
  /** Both sides changed the same since the last apply, each in its own way: left alone. */
  readonly conflicts: readonly Difference[]
  readonly notTaken: readonly NotTaken[]
  /** What the files changed and no apply has written yet: it stays as it is. */
  readonly intended: readonly Ref[]
  /** Seen in DingTalk, and in no file. */
  readonly unmanaged: readonly Ref[]
  /** Named to be pulled, and nothing about them differs. */
  readonly same: readonly string[]
  /** Files that were written (`file`), and taken away. */
  readonly files: readonly { readonly file: string; readonly change: 'written' | 'removed' }[]
  /** How much the next plan would change. */
  readonly changes: number
}
