import type { Lockfile } from '../lockfile.ts'
import type { Refusal } from '../model.ts'
import type { Judgement } from '../prove.ts'
import type { GuardInput } from './input.ts'

/** Department and role ids are given by DingTalk, and are nobody else's; fewer than this may all have been removed. */
const TELLING = 3

/**
 * Refuses a lock that DingTalk contradicts: changed by hand, older than the company, or another company's. What it would
 * do to the wrong department cannot be undone, so nothing is written until the lock is proven or rebuilt.
 */
export function doubtfulLock({ lock, judged, company, olderLock }: GuardInput): Refusal[] {
  return [...(olderLock ? [OLDER] : []), ...contradicted(judged), ...foreign(lock, judged, company)]
}

const OLDER: Refusal = {
  code: 'lock-older',
  message: 'the lock is one that an earlier apply on this machine left, and a later apply has replaced it since',
  hint: 'take the newest rollbook.lock.json from git; if this is the right one, "rollbook lock verify" proves it, and then it is taken; or run "rollbook lock rebuild"',
  refs: [],
}

function contradicted(judged: readonly Judgement[]): Refusal[] {
  const entries = judged.filter(({ verdict }) => verdict === 'contradicted')
  if (entries.length === 0) return []
  const told = entries.map(({ ref, id, other }) => {
    const found = other === undefined || other === id ? '' : ` (DingTalk: ${other})`
    return `${ref.kind} "${ref.key}" is not ${id}${found}`
  })
  return [
    {
      code: 'lock-contradicted',
      message: `DingTalk contradicts ${entries.length} entries of the lock: ${told.join('; ')}`,
      hint: 'take the last good rollbook.lock.json from git; "rollbook lock verify" shows every entry, "rollbook lock rebuild" makes the lock anew from DingTalk and the files',
      refs: entries.map(({ ref }) => ref),
      entries,
    },
  ]
}

/**
 * Userids are names that two companies may share, so only the ids that DingTalk gives tell a company. Where the lock
 * names its company, and DingTalk says that this is the one, they were all removed.
 */
function foreign(lock: Lockfile, judged: readonly Judgement[], company: string): Refusal[] {
  const given = judged.filter(({ ref }) => ref.kind === 'department' || ref.kind === 'role')
  const known = judged.some(({ verdict }) => verdict !== 'gone')
  if (company === 'proven' && lock.corp !== null) return []
  if (!known || given.length < TELLING || given.some(({ verdict }) => verdict !== 'gone')) return []
  const writtenFor = lock.corp === null ? '' : ` (the lock was written for ${lock.corp})`
  return [
    {
      code: 'wrong-company',
      message: `none of the ${given.length} departments and roles that the lock lists exists in this company${writtenFor}`,
      hint: 'check that the credential and the folder are of the same company; if all of them were really removed there, run "rollbook lock rebuild"',
      refs: [],
      company: { shownBy: 'ids', corp: '', other: lock.corp ?? '', n: given.length },
    },
  ]
}
