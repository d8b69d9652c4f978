import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesOf } from '../../core/identify.ts'
import { type Ids, placeKey, type Ref } from '../../core/model.ts'
import type { NotTaken } from '../../core/pull-report.ts'
import type { Taking } from '../../core/pull-takings.ts'
import { kinds } from '../../kinds/index.ts'
import type { RoleGroupRemote } from '../../kinds/role/group.ts'
import { departmentEdits, foldersOf } from './edit-departments.ts'
import { peopleEdits } from './edit-people.ts'
import { roleEdits } from './edit-roles.ts'
import { Files } from './files.ts'
import { withoutManagerCircles } from './manager-circles.ts'
import { remoteOf, type Scene } from './scene.ts'
import { sitesOf } from './tree.ts'
import { type Remaining, Untakable, without } from './untakable.ts'

/** Files below the company folder as they are to be; null: the file goes. */
export type PullEdits = ReadonlyMap<string, string | Buffer | null>

/** What taking things over does to the files. */
export interface Pulled {
  readonly edits: PullEdits
  readonly taken: readonly Taking[]
  readonly notTaken: readonly NotTaken[]
  /** The key that something new got, by `placeKey` of its ref. */
  readonly keys: ReadonlyMap<string, string>
}

/**
 * What of DingTalk is taken over, as files: lines that need not change stay as their authors wrote them. What cannot be
 * taken is left out and named; everything else is done all the same.
 */
export function pullEdits(scene: Scene, takings: readonly Taking[]): Pulled {
  const notTaken: NotTaken[] = []
  let rest = takings
  const leave = (remaining: Remaining) => {
    notTaken.push(...remaining.notTaken)
    rest = remaining.takings
  }
  for (;;) {
    leave(withoutManagerCircles(scene, rest, namesOf(idsWith(scene, rest))))
    try {
      return { ...attempt(scene, rest), notTaken }
    } catch (error) {
      if (!(error instanceof Untakable)) throw error
      const { left } = error
      if (rest.some(({ ref }) => left.some((each) => placeKey(each.ref) === placeKey(ref)))) leave(without(rest, left))
      else {
        // What only stands below a folder that moves was not asked for: then no folder moves.
        const folders = rest.filter(({ ref }) => ref.kind === 'department')
        if (folders.length === 0) throw error
        leave(
          without(
            rest,
            folders.map(({ ref }) => ({ ref, why: 'by-hand' })),
          ),
        )
      }
    }
  }
}

function attempt(scene: Scene, takings: readonly Taking[]): Pick<Pulled, 'edits' | 'keys' | 'taken'> {
  const sites = sitesOf(scene.directory, scene.desired)
  // A department that is new gets its key from its folder, and until it has one it goes by its id.
  const known = idsWith(scene, takings)
  const folders = foldersOf(scene, takings, sites, namesOf(known))
  const keys = new Map<string, string>()
  const departments: Record<string, string> = { ...known['department'] }
  for (const { ref, id } of newOnes(takings, 'department')) {
    const key = folders.placed.get(`#${id}`)?.key
    if (key === undefined) throw new Untakable([{ ref, why: 'unnamed' }])
    keys.set(placeKey(ref), key)
    departments[key] = id
  }
  for (const kind of ['user', 'role-group'])
    for (const { ref, id } of newOnes(takings, kind)) keys.set(placeKey(ref), keyOfNew(scene, kind, id))
  const keyOf = namesOf({ ...known, department: departments })
  const work = {
    scene,
    takings: takings.map((taking) => underKeys(taking, keys)),
    sites,
    placed: folders.placed,
    gone: folders.gone,
    keyOf,
    files: new Files(),
  }
  peopleEdits(work)
  departmentEdits(work)
  for (const [key, name] of roleEdits(work)) keys.set(key, name)
  return { edits: work.files.edits((path) => readFileSync(join(scene.directory, path))), keys, taken: work.takings }
}

/** A taking in which what is new to the files goes by the key that it got. */
function underKeys(taking: Taking, keys: ReadonlyMap<string, string>): Taking {
  const kind = kinds.find(({ name }) => name === taking.ref.kind)
  if (taking.what !== 'fields' || kind === undefined) return taking
  const names = (of: string, id: string | number) => keys.get(placeKey({ kind: of, key: String(id) })) ?? String(id)
  return { ...taking, before: kind.asStated(taking.before, names), after: kind.asStated(taking.after, names) }
}

/** Ids of what the files have, and of people and role groups that are to come: their keys are known already. */
function idsWith(scene: Scene, takings: readonly Taking[]): Ids {
  const withNew = (kind: string) => ({
    ...scene.ids[kind],
    ...Object.fromEntries(newOnes(takings, kind).map(({ id }) => [keyOfNew(scene, kind, id), id])),
  })
  return { ...scene.ids, user: withNew('user'), 'role-group': withNew('role-group') }
}

function keyOfNew(scene: Scene, kind: string, id: string): string {
  return kind === 'user' ? id : remoteOf<RoleGroupRemote>(scene, kind, id).name
}

function newOnes(takings: readonly Taking[], kind: string): { ref: Ref; id: string }[] {
  return takings.flatMap((taking) => (taking.what === 'new' && taking.ref.kind === kind ? [taking] : []))
}
