import type { Scene } from './check-scene.ts'
import { type Finding, finding } from './problem.ts'

/** DingTalk's own group holds the system roles; it is read and never written. */
const SYSTEM_GROUPS = ['default', '默认']

/** Whether files may not call a role group so. */
export function isReservedGroup(name: string): boolean {
  return SYSTEM_GROUPS.includes(name.toLowerCase())
}

/** Names that belong to DingTalk. */
export function checkRoles({ groups, at }: Scene): Finding[] {
  return [...groups.keys()]
    .filter(isReservedGroup)
    .map((key) =>
      finding(
        at('role-group', key, 'name'),
        'reserved-name',
        [`"${key}" is DingTalk's own role group and cannot be written`, 'give the group another name'],
        [`“${key}”是钉钉自带的角色组，不能修改`, '请给角色组换一个名字'],
      ),
    )
}
