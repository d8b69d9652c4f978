import type { Change, Model, Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { changedFields, equal, isEntries, members } from '../../core/value.ts'
import { fieldWords, inOrder } from '../words/fields.ts'
import { isEmpty, type Speech, valueText } from './values.ts'

/**
 * Names of the fields that a change changes. The patch decides, not the models: a person who is made again is sent
 * with everything we know, and only what differs is worth a word.
 */
export function fieldsOf(change: Change): string[] {
  const fields = new Set<string>()
  for (const { path } of change.patch) {
    const field = path.split('/')[3]
    if (field !== undefined) fields.add(field.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  const found = fields.size > 0 ? [...fields] : changedFields(change.before ?? {}, change.after ?? {})
  return inOrder(change.ref.kind, found)
}

/** What joins and what leaves a set. A cleared set loses all its members. */
export function membership(before: Value | undefined, after: Value | undefined) {
  const had = new Set(members(before))
  const has = new Set(members(after))
  return { added: [...has].filter((key) => !had.has(key)), removed: [...had].filter((key) => !has.has(key)) }
}

/** One phrase for each difference of a field: `职位 从 工程师 改为 高级工程师`. */
export function fieldPhrases(kind: string, field: string, before: Model, after: Model, speech: Speech): string[] {
  const { as } = fieldWords(kind, field)
  const label = fieldWords(kind, field)[speech.language]
  const [from, to] = [before[field], after[field]]
  const { words, names } = speech
  if (as === 'technical' || as === 'own') return []
  if (to instanceof Personal && to.closed)
    return [to.seal?.differs ? words.field.sealedDiffers(label) : words.field.sealedChanged(label)]
  if (as === 'secret') return [words.field.secret(label)]
  if (as === 'switch') return [to === true ? words.field.on(label) : words.field.off(label)]
  if (as === 'people' || as === 'departments') {
    const name = as === 'people' ? names.person : names.department
    const { added, removed } = membership(from, to)
    return [
      ...(added.length > 0 ? [words.field.added(label, words.list(added.map(name)))] : []),
      ...(removed.length > 0 ? [words.field.removed(label, words.list(removed.map(name)))] : []),
    ]
  }
  if (as === 'byDepartment' || as === 'entries') return entryPhrases(kind, field, from, to, speech)
  return phrase(label, kind, field, from, to, speech)
}

/** One phrase for each entry of a map that differs. An entry that the new side leaves out is not touched. */
function entryPhrases(
  kind: string,
  field: string,
  from: Value | undefined,
  to: Value | undefined,
  speech: Speech,
): string[] {
  const [had, has] = [isEntries(from) ? from : {}, isEntries(to) ? to : {}]
  const keys = isEntries(to) ? Object.keys(has) : Object.keys(had)
  return keys
    .sort()
    .filter((key) => !equal(had[key] ?? null, has[key] ?? null))
    .flatMap((key) => phrase(entryLabel(kind, field, key, speech), kind, field, had[key], has[key], speech))
}

/** What one entry of a map is called: `自定义字段「工位」`, `在 财务部 的职位`. */
function entryLabel(kind: string, field: string, key: string, { words, names, language }: Speech): string {
  const label = fieldWords(kind, field)[language]
  return fieldWords(kind, field).as === 'entries'
    ? words.field.entry(label, key)
    : words.field.inDepartment(names.department(key), label)
}

function phrase(
  label: string,
  kind: string,
  field: string,
  from: Value | undefined,
  to: Value | undefined,
  speech: Speech,
): string[] {
  const { words } = speech
  const text = (value: Value | undefined) => valueText(kind, field, value ?? null, speech)
  if (isEmpty(from) && isEmpty(to)) return []
  if (isEmpty(from)) return [words.field.set(label, text(to))]
  if (isEmpty(to)) return [words.field.cleared(label, text(from))]
  if (text(from) === text(to)) return [words.field.changedUnseen(label, text(to))]
  return [words.field.changed(label, text(from), text(to))]
}

/** What a new person or department starts with: `职位 工程师`. Switches that are off are not worth a word. */
export function initialPhrases(kind: string, model: Model, speech: Speech): string[] {
  return inOrder(kind, Object.keys(model)).flatMap((field) => {
    const { as } = fieldWords(kind, field)
    const label = fieldWords(kind, field)[speech.language]
    const value = model[field]
    const text = (inner: Value | undefined) => valueText(kind, field, inner ?? null, speech)
    if (field === 'name' || as === 'own' || as === 'technical' || isEmpty(value) || value === undefined) return []
    if (as === 'switch') return value === true ? [speech.words.field.on(label)] : []
    if (as === 'people' || as === 'departments') return fieldPhrases(kind, field, {}, model, speech)
    if ((as === 'byDepartment' || as === 'entries') && isEntries(value))
      return Object.keys(value)
        .sort()
        .filter((key) => !isEmpty(value[key]))
        .map((key) => speech.words.field.entryIs(entryLabel(kind, field, key, speech), text(value[key])))
    return [speech.words.field.is(label, text(value))]
  })
}
