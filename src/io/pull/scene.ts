import type { Desired } from '../../core/desired.ts'
import type { LeftOut } from '../../core/import-report.ts'
import type { JsonSchema } from '../../core/json-schema.ts'
import type { Lockfile } from '../../core/lockfile.ts'
import type { Written } from '../../core/manifest.ts'
import type { Ids, Model, Ref, Snapshot } from '../../core/model.ts'
import type { Personal } from '../../core/personal.ts'
import { department } from '../../kinds/department/index.ts'
import { saveDepartment } from '../../kinds/department/save.ts'
import { departmentSchema } from '../../kinds/department/schema.ts'
import { departmentSettings } from '../../kinds/department/settings.ts'
import { role } from '../../kinds/role/index.ts'
import { user } from '../../kinds/user/index.ts'
import type { UserRemote } from '../../kinds/user/remote.ts'
import { savePerson } from '../../kinds/user/save.ts'
import { personSchema } from '../../kinds/user/schema.ts'
import { mainOf } from '../save/directory.ts'
import { expressible } from '../save/expressible.ts'
import { type Taken, Unnamed } from './merge.ts'
import { ByHand } from './pieces.ts'
import { Untakable } from './untakable.ts'

/** What taking something over works with. */
export interface Scene {
  readonly directory: string
  readonly desired: Pick<Desired, 'directory' | 'places'>
  readonly snapshot: Snapshot
  readonly lock: Lockfile
  /** Ids of everything that the files have, by key. */
  readonly ids: Ids
  /** What becomes of a personal value: the text that is written, or nothing. */
  readonly reveal: (of: Ref, field: string, value: Personal) => string | undefined
}

/** Keys for ids. */
export type KeyOf = (kind: string, id: string | number) => string

/** Everything that DingTalk has of a person, and the entry that an import would write. */
export function personAsSaved(scene: Scene, key: string, keyOf: KeyOf) {
  const ref = { kind: 'user', key }
  const remote = remoteOf<UserRemote>(scene, 'user', scene.ids['user']?.[key] ?? key)
  const found = user.model(remote, keyOf, scene.lock.resources['user']?.[key])
  const model: Model = found['main'] === undefined ? { ...found, main: mainOf(remote, keyOf) } : found
  const { manager_userid: manager, ...rest } = model
  const named = typeof manager === 'string' && manager.startsWith('#') ? rest : model
  const saved = savePerson(key, named, (field, value) => scene.reveal(ref, field, value))
  return { model, ...fitting(ref, personSchema, saved) }
}

/** The same of a department; `folder` is what its folder says by itself. */
export function departmentAsSaved(
  scene: Scene,
  ref: Ref,
  id: string,
  folder: { readonly name: string; readonly key: string },
  keyOf: KeyOf,
) {
  const detail = scene.snapshot.remotes['department-settings']?.get(id)
  const settings = detail === undefined ? undefined : departmentSettings.model(detail as never, keyOf, undefined)
  const own = department.model(remoteOf(scene, 'department', id), keyOf, undefined)
  const saved = saveDepartment(ref.key, { model: own, settings }, folder, (field, value) =>
    scene.reveal(ref, field, value),
  )
  return { model: { ...own, ...settings } as Model, ...fitting(ref, departmentSchema, saved) }
}

/** A role as DingTalk has it. */
export function roleModel(scene: Scene, id: string, keyOf: KeyOf): Model {
  return role.model(remoteOf(scene, 'role', id), keyOf, undefined)
}

/** What was read of something. */
export function remoteOf<R>(scene: Scene, kind: string, id: string): R {
  const remote = scene.snapshot.remotes[kind]?.get(id)
  if (remote === undefined) throw new Error(`${kind} ${id} was not read`)
  return remote as R
}

function fitting(ref: Ref, schema: JsonSchema, manifest: { readonly [field: string]: Written }) {
  const leftOut: LeftOut[] = []
  const saved = expressible(ref, schema, manifest, leftOut)
  return { saved, unfit: new Set(leftOut.map(({ field }) => field)) }
}

/** The fields of a thing of which something is taken. */
export function takenOf({ before, after }: Omit<Taken, 'fields'>, differ: (field: string) => boolean): Taken {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return { before, after, fields: new Set([...names].filter(differ)) }
}

/** Does something about some refs; where it cannot be done, they are what is not taken. */
export function about<T>(refs: readonly Ref[], work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ByHand) throw new Untakable(refs.map((ref) => ({ ref, why: 'by-hand' })))
    if (error instanceof Unnamed) {
      const { ref: names, field } = error
      throw new Untakable(refs.map((ref) => ({ ref, why: 'unnamed', names, ...(field !== undefined && { field }) })))
    }
    throw error
  }
}
