import { forHtmlComment } from '../render/escape.ts'

/** What a comment or an issue of ours says of itself, hidden on its first line. */
export interface Marker {
  readonly v: 1
  /** Which company of the repository it is about: the path of its folder. */
  readonly env: string
  /** The commit that was planned. */
  readonly head: string
  /** The hash of the whole plan, whatever part of it is shown; null where there was none. */
  readonly planHash: string | null
  /** The page was too long for a comment. */
  readonly truncated: boolean
  /** What the comment is by now: what would happen, or what happened; of an issue, what differs. */
  readonly mode: 'plan' | 'result' | 'drift'
}

const OPEN = '<!-- rollbook: '
const CLOSE = ' -->'

/** Most characters of a marker: a path of our own can be that long and no longer. */
const LONGEST = 8192

/** The marker as the first line of a comment or an issue. */
export function markerLine(marker: Marker): string {
  return `${OPEN}${forHtmlComment(marker)}${CLOSE}\n`
}

/** The marker of a comment or an issue; null where its first line is none, or not one of ours to the letter. */
export function readMarker(body: string): Marker | null {
  const [first = ''] = body.slice(0, LONGEST).split(/\r?\n/, 1)
  if (!first.startsWith(OPEN) || !first.endsWith(CLOSE)) return null
  try {
    return markerOf(JSON.parse(first.slice(OPEN.length, -CLOSE.length)))
  } catch {
    return null
  }
}

function markerOf(value: unknown): Marker | null {
  if (typeof value !== 'object' || value === null) return null
  const { v, env, head, planHash, truncated, mode } = value as { readonly [name in keyof Marker]?: unknown }
  if (v !== 1 || typeof env !== 'string' || typeof head !== 'string' || typeof truncated !== 'boolean') return null
  if (planHash !== null && typeof planHash !== 'string') return null
  return mode === 'plan' || mode === 'result' || mode === 'drift' ? { v, env, head, planHash, truncated, mode } : null
}
