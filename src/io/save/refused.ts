import type { LeftOut } from '../../core/import-report.ts'
import type { Place, Places } from '../../core/model.ts'
import type { Problem } from '../../core/problem.ts'
import { departmentLists } from '../../kinds/department/load.ts'

/**
 * What DingTalk holds and the files may not say together: managers in a circle, a head who does not belong to the
 * department, two people with one mail. Each problem of the files that were written stands at a field, and without that
 * field they are as good as before: it is not managed then. Empty where a problem is about more than a field.
 */
export function refusedFields(problems: readonly Problem[], places: Places): LeftOut[] {
  const messages = new Map(problems.map((problem) => [spot(problem), problem.message]))
  const found = new Map<string, LeftOut>()
  for (const [name, place] of places) {
    const message = messages.get(spot(place))
    const [kind = '', key = '', part] = name.split('\u0000')
    const field = part === undefined ? undefined : manifestField(part)
    if (message === undefined || field === undefined || UNLEAVABLE.includes(field)) continue
    const ref = { kind: kind === 'department-settings' ? 'department' : kind, key }
    found.set(`${ref.kind}\u0000${key}\u0000${field}`, { ref, field, why: 'contradicts', message })
  }
  return [...found.values()]
}

/** Without these a resource would be another one. */
const UNLEAVABLE = ['userid', 'name', 'key', 'previously']

const LISTS = new Map(Object.entries(departmentLists).map(([written, field]) => [field, written]))

/** A place may be that of one member of a field, and a model may call a field otherwise than a file does. */
function manifestField(part: string): string {
  const [field = ''] = part.split('/')
  return field === 'dept_id_list' ? 'also' : (LISTS.get(field) ?? field)
}

function spot({ file, line, column }: Place): string {
  return `${line}:${column}:${file}`
}
