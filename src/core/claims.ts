/** Which id each key was given: each key one, and each id to one key only. */
export interface Claims {
  readonly ids: { readonly [key: string]: string }
  /** Gives the key this id, unless it has one already, or the id is somebody's, or nothing of that id was read. */
  claim(key: string, id: string | undefined): void
  isTaken(id: string): boolean
}

/** Nothing claimed yet of what was read, by id. */
export function claimsOn(remotes: ReadonlyMap<string, unknown>): Claims {
  const ids: Record<string, string> = {}
  const taken = new Set<string>()
  return {
    ids,
    claim(key, id) {
      if (id === undefined || ids[key] !== undefined || taken.has(id) || !remotes.has(id)) return
      ids[key] = id
      taken.add(id)
    },
    isTaken: (id) => taken.has(id),
  }
}
