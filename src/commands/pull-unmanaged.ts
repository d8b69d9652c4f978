import type { Ref } from '../core/model.ts'
import type { Taking } from '../core/pull-takings.ts'
import type { DepartmentRemote } from '../kinds/department/remote.ts'
import { isSystemGroup, type RoleGroupRemote } from '../kinds/role/group.ts'
import type { RoleRemote } from '../kinds/role/read.ts'
import type { UserRemote } from '../kinds/user/remote.ts'
import type { Planned } from './draw.ts'

/** What is in DingTalk and in no file, as something new. Associated organisations and DingTalk's own roles stay away. */
export function unmanagedIn({ plan, snapshot }: Planned): readonly Extract<Taking, { what: 'new' }>[] {
  const remote = <R>(kind: string, id: string) => snapshot.remotes[kind]?.get(id) as R | undefined
  const isOurs = ({ kind, key }: Ref): boolean => {
    const id = key.slice(1)
    if (kind === 'department') return remote<DepartmentRemote>(kind, id)?.foreign === false
    if (kind === 'role-group') return !isSystemGroup(remote<RoleGroupRemote>(kind, id) ?? { name: '' })
    if (kind === 'role') return !isSystemGroup({ name: remote<RoleRemote>(kind, id)?.groupName ?? '' })
    const departments = remote<UserRemote>(kind, id)?.departments ?? []
    return departments.some((at) => remote<DepartmentRemote>('department', String(at))?.foreign !== true)
  }
  return plan.unmanaged
    .filter(isOurs)
    .map(({ kind, key }) => ({ what: 'new' as const, ref: { kind, key }, id: key.slice(1) }))
}
