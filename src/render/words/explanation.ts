import type { RefusalCode } from '../../core/model.ts'
import type { ProblemCode } from '../../core/problem.ts'

/** Exit codes of the command line, as `rollbook --help` promises them. */
export const exitCodes = ['0', '1', '2', '3', '4', '5', '64', '130', '143'] as const
export type ExitCode = (typeof exitCodes)[number]

/** What a code means: a title of a few words, and sentences that say why it is so and what to type instead. */
export interface Explanation {
  readonly title: string
  readonly text: string
}

/** Explanations of every code of ours; one that is missing does not compile. */
export interface Explanations {
  readonly problems: { readonly [code in ProblemCode]: Explanation }
  readonly refusals: { readonly [code in RefusalCode]: Explanation }
  readonly exits: { readonly [code in ExitCode]: Explanation }
}
