import { causeOf } from './api.ts'
import { type Marker, markerLine } from './marker.ts'

/** A page that can be shortened: at most `limit` characters, and whether that left something out. */
export type Page = (limit: number) => { readonly text: string; readonly truncated: boolean }

/** GitHub's longest comment or issue, and what is tried where GitHub counts otherwise than we do. */
const LIMITS = [65_536, 60_000, 30_000, 10_000, 3_000] as const

/**
 * Sends as much of a page as GitHub takes, below its marker.
 *
 * @throws what GitHub refused, where it takes no form of it, however short.
 */
export async function sendFitting<T>(
  page: Page,
  marker: Omit<Marker, 'v' | 'truncated'>,
  send: (body: string) => Promise<T>,
): Promise<T> {
  let refused: unknown
  for (const limit of LIMITS) {
    const line = (truncated: boolean) => markerLine({ v: 1, ...marker, truncated })
    const { text, truncated } = page(limit - line(false).length)
    try {
      return await send(line(truncated) + text)
    } catch (error) {
      if (causeOf(error) !== 'refused') throw error
      refused = error
    }
  }
  throw refused
}
