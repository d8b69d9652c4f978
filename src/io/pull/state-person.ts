import type { Written } from '../../core/manifest.ts'
import type { Model, Value } from '../../core/model.ts'
import { isEntries } from '../../core/value.ts'
import { type Manifest, mergedEntries, mergedList, moved, plainly, put, type Taken, Unnamed } from './merge.ts'
import { identityOf, isMapping, type Stated } from './pieces.ts'

/** Fields of the model that together say where somebody stands. */
const PLACEMENT: readonly string[] = ['main', 'dept_id_list', 'dept_order_list', 'dept_title_list']

/**
 * What the entry of a person is to say once the differences are taken: `model` is all that DingTalk has, `saved` what an
 * import would write of it.
 *
 * @throws Unnamed for a department or manager that the files do not have.
 */
export function statePerson(
  current: Manifest,
  model: Model,
  saved: { readonly [field: string]: Written },
  taken: Taken,
): Manifest {
  const { before, after, fields } = taken
  const manifest: Record<string, Stated> = { ...current }
  for (const field of fields) {
    if (PLACEMENT.includes(field)) continue
    const value = model[field]
    if (field === 'manager_userid' && after[field] === undefined) {
      delete manifest[field]
      continue
    }
    if (field === 'manager_userid' && typeof value === 'string' && value.startsWith('#'))
      throw new Unnamed('user', value, field)
    if (field === 'extension') put(manifest, field, mergedEntries(current[field], before[field], after[field]))
    else put(manifest, field, plainly(saved[field], value))
  }
  if (!PLACEMENT.some((field) => fields.has(field))) return manifest
  const main = String(after['main'])
  if (main.startsWith('#')) throw new Unnamed('department', main)
  if (current['order'] !== undefined && fields.has('main')) put(manifest, 'order', saved['order'])
  else if (current['order'] !== undefined && fields.has('dept_order_list'))
    put(manifest, 'order', textOf(entries(after['dept_order_list'])[main]))
  if (current['also'] !== undefined) manifest['also'] = alsoOf(current['also'], main, saved['also'], taken)
  return manifest
}

function alsoOf(
  current: Stated,
  main: string,
  saved: Written | undefined,
  { before, after, fields }: Taken,
): readonly Stated[] {
  const { came, left } = moved({ before, after }, 'dept_id_list')
  const former = before['main']
  const stays = typeof former === 'string' && !left.has(former) && former !== main ? [former] : []
  const unnamed = came.find((key) => key.startsWith('#'))
  if (unnamed !== undefined) throw new Unnamed('department', unnamed)
  const savedOf = new Map((Array.isArray(saved) ? saved : []).map((item) => [identityOf(item), item as Stated]))
  const list = mergedList(
    current,
    { came: [...stays, ...came].filter((key) => key !== main), left: new Set([...left, main]) },
    (key) => savedOf.get(key) ?? key,
  )
  const there = { title: entries(after['dept_title_list']), order: entries(after['dept_order_list']) }
  return list.map((item) => {
    const department = identityOf(item).normalize('NFC')
    if (!isMapping(item) || came.includes(department) || stays.includes(department)) return item
    const changed: Record<string, Stated> = { ...item }
    if (item['order'] !== undefined && fields.has('dept_order_list'))
      put(changed, 'order', textOf(there.order[department]))
    if (item['title'] !== undefined && fields.has('dept_title_list'))
      put(changed, 'title', textOf(there.title[department]))
    return changed
  })
}

function entries(value: Value | undefined): { readonly [key: string]: Value } {
  return isEntries(value) ? value : {}
}

function textOf(value: Value | undefined): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value)
}
