import { createHash } from 'node:crypto'
import { type Api, type Cause, causeOf } from './api.ts'
import { type BranchCommit, commitOn } from './branch-commit.ts'
import { branchHead, makeBranch } from './tree.ts'

/** Where the branches stand that offer to accept drift; the rest of the name is a digest of what one of them holds. */
export const ACCEPT_PREFIX = 'rollbook/accept-'

/** What is offered: the same files always on the same branch. */
export interface Offer extends Omit<BranchCommit, 'branch'> {
  /** The commit that the files were compared at. */
  readonly head: string
}

/** The branch that holds the offer, or why there is none. */
export type Offered = { readonly branch: string } | { readonly cause: Cause }

/**
 * A branch of one commit on top of `head`. One that is there already with anything on it is left as it is: it is this
 * offer, perhaps with what somebody added. Nothing that GitHub refuses is thrown.
 */
export async function offerBranch(api: Api, { head, ...offer }: Offer): Promise<Offered> {
  const digest = createHash('sha256').update(JSON.stringify(offer.files)).digest('hex').slice(0, 16)
  const branch = ACCEPT_PREFIX + digest
  try {
    // A run that ended between the two calls left a branch with nothing on it.
    const made = await makeBranch(api, branch, head)
    if (made || (await branchHead(api, branch)) === head) await commitOn(api, { ...offer, branch }, head)
    return { branch }
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return { cause }
  }
}
