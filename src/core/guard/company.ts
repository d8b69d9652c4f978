import type { Refusal, WrongCompany } from '../model.ts'
import type { GuardInput } from './input.ts'

/** Another company's credential or lock, a file that names another company than the base commit, and empty files. */
export function company(input: GuardInput): Refusal[] {
  return [...wrongCompany(input), ...emptyDesired(input)]
}

function wrongCompany({ settings, base, lock, company, exists }: GuardInput): Refusal[] {
  const named = settings.corp ?? base?.corp ?? null
  const locked = Object.entries(lock.resources).flatMap(([kind, entries]) =>
    Object.values(entries).map(({ id }) => ({ kind, id })),
  )
  const refuse = (shownBy: WrongCompany['shownBy'], message: string, hint: string): Refusal => {
    const other = (shownBy === 'base' ? base?.corp : lock.corp) ?? ''
    const shown = { shownBy, corp: named ?? '', other, n: locked.length }
    return { code: 'wrong-company', message, hint, refs: [], company: shown }
  }
  if (company === 'wrong')
    return [
      refuse(
        'credential',
        `DingTalk says that this app does not belong to the company ${named}`,
        'check DINGTALK_CLIENT_ID, and "corp" in rollbook.yaml',
      ),
    ]
  if (base?.corp !== undefined && base.corp !== null && settings.corp !== null && base.corp !== settings.corp)
    return [
      {
        ...refuse(
          'base',
          `rollbook.yaml names the company ${settings.corp}, but at the base commit it names ${base.corp}`,
          'use the folder of the right company; a directory is never turned from one company to another',
        ),
        base: true,
      },
    ]
  if (named !== null && lock.corp !== null && named !== lock.corp)
    return [
      refuse(
        'lock',
        `rollbook.yaml names the company ${named}, but the lock was written for ${lock.corp}`,
        'use the folder of the right company; if only the lock is wrong, take its own from git, or run "rollbook lock rebuild"',
      ),
    ]
  if (locked.length > 0 && company !== 'proven' && !locked.some(({ kind, id }) => exists(kind, id)))
    return [
      refuse(
        'nothing',
        `nothing that the lock lists exists in this company (${locked.length} entries)`,
        'check that the credential is of the right company; if everything there was really deleted, run "rollbook lock rebuild"',
      ),
    ]
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
