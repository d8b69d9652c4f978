import type { Administrators } from '../core/guard/input.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'

/**
 * Who administers the company (contract, listAdmins, 2026-06-08: `sys_level` 1 is a super administrator, 2 a sub-
 * administrator). An answer that names no super administrator is no answer: every company has one.
 */
export async function readAdministrators(client: Client): Promise<Administrators> {
  try {
    const { result = [] } = await client.call('listAdmins', {})
    const of = (level: number) =>
      result.flatMap(({ userid, sys_level }) => (sys_level === level && userid !== undefined ? [userid] : []))
    const [supers, sub] = [of(1), of(2)]
    if (supers.length === 0) return { unread: 'the answer names no super administrator' }
    if (supers.length + sub.length < result.length) return { unread: 'the answer names somebody without a known level' }
    return { super: supers, sub }
  } catch (error) {
    if (!(error instanceof DingTalkError)) throw error
    return { unread: error.message }
  }
}
