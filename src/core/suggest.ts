import type { Scene } from './check-scene.ts'
import type { Model } from './model.ts'
import { nearest } from './nearest.ts'

/** Comparisons of two names: about half a second. Whoever has more to mend mends the first ones and runs again. */
const MOST_COMPARISONS = 1_000_000

/** What somebody probably meant who wrote a key that leads nowhere. */
export interface Suggestions {
  person(key: string): string | undefined
  department(key: string): string | undefined
}

/** What was probably meant: the key behind a name, or the nearest key. Linear in the directory, whatever is asked. */
export function suggestions({ departments, users }: Pick<Scene, 'departments' | 'users'>): Suggestions {
  let left = MOST_COMPARISONS
  const near = (key: string, known: ReadonlyMap<string, unknown>) => {
    if (left < known.size) return undefined
    left -= known.size
    return nearest(key, known.keys())
  }
  const people = once(() => {
    const found = new Map<string, string>()
    for (const [userid, { name }] of users)
      for (const word of [userid.toLowerCase(), name])
        if (typeof word === 'string' && !found.has(word)) found.set(word, userid)
    return found
  })
  const folders = once(() => {
    const found = new Map<string, Set<string>>()
    for (const [path, { name }] of departments)
      for (const word of [lastOf(path), name])
        if (typeof word === 'string') found.set(word, (found.get(word) ?? new Set()).add(path))
    return found
  })
  return {
    person: (key) => people().get(key) ?? people().get(key.toLowerCase()) ?? near(key, users),
    department(key) {
      const [named, another] = folders().get(lastOf(key)) ?? []
      return named !== undefined && another === undefined ? named : near(key, departments)
    },
  }
}

/** The same for a department that was typed. */
export function nearestDepartment(key: string, departments: { readonly [key: string]: Model }): string | undefined {
  return suggestions({ departments: new Map(Object.entries(departments)), users: new Map() }).department(key)
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
