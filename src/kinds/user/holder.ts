import type { Model, Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import type { Client } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'

/** Whom DingTalk invites when the person has to agree first. */
export function inviteeOf(model: Model): Value | undefined {
  return model['mobile'] ?? model['email'] ?? model['login_email']
}

/**
 * The userid of whoever has a mobile; undefined where nobody has it, it is none or not opened, or the app lacks the
 * permission to ask (`qyapi_get_member_by_mobile`).
 */
export async function holderOf(client: Client, mobile: Value | undefined): Promise<string | undefined> {
  if (!(mobile instanceof Personal) || mobile.closed || !/^\+\d+-\d+$/.test(mobile.reveal())) return undefined
  try {
    const { result } = await client.call('getUserIdByMobile', { mobile: mobile.reveal().replace(/^\+86-/, '') })
    return result?.userid
  } catch (error) {
    if (error instanceof DingTalkError && ['absent', 'config'].includes(error.action)) return undefined
    throw error
  }
}
