import type { Change, Ref } from './model.ts'

/** Why something that DingTalk has is not in the files. */
export const leftOutReasons = ['invisible', 'not-allowed', 'reserved', 'associated', 'contradicts', 'too-many'] as const

/** A field that DingTalk has and the files cannot hold (no field: the whole resource), and why. */
export interface LeftOut {
  readonly ref: Ref
  readonly field?: string
  readonly why: (typeof leftOutReasons)[number]
  /** Of `contradicts`: what the files cannot say together, in the reader's language, where their own check found it. */
  readonly message?: string
}

/** What became of the marks that an import puts on departments. */
export interface Marks {
  readonly written: number
  /** Departments that carry another system's mark: it stays. */
  readonly foreign: number
  /** DingTalk did not take them. */
  readonly refused: number
}

/** What an import made of a company. */
export interface ImportReport {
  readonly corp: string | null
  /** Departments without the root. */
  readonly counts: { readonly departments: number; readonly people: number; readonly roles: number }
  readonly leftOut: readonly LeftOut[]
  /** What the next plan would change although nobody edited anything: empty, unless DingTalk holds what files cannot say. */
  readonly changes: readonly Change[]
  /** Where they were asked for. */
  readonly marks?: Marks
}
