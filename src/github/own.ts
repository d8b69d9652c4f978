import type { Api } from './api.ts'
import { type Marker, readMarker } from './marker.ts'

/** A comment or an issue, as far as it tells whose it is. */
export interface Written {
  readonly user?: { readonly login: string } | null
  readonly body?: string | null | undefined
}

/**
 * Those that we wrote, with their markers: the first line is a marker of ours, and the author is who our own token speaks
 * for. A marker that somebody else wrote is a text like any other.
 */
export async function ownAmong<T extends Written>(
  { graphql }: Api,
  all: readonly T[],
): Promise<(T & { readonly marker: Marker })[]> {
  const { viewer } = await graphql<{ viewer: { login: string } }>('query { viewer { login } }')
  return all
    .filter(({ user }) => user?.login === viewer.login)
    .flatMap((one) => {
      const marker = readMarker(one.body ?? '')
      return marker === null ? [] : [{ ...one, marker }]
    })
}
