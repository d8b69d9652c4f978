import { DingTalkError } from './error.ts'
import type { Operation, Paging } from './operation.ts'

type Fields = { readonly [field: string]: unknown }

/**
 * Walks a paged call as its `x-page` mark says and gives the items of each page. A walk that could go wrong silently
 * stops with an error instead: a missing part of a company looks like people who left.
 */
export async function* walk(
  operation: Operation,
  request: Fields,
  call: (request: Fields) => Promise<unknown>,
): AsyncGenerator<readonly unknown[], void, void> {
  const page = operation.page
  if (!page) throw new TypeError(`${operation.id} does not answer in pages`)
  if (page.step === 'unknown')
    throw new Error(`${operation.id}: what its ${page.cursor} counts is not documented, so its pages cannot be walked`)
  const walked = page.step === 'repeat' ? null : page.cursor
  const seen = new Set<unknown>()
  let cursor: unknown = page.first ?? undefined
  let last = ''
  for (;;) {
    const filled: { [field: string]: unknown } = { ...request }
    if (walked !== null && cursor !== undefined) filled[walked] = cursor
    if (page.size !== null && page.max !== null) filled[page.size] = page.max
    const answer = await call(filled)
    const items = itemsOf(operation, page, answer)
    yield items
    if (!goesOn(operation, page, answer, items.length)) return
    if (page.step === 'repeat') {
      // Only a call that hands out each item once can be repeated; the same page again would never end.
      const text = JSON.stringify(items)
      if (items.length === 0 || text === last) throw lost(operation, 'the same page came twice')
      last = text
      continue
    }
    const next = page.step === 'size' ? Number(cursor) + Number(page.max) : at(answer, page.next)
    if (isEmpty(next)) throw lost(operation, 'there is more, but no cursor to it')
    if (page.step === 'size' && items.length === 0) throw lost(operation, 'an empty page says that there is more')
    if (seen.has(next) || next === cursor) throw lost(operation, 'a cursor came twice')
    seen.add(next)
    cursor = next
  }
}

function goesOn(operation: Operation, page: Paging, answer: unknown, count: number): boolean {
  const more = page.more === null ? undefined : at(answer, page.more)
  if (typeof more === 'boolean') return more
  if (page.next !== null && page.step === 'cursor') return !isEmpty(at(answer, page.next))
  if (page.more !== null) throw lost(operation, `${page.more} is missing`)
  return page.max !== null && count >= page.max
}

/** The items; an empty list may be left out, but not what should hold it. */
function itemsOf(operation: Operation, page: Paging, answer: unknown): readonly unknown[] {
  const items = at(answer, page.items)
  if (Array.isArray(items)) return items
  const holder = page.items.split('.').slice(0, -1).join('.')
  if (items !== undefined || at(answer, holder || null) === undefined) throw lost(operation, `${page.items} is missing`)
  return []
}

function at(answer: unknown, path: string | null): unknown {
  if (path === null) return answer
  return path.split('.').reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], answer)
}

function isEmpty(cursor: unknown): boolean {
  return cursor === undefined || cursor === null || cursor === ''
}

function lost(operation: Operation, what: string): DingTalkError {
  const meaning = `the pages do not fit together: ${what}`
  return new DingTalkError({
    operation: operation.id,
    code: 'unexpected-answer',
    meaning,
    action: 'check',
    pending: false,
    status: 200,
    outcome: 'refused',
  })
}
