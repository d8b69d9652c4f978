import type { Plan } from '../../core/model.ts'
import { countPhrases } from '../counts.ts'
import type { Page, Section } from '../sentences.ts'
import type { Words } from '../words.ts'

/**
 * What a plan of merged files says of drift. A plan tells what an apply would do, which is the reverse of what somebody did
 * in DingTalk; so the heading, the counts and the title of every list say that this is what would be put back.
 */
export function driftHead(
  { changes, refusals, unopened = [] }: Plan,
  words: Words,
): Pick<Page, 'title' | 'counts' | 'state'> {
  const { drift } = words.page
  const [first, ...rest] = changes.length === 0 ? [] : countPhrases({ changes }, words)
  const agree = unopened.length > 0 ? drift.agreeButSealed : drift.agree
  return {
    title: drift.title,
    counts: first === undefined ? [] : [drift.back(first), ...rest],
    state: [
      ...(changes.length > 0 ? [drift.found] : refusals.length > 0 ? [] : [agree]),
      ...(refusals.length > 0 ? [drift.stopped] : []),
    ],
  }
}

/** Gives a list of changes a title that says what it is a list of. */
export function puttingBack({ page }: Words): (section: Section) => Section {
  return (section) => ({ ...section, title: page.drift.section(section.title) })
}

/** How drift ends: what was changed is put back, or the files follow it. */
export function waysOut({ changes, refusals, hash }: Plan, { page: { drift } }: Words): string[] {
  if (changes.length === 0) return refusals.length > 0 ? [drift.unblock] : []
  const actions = new Set(changes.map(({ action }) => action))
  const edited = [...actions].some((action) => action !== 'create' && action !== 'delete')
  return [
    refusals.length > 0 ? drift.unblock : drift.revert(hash),
    drift.accept,
    ...(actions.has('create') ? [drift.acceptNew] : []),
    ...(edited ? [drift.acceptEdited] : []),
    ...(actions.has('delete') ? [drift.acceptGone] : []),
    drift.masked,
    drift.close,
  ]
}
