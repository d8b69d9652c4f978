import { circles } from '../../core/circles.ts'
import type { LeftOut } from '../../core/import-report.ts'
import type { Written } from '../../core/manifest.ts'
import { type Model, placeKey, type Ref } from '../../core/model.ts'
import type { NotTaken } from '../../core/pull-report.ts'
import type { Taking } from '../../core/pull-takings.ts'
import { equal } from '../../core/value.ts'
import { isSystemGroup, type RoleGroupRemote } from '../../kinds/role/group.ts'
import type { RoleRemote } from '../../kinds/role/read.ts'
import { saveRoles } from '../../kinds/role/save.ts'
import { rolesSchema } from '../../kinds/role/schema.ts'
import { foldedName } from '../load-names.ts'
import { expressible } from '../save/expressible.ts'
import { groupFault } from '../save/identities.ts'
import { portableName } from '../save/names.ts'
import { yamlText } from '../save/text.ts'
import type { Work } from './edit-departments.ts'
import type { Manifest } from './merge.ts'
import { ByHand, identityOf, isMapping, type Stated } from './pieces.ts'
import { roleLines, rolesIn } from './role-lines.ts'
import { about, remoteOf, roleModel, takenOf } from './scene.ts'
import { newRole, stateRole } from './state-role.ts'
import { fileIn } from './tree.ts'
import { Untakable } from './untakable.ts'

/** Changes the files of roles; returns the keys of roles that are new. */
export function roleEdits(work: Work): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const groups = new Map<string, Taking[]>()
  const put = (group: string, taking: Taking) => groups.set(group, [...(groups.get(group) ?? []), taking])
  for (const taking of work.takings) {
    const { kind, key } = taking.ref
    if (kind === 'role-group') put(taking.what === 'new' ? nameOfGroup(work, taking) : key, taking)
    if (kind !== 'role') continue
    if (taking.what !== 'new') put(groupOf(work, key), taking)
    else {
      const { name, groupId } = remoteOf<RoleRemote>(work.scene, 'role', taking.id)
      const group = work.keyOf('role-group', groupId)
      // A group may be called `#1`: only its own id says that the files do not have it.
      if (group === `#${groupId}`)
        throw new Untakable([{ ref: taking.ref, why: 'unnamed', names: { kind: 'role-group', key: group } }])
      keys.set(placeKey(taking.ref), `${group}/${name}`)
      refuseUnfit(taking.ref, newRole(roleModel(work.scene, taking.id, work.keyOf)))
      put(group, taking)
    }
  }
  for (const [group, takings] of groups) editGroup(work, group, takings)
  return keys
}

function nameOfGroup({ scene }: Work, { ref, id }: Extract<Taking, { what: 'new' }>): string {
  const remote = remoteOf<RoleGroupRemote>(scene, 'role-group', id)
  if (isSystemGroup(remote)) throw new Untakable([{ ref, why: 'system' }])
  if (groupFault(remote.name) !== null) throw new Untakable([{ ref, why: 'not-allowed' }])
  return remote.name
}

function groupOf({ scene }: Work, key: string): string {
  return String(scene.desired.directory['role']?.[key]?.['group'] ?? '')
}

function editGroup(work: Work, group: string, takings: readonly Taking[]): void {
  const { scene, keyOf, files } = work
  const refs = takings.map(({ ref }) => ref)
  const fresh = takings.flatMap((taking) =>
    taking.what === 'new' && taking.ref.kind === 'role' ? [roleModel(scene, taking.id, keyOf)] : [],
  )
  const path = scene.desired.places.get(placeKey({ kind: 'role-group', key: group }))?.file
  if (path === undefined) {
    const name = portableName(group, 'roles', takenNames(work))
    files.make(`roles/${name}.yaml`, yamlText(saveRoles(group, fresh, name)))
    return
  }
  about(refs, () => {
    const file = fileIn(scene.directory, path)
    const roles = rolesIn(file)
    const nameOf = (ref: Ref) => String(scene.desired.directory['role']?.[ref.key]?.['name'] ?? '')
    const gone = new Set(takings.flatMap((t) => (t.what === 'gone' && t.ref.kind === 'role' ? [nameOf(t.ref)] : [])))
    const changed = new Map<string, Stated>()
    const renamed = new Map<string, string>()
    const refOf = new Map<string, Ref>()
    for (const taking of takings) {
      if (taking.what !== 'fields' || taking.ref.kind !== 'role') continue
      const name = nameOf(taking.ref)
      const current = roles.find((item) => identityOf(item) === name)
      if (current === undefined || !isMapping(current)) throw new ByHand()
      const stated = stateRole(current, modelOf(work, taking.ref), differenceOf(taking))
      if (stated['name'] !== current['name']) refuseUnfit(taking.ref, { name: stated['name'] ?? '' }, 'name')
      refuseUnfit(taking.ref, stated)
      refOf.set(String(current['name']), taking.ref)
      // The name tells which entry it is: it is changed when everything else is.
      if (stated['name'] !== current['name']) renamed.set(String(current['name']), String(stated['name']))
      changed.set(name, { ...stated, name: current['name'] ?? name })
    }
    refuseExchanges(refOf, renamed)
    const kept = roles.filter((item) => !gone.has(identityOf(item)))
    const added = fresh.map(newRole)
    const names = new Set([...renamed.values(), ...added.map(identityOf)])
    const isLocked = (name = '') => scene.lock.resources['role']?.[`${group}/${name}`] !== undefined
    // Where two roles have gone by one name, only the former name tells which of them this one was.
    for (const [name, stated] of changed)
      if (renamed.has(name) && isMapping(stated) && (names.has(name) || isLocked(renamed.get(name))))
        changed.set(name, { ...stated, previously: [name] })
    const list = kept.map((item) => changed.get(identityOf(item)) ?? item)
    const ends = takings.some(({ what, ref }) => what === 'gone' && ref.kind === 'role-group')
    if (ends && list.length + added.length > 0) throw new Untakable(refs.map((ref) => ({ ref, why: 'not-empty' })))
    if (ends) files.move(path, null)
    else files.rewrite(path, roleLines(file, { list, renamed, added }))
  })
}

/** DingTalk takes names that the files cannot hold. */
function refuseUnfit(ref: Ref, role: Manifest, field?: string): void {
  const leftOut: LeftOut[] = []
  expressible(ref, rolesSchema, { group: '-', roles: [role as { [field: string]: Written }] }, leftOut)
  if (leftOut.length > 0) throw new Untakable([{ ref, why: 'not-allowed', ...(field !== undefined && { field }) }])
}

/**
 * Names that roles hand round among themselves: the lock has each of them for another role, and files alone cannot say
 * which is which. Of a chain with a new name at its end they can, by former names.
 */
function refuseExchanges(refs: ReadonlyMap<string, Ref>, renamed: ReadonlyMap<string, string>): void {
  const left = circles(renamed.keys(), (name) => renamed.get(name)).flatMap((circle) =>
    circle.flatMap((name): NotTaken[] => {
      const ref = refs.get(name)
      return ref === undefined ? [] : [{ ref, why: 'exchanged' }]
    }),
  )
  if (left.length > 0) throw new Untakable(left)
}

function modelOf({ scene, keyOf }: Work, ref: Ref): Model {
  return roleModel(scene, scene.ids['role']?.[ref.key] ?? '', keyOf)
}

function differenceOf({ before, after }: Extract<Taking, { what: 'fields' }>) {
  return takenOf({ before, after }, (field) => !equal(before[field], after[field]))
}

function takenNames({ scene, files }: Work): Set<string> {
  const known = Object.keys(scene.desired.directory['role-group'] ?? {}).flatMap((key) => {
    const file = scene.desired.places.get(placeKey({ kind: 'role-group', key }))?.file
    return file === undefined ? [] : [file.slice('roles/'.length)]
  })
  const names = [...known, ...files.namesIn('roles')].map((name) => name.replace(/\.ya?ml$/, ''))
  return new Set(names.map(foldedName))
}
