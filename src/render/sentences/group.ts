import type { Change } from '../../core/model.ts'
import type { SectionId } from './fact.ts'
import type { Speech } from './values.ts'

/** The department under which a change is counted where a list is too long to print: its path, if it has one. */
export function groupOf({ action, ref, departs, before = {}, after = {} }: Change, { names }: Speech) {
  if (ref.kind === 'department-settings') return names.department(ref.key)
  const field = ref.kind === 'user' ? 'main' : ref.kind === 'department' ? 'parent_id' : undefined
  if (field === undefined) return undefined
  const [first, second] = action === 'delete' || departs ? [before, after] : [after, before]
  const key = first[field] ?? second[field]
  return typeof key === 'string' ? names.department(key) : undefined
}

/** What the lines of a section are, when they are counted. */
export function unitOf(id: SectionId): 'people' | 'departments' | 'lines' {
  if (['leavers', 'identity', 'movers', 'joiners', 'editedPeople'].includes(id)) return 'people'
  return ['dissolved', 'newDepartments'].includes(id) ? 'departments' : 'lines'
}
