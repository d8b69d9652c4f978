import { type Reveal, type Written, written } from '../../core/manifest.ts'
import type { Model, Value } from '../../core/model.ts'
import { isEntries } from '../../core/value.ts'
import { departmentsOf } from './model.ts'
import { personSchema } from './schema.ts'

/** The entry of a person as they are in DingTalk: what `loadPerson` makes the same model of. */
export function savePerson(userid: string, model: Model, reveal: Reveal): { readonly [field: string]: Written } {
  const manifest: Record<string, Written> = { userid }
  const orders = entriesOf(model['dept_order_list'])
  const titles = entriesOf(model['dept_title_list'])
  const [main = '', ...others] = departmentsOf(model).filter((key) => !key.startsWith('#'))
  for (const name of Object.keys(personSchema.properties ?? {})) {
    const value = name === 'hired_date' ? dateOf(model[name]) : written(name, model[name], reveal)
    // Somebody whom the files do not have cannot be named there.
    if (name === 'manager_userid' && String(model[name]).startsWith('#')) continue
    if (name === 'order') add(manifest, name, orders[main])
    else if (name === 'also' && others.length > 0)
      manifest[name] = others.sort().map((key) => also(key, titles, orders))
    else if (value !== undefined) manifest[name] = value
  }
  return manifest
}

function also(key: string, titles: Entries, orders: Entries): Written {
  const entry: Record<string, Written> = { department: key }
  add(entry, 'title', titles[key])
  add(entry, 'order', orders[key])
  return Object.keys(entry).length === 1 ? key : entry
}

function add(entry: Record<string, Written>, name: string, value: Value | undefined): void {
  if (value !== undefined && value !== null) entry[name] = String(value)
}

type Entries = { readonly [key: string]: Value }

function entriesOf(value: Value | undefined): Entries {
  return isEntries(value) ? value : {}
}

/** A day, where the moment is midnight in China (UTC+8); Unix milliseconds otherwise. */
function dateOf(value: Value | undefined): string | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined
  const inChina = new Date(value + 8 * 3_600_000)
  if (Number.isNaN(inChina.getTime())) return undefined
  const text = inChina.toISOString()
  return text.endsWith('T00:00:00.000Z') && /^\d/.test(text) ? text.slice(0, 10) : String(value)
}
