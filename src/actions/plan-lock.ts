import { lockPath } from '../commands/lock-copy.ts'
import { annotate } from '../github/annotations.ts'
import { apiOptionsFrom, causeOf, connectGitHub } from '../github/api.ts'
import type { GitHubEvent } from '../github/event.ts'
import { isLockEdited } from '../github/lock-edited.ts'
import { applyWords } from './apply-words.ts'
import { InputInvalid, type Inputs, type Job, languagesOf, said } from './job.ts'
import { fetchLock } from './lock-store.ts'
import { remark } from './report.ts'

/**
 * Looks after the lock of a preview: fetches it where it is kept on a branch of its own, and says whether the pull
 * request changes the one that stands beside the files. Where GitHub cannot be asked about that, a warning says so.
 *
 * @throws InputInvalid without a token where the lock has to be fetched; what GitHub refuses of that; LockInvalid.
 */
export async function prepareLock(job: Job, inputs: Inputs, event: GitHubEvent): Promise<{ readonly edited: boolean }> {
  const { token, directory, lockStore } = inputs
  if (token === '') {
    if (lockStore === 'branch') throw new InputInvalid('github-token')
    return { edited: false }
  }
  const api = await connectGitHub(apiOptionsFrom(job.env, token))
  if (lockStore === 'branch') await fetchLock(api, inputs, '')
  if (event.name !== 'pull_request') return { edited: false }
  const path = lockPath(directory)
  try {
    const edited = await isLockEdited(api, { base: event.base, head: event.head, path })
    const text = said(applyWords.edited, languagesOf(inputs.language))
    if (edited) job.runner.write(annotate([{ level: 'error', file: path, line: 1, text }]).lines)
    return { edited }
  } catch (error) {
    if (causeOf(error) === null) throw error
    remark(job, 'warning', said(applyWords.editedUnknown, languagesOf(inputs.language)))
    return { edited: false }
  }
}
