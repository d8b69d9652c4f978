import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'

/**
 * Whether the credential belongs to the company that the files name. The token call for a named company answers
 * `unauthorized.client` where the app is not of that company (contract, getCorpToken, 2026-04-29). Any other answer
 * proves nothing, and the lock has to.
 */
export async function proveCompany(
  client: Client,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  corp: string | null,
): Promise<'proven' | 'wrong' | 'unproven'> {
  if (corp === null) return 'unproven'
  const request = { client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' }
  try {
    await client.call('getCorpToken', { ...request, corpId: corp })
    return 'proven'
  } catch (error) {
    if (!(error instanceof DingTalkError)) throw error
    return error.code === 'unauthorized.client' ? 'wrong' : 'unproven'
  }
}
