import type { Identified } from './identify.ts'
import type { Directory, Model, Plan } from './model.ts'

/**
 * Human names of everything a plan can mention: people by name, roles by name, departments by the path of names from
 * the top (`研发部 / 后端组`), as they will be after the plan, or were where the plan removes them. `stated` names those
 * whom the files want and the plan leaves out.
 */
export function planNames(
  identified: Pick<Identified, 'actual' | 'desired' | 'unmanaged' | 'whole'>,
  stated: Directory,
): Plan['names'] {
  const names: Record<string, Record<string, string>> = {}
  const of = (kind: string) => (names[kind] ??= {})
  for (const side of [identified.actual, identified.desired])
    for (const [kind, models] of Object.entries(side))
      for (const [key, model] of Object.entries(models))
        if (typeof model['name'] === 'string') of(kind)[key] = model['name']
  for (const [place, model] of identified.whole) {
    const [kind = '', key = ''] = place.split('\u0000')
    if (typeof model['name'] === 'string') of(kind)[key] ??= model['name']
  }
  for (const [kind, models] of Object.entries(stated))
    for (const [key, model] of Object.entries(models))
      if (typeof model['name'] === 'string') of(kind)[key] ??= model['name']
  const departments = { ...identified.actual['department'], ...identified.desired['department'] }
  for (const key of Object.keys(departments)) if (key !== '/') of('department')[key] = departmentPath(key, departments)
  for (const { kind, key, name } of identified.unmanaged) if (name !== undefined) of(kind)[key] = name
  return names
}

/** Names of a department from the top, `研发部 / 后端组`. */
export function departmentPath(key: string, departments: { readonly [key: string]: Model }, depth = 0): string {
  const model = departments[key]
  const name = typeof model?.['name'] === 'string' ? model['name'] : key
  const parent = model?.['parent_id']
  if (typeof parent !== 'string' || parent === '/' || depth > 30) return name
  return `${departmentPath(parent, departments, depth + 1)} / ${name}`
}
