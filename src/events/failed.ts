import { isObject } from '../core/value.ts'
import type { Client } from '../dingtalk/client.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import { type Read, readData } from './frame.ts'

/** So many pages of 200; whoever missed more reads the whole company anyway. */
const PAGES = 10

/**
 * The events that DingTalk could not deliver, as far as it tells. Whether the list covers Stream, how long it is kept and
 * whether reading empties it is not documented, so it only helps: it says who changed something, and whoever missed
 * anything reads the whole company as well. Null where the app may not read it, or DingTalk does not answer.
 */
export async function readFailedEvents(client: Client): Promise<readonly Read[] | null> {
  const found: Read[] = []
  try {
    for await (const { items, number } of client.pages('listFailedPushEvents', {})) {
      found.push(...items.map(readFailed))
      if (number >= PAGES) break
    }
    return found
  } catch (error) {
    if (error instanceof DingTalkError) return found.length > 0 ? found : null
    throw error
  }
}

/** The payload stands under the name of its type; that of a role event a level deeper, as an object or as its text. */
function readFailed(item: { readonly call_back_tag: string; readonly event_time?: number }): Read {
  const type = item.call_back_tag
  const inner = Object.hasOwn(item, type) ? (item as { readonly [name: string]: unknown })[type] : item
  const role = isObject(inner) && Object.hasOwn(inner, 'roleLabelChange') ? inner['roleLabelChange'] : undefined
  const corp = isObject(inner) ? inner['corpid'] : undefined
  return readData(role ?? inner, { type, born: item.event_time, ...(corp !== undefined && { corp }) })
}
