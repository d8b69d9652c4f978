import { EnvironmentError } from '../dingtalk/environment.ts'
import { type Opener, openerFor } from '../io/age.ts'
import { openSealed } from '../io/open-sealed.ts'
import type { Open } from './open-plan.ts'

/** Secret age keys (`AGE-SECRET-KEY-1…`), asked for when something has to be opened, and where they were found. */
export interface Secrets {
  readonly from: string
  read(): Promise<readonly string[]>
}

/** Opens with these keys. Without any, whatever has to be opened is a problem at its line. */
export function openWith(secrets: Secrets | undefined): Open {
  let opener: Opener | undefined
  return async (values, context) => {
    opener ??= await openerOf(secrets)
    return openSealed(values, opener, context)
  }
}

/**
 * The opener of some keys; undefined where there are none.
 *
 * @throws EnvironmentError for a text that is no key, by its position: never with the text.
 */
export async function openerOf(secrets: Secrets | undefined): Promise<Opener | undefined> {
  const keys = (await secrets?.read()) ?? []
  if (secrets === undefined || keys.length === 0) return undefined
  const opener = await openerFor(keys)
  if (typeof opener === 'function') return opener
  const hint = 'give one AGE-SECRET-KEY-1… a line, as "rollbook seal --new-key" or age-keygen wrote it'
  throw new EnvironmentError(secrets.from, `key ${opener.invalid + 1} of ${keys.length} is no age key`, hint)
}
