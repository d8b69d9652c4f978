import type { Complaint, Loaded, Origin } from '../../core/entry.ts'
import type { Path } from '../../core/json-schema.ts'
import type { Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { type AlsoManifest, type PersonManifest, personalUserFields } from './schema.ts'

const OWN = ['order', 'also', 'replace']
const MOBILES = ['mobile', 'exclusive_mobile']

/** A person whose main department is the one of the folder, named by key. */
export function loadPerson(manifest: PersonManifest, main: string): Loaded {
  const origins: Origin[] = []
  const complaints: Complaint[] = []
  const model: Record<string, Value> = { main }
  for (const [field, value] of Object.entries(manifest)) {
    if (value === undefined || OWN.includes(field)) continue
    origins.push([field, undefined, [field]])
    if (field !== 'userid') model[field] = modelValue(field, value)
  }
  const orders: [string, string][] = []
  const titles: [string, string][] = []
  if (manifest.order !== undefined) {
    orders.push([main, digits(manifest.order)])
    origins.push(['order', undefined, ['order']])
  }
  if (manifest.also !== undefined) {
    origins.push(['dept_id_list', undefined, ['also']])
    const departments = new Set([main])
    for (const [index, item] of (manifest.also ?? []).entries()) {
      const { department, title, order } = alsoOf(item)
      if (department === undefined) continue
      const path: Path = typeof item === 'string' ? ['also', index] : ['also', index, 'department']
      if (departments.has(department)) complaints.push(repeated(department, main, path))
      departments.add(department)
      origins.push(['dept_id_list', department, path])
      if (title !== undefined) titles.push([department, title])
      if (order !== undefined) orders.push([department, digits(order)])
    }
    model['dept_id_list'] = Object.fromEntries([...departments].map((key) => [key, true]))
  }
  if (orders.length > 0) model['dept_order_list'] = Object.fromEntries(orders)
  if (titles.length > 0) model['dept_title_list'] = Object.fromEntries(titles)
  if (manifest.replace !== undefined) origins.push(['replace', undefined, ['replace']])
  return { entries: [{ ref: { kind: 'user', key: manifest.userid }, model, path: [], origins }], complaints }
}

/** A number as `+<country>-<number>`; digits alone are a mainland number. */
export function internationalMobile(text: string): string {
  return text.startsWith('+') ? text : `+86-${text}`
}

/** Unix milliseconds from themselves, or from a date: midnight in China, which has one time zone, UTC+8. */
export function hiredDate(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Date.parse(`${text}T00:00:00+08:00`)
}

function modelValue(field: string, value: unknown): Value {
  if (value instanceof Personal) return value
  if (typeof value !== 'string') return value as Value
  if (field === 'hired_date') return hiredDate(value)
  const text = MOBILES.includes(field) ? internationalMobile(value) : value
  if (!personalUserFields.has(field)) return text
  // Which form DingTalk wants depends on where the organisation is registered: it gets the one that was written.
  return new Personal(text, { written: value, secret: field === 'init_password' })
}

function alsoOf(item: AlsoManifest): { department?: string | undefined; title?: string; order?: string } {
  if (item === undefined) return {}
  if (typeof item === 'string') return { department: item.normalize('NFC') }
  return { ...item, department: item.department?.normalize('NFC') }
}

/** An integer without leading zeros, exact at any size. */
function digits(text: string): string {
  return BigInt(text).toString()
}

function repeated(department: string, main: string, path: Path): Complaint {
  const isMain = department === main
  return {
    path,
    code: 'duplicate-entry',
    en: isMain
      ? [`"${department}" is already the main department`, 'list only further departments in also']
      : [`department "${department}" is listed twice`, 'keep one of the two entries'],
    zh: isMain
      ? [`“${department}”已经是主部门`, 'also 里只写主部门以外的部门']
      : [`部门“${department}”写了两次`, '只保留其中一处'],
  }
}
