import type { Refusal } from '../model.ts'
import type { GuardInput } from './input.ts'

/** Another company's credential or lock, a file that names another company than the base commit, and empty files. */
export function company(input: GuardInput): Refusal[] {
  return [...wrongCompany(input), ...emptyDesired(input)]
}

function wrongCompany({ settings, base, lock, company, exists }: GuardInput): Refusal[] {
  const refuse = (message: string, hint: string): Refusal[] => [{ code: 'wrong-company', message, hint, refs: [] }]
  const named = settings.corp ?? base?.corp ?? null
  if (company === 'wrong')
    return refuse(
      `DingTalk says that this app does not belong to the company ${named}`,
      'check DINGTALK_CLIENT_ID, and "corp" in rollbook.yaml',
    )
  if (base?.corp !== undefined && base.corp !== null && settings.corp !== null && base.corp !== settings.corp)
    return [
      {
        ...refuse(
          `rollbook.yaml names the company ${settings.corp}, but at the base commit it names ${base.corp}`,
          'use the folder of the right company; a directory is never turned from one company to another',
        )[0],
        base: true,
      } as Refusal,
    ]
  if (named !== null && lock.corp !== null && named !== lock.corp)
    return refuse(
      `rollbook.yaml names the company ${named}, but the lock was written for ${lock.corp}`,
      'use the folder of the right company; a lock is never moved from one company to another',
    )
  const locked = Object.entries(lock.resources).flatMap(([kind, entries]) =>
    Object.values(entries).map(({ id }) => ({ kind, id })),
  )
  if (locked.length > 0 && company !== 'proven' && !locked.some(({ kind, id }) => exists(kind, id)))
    return refuse(
      `nothing that the lock lists exists in this company (${locked.length} entries)`,
      'check that the credential is of the right company; if everything there was really deleted, remove rollbook.lock.json',
    )
  return []
}

function emptyDesired({ identified, lock }: GuardInput): Refusal[] {
  const stated = Object.entries(identified.desired).some(([, models]) => Object.keys(models).some((key) => key !== '/'))
  const owned = Object.values(lock.resources).some((entries) => Object.keys(entries).length > 0)
  if (stated || !owned) return []
  return [
    {
      code: 'empty-desired',
      message: 'the files describe nobody and nothing, but the lock lists resources that are ours',
      hint: 'check that the folder is the right one and was checked out whole',
      refs: [],
    },
  ]
}
