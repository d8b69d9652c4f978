import type { Reviewed } from '../core/reviewed.ts'
import type { Api } from '../github/api.ts'
import { readChecks } from '../github/check-run.ts'
import { type MergedPull, mergedPulls, unapplied } from '../github/merged.ts'
import { compareCommits } from '../github/tree.ts'
import type { Inputs } from './job.ts'
import { touches } from './turn.ts'

/** What may be applied now, and because of which pull requests. */
export interface Review {
  /** Pull requests that were merged since the last apply: each is told what came of it. */
  readonly pulls: readonly MergedPull[]
  /** What was shown; left out where nobody asks. */
  readonly reviewed?: readonly Reviewed[]
  /** Pull requests of which no preview is recorded. */
  readonly unrecorded: readonly number[]
  /** Nothing of the company changed since the last apply, which was whole. */
  readonly same: boolean
}

/** The commit that is applied, the branch it stands on, and the number of the app that our token speaks for. */
interface At {
  readonly head: string
  readonly branch: string
  readonly app: number
}

/**
 * What was reviewed: the previews of all pull requests since the last whole apply, each as it was for its last commit.
 * With a hash it is that plan alone that may run, and what is left of it if it already began on this commit.
 */
export async function reviewFor(
  api: Api,
  { directory: company, planHash, requireReview }: Inputs,
  { head, branch, app }: At,
): Promise<Review> {
  const { since, commits } = await unapplied(api, { head, company, app })
  const same = since !== null && !touches(company, since, await compareCommits(api, since, head))
  const pulls = await mergedPulls(api, commits, branch)
  const shown = await Promise.all(
    pulls.map(async ({ number, head }) => {
      const [newest] = await readChecks(api, { kind: 'plan', company, head, app })
      return { number, review: newest?.review ?? null }
    }),
  )
  const unrecorded = shown.flatMap(({ number, review }) => (review === null ? [number] : []))
  const found = { pulls, unrecorded, same }
  if (planHash !== '') return { ...found, reviewed: await dispatched(api, { company, head, app }, planHash) }
  return requireReview ? { ...found, reviewed: shown.flatMap(({ review }) => review ?? []) } : found
}

async function dispatched(
  api: Api,
  at: { readonly company: string; readonly head: string; readonly app: number },
  hash: string,
): Promise<Reviewed[]> {
  const earlier = await readChecks(api, { kind: 'apply', ...at })
  const begun = earlier.flatMap(({ conclusion, review }) =>
    conclusion !== 'success' && review?.hash === hash ? [review] : [],
  )
  return [{ hash, operations: null }, ...begun]
}
