import type { Drifted } from '../commands/drift.ts'
import { type PullInput, PullRefused, takeOver } from '../commands/pull.ts'
import { PullUnsettled } from '../commands/pull-settle.ts'
import { countDrift } from '../core/drift.ts'
import { FileChanged } from '../core/file-changed.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import type { Both } from '../core/json-schema.ts'
import { offerBranch } from '../github/accept-branch.ts'
import type { Api } from '../github/api.ts'
import { driftWords } from './drift-words.ts'
import type { Inputs, Job } from './job.ts'
import { proposalAt } from './page.ts'

/** How the issue says that drift can be accepted; or why there is no branch for it. */
export type Acceptance =
  | { readonly offer: Both; readonly address: string | undefined }
  | { readonly without: Both }
  | null

/**
 * Puts the files with the drift accepted on a branch, which somebody may propose and merge. The working copy stays as it
 * is. Null where there is nothing to accept, or no branch is wanted.
 */
export async function acceptance(
  job: Job,
  api: Api,
  { directory, accept }: Inputs,
  drifted: Drifted,
  { head, input }: { readonly head: string; readonly input: PullInput },
): Promise<Acceptance> {
  if (accept === 'none' || countDrift(drifted.drift.differences).drift === 0) return null
  try {
    const { edits, conflicts, notTaken } = await takeOver(drifted, { ...input, dryRun: true })
    if (edits.size === 0) return { without: driftWords.accept.unwritable }
    const offered = await offerBranch(api, {
      head,
      headline: `Accept what was changed in DingTalk (${directory})`,
      body: 'Made by the action drift: the files as DingTalk is now.',
      files: [...edits].map(([path, content]) => ({ path: `${directory}/${path}`, content })),
    })
    if ('cause' in offered)
      return { without: driftWords.accept[offered.cause === 'permission' ? 'permission' : 'failed'] }
    const base = (job.env['GITHUB_REF'] ?? '').replace(/^refs\/heads\//, '')
    const left = conflicts.length + notTaken.length
    return { offer: driftWords.accept.offer(offered.branch, left), address: proposalAt(job, base, offered.branch) }
  } catch (error) {
    const expected = [PullUnsettled, PullRefused, IncompleteRead, FileChanged].some((kind) => error instanceof kind)
    if (!expected) throw error
    return { without: driftWords.accept.unwritable }
  }
}
