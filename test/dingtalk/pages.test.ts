import { expect, test } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { walk } from '../../src/dingtalk/pages.ts'
import { type Received, startPeer } from './peer.ts'

const people = Array.from({ length: 7 }, (_, n) => ({ userid: `u${n}`, name: `某${n}` }))
const json = (received: Received | undefined) => received?.json as { [field: string]: number }

test('cursor: each page is asked for with the cursor of the one before, until there is no more', async () => {
  await using peer = await startPeer((received) => {
    const { cursor = 0 } = json(received)
    const list = people.slice(cursor, cursor + 3)
    const has_more = cursor + 3 < people.length
    return { body: { errcode: 0, result: { has_more, list, ...(has_more ? { next_cursor: cursor + 3 } : {}) } } }
  })
  const pages = []
  for await (const page of peer.client.pages('listUsers', { dept_id: 1 })) pages.push(page)
  expect(pages.map(({ number, items }) => [number, items.length])).toEqual([
    [1, 3],
    [2, 3],
    [3, 1],
  ])
  expect(pages.flatMap(({ items }) => items.map(({ userid }) => userid))).toEqual(people.map(({ userid }) => userid))
  expect(peer.received.map(({ json }) => json)).toEqual([0, 3, 6].map((cursor) => ({ dept_id: 1, cursor, size: 100 })))
})

test('cursor without a has-more flag: it ends where the next cursor is missing', async () => {
  await using peer = await startPeer((_, n) => ({
    body: { errcode: 0, result: { data_list: [`u${n}`], ...(n < 2 ? { next_cursor: (n + 1) * 50 } : {}) } },
  }))
  expect(await peer.client.all('listOnJobEmployees', { status_list: [2, 3] })).toEqual(['u0', 'u1', 'u2'])
  expect(peer.received.map((received) => json(received)['offset'])).toEqual([0, 50, 100])
})

test('cursor in a GET query: the first value is that of the contract, a text ends empty', async () => {
  await using peer = await startPeer((_, n) => ({
    body: { records: [{ userId: `u${n}` }], nextToken: n < 1 ? 'abc' : '' },
  }))
  const left = await peer.client.all('listLeaveRecords', { startTime: '2026-01-01T00:00:00Z' })
  expect(left.map(({ userId }) => userId)).toEqual(['u0', 'u1'])
  expect(peer.received.map(({ query }) => [query.get('nextToken'), query.get('maxResults')])).toEqual([
    ['0', '50'],
    ['abc', '50'],
  ])
})

test('size: the offset grows by the page size while the flag says more, however short a page is', async () => {
  await using peer = await startPeer((_, n) => ({
    body: { errcode: 0, result: { hasMore: n < 2, list: [{ groupId: n, name: `组${n}` }] } },
  }))
  expect(await peer.client.all('listRoles', {})).toHaveLength(3)
  expect(peer.received.map(({ json }) => json)).toEqual([0, 200, 400].map((offset) => ({ offset, size: 200 })))
})

test('size without a flag: a short page is the last, a full one is not', async () => {
  const contact = (n: number) => ({ userid: `c${n}`, name: `客户${n}` })
  await using peer = await startPeer((_, n) => ({
    body: { errcode: 0, results: Array.from({ length: n === 0 ? 100 : 0 }, (_, n) => contact(n)) },
  }))
  expect(await peer.client.all('listExternalContacts', {})).toHaveLength(100)
  expect(peer.received.map((received) => json(received)['offset'])).toEqual([0, 100])
})

test('repeat: the same call hands out the rest until there is no more', async () => {
  await using peer = await startPeer((_, n) => ({
    body: { errcode: 0, has_more: n < 2, failed_list: [{ call_back_tag: 'user_add_org', event_time: n }] },
  }))
  expect(await peer.client.all('listFailedPushEvents', {})).toHaveLength(3)
  expect(new Set(peer.received.map(({ query }) => query.toString())).size).toBe(1)
})

test('an empty list may be left out, but not what holds it', async () => {
  await using empty = await startPeer(() => ({ body: { errcode: 0, result: { has_more: false } } }))
  expect(await empty.client.all('listUsers', { dept_id: 1 })).toEqual([])
  await using hollow = await startPeer(() => ({ body: { errcode: 0 } }))
  await expect(hollow.client.all('listUsers', { dept_id: 1 })).rejects.toMatchObject({ code: 'unexpected-answer' })
})

test.each([
  ['the cursor does not move', 'listUsers', { result: { has_more: true, next_cursor: 0, list: [] } }],
  ['more is promised without a cursor', 'listUsers', { result: { has_more: true, list: [] } }],
  ['an empty page of a size walk promises more', 'listRoles', { result: { hasMore: true, list: [] } }],
  ['the flag of a size walk is missing', 'listRoles', { result: { list: [] } }],
  ['the same page comes twice', 'listFailedPushEvents', { has_more: true, failed_list: [{ call_back_tag: 'x' }] }],
] as const)('a walk stops with an error when %s', async (_, id, body) => {
  await using peer = await startPeer(() => ({ body: { errcode: 0, ...body } }))
  await expect(peer.client.all(id, (id === 'listUsers' ? { dept_id: 1 } : {}) as never)).rejects.toMatchObject({
    code: 'unexpected-answer',
  })
  expect(peer.received.length).toBeLessThan(4)
})

test('an error in the middle ends the walk with that error', async () => {
  await using peer = await startPeer((_, n) =>
    n === 0
      ? { body: { errcode: 0, result: { has_more: true, next_cursor: 5, list: people } } }
      : { body: { errcode: 60011 } },
  )
  await expect(peer.client.all('listUsers', { dept_id: 1 })).rejects.toMatchObject({ code: '60011' })
})

test('a call whose paging is not documented is not walked, and one without pages neither', async () => {
  const walked = (id: OperationId) => walk(contract.operations[id], {}, async () => ({})).next()
  await expect(walked('searchUsers')).rejects.toThrow('not documented')
  await expect(walked('getUser')).rejects.toThrow('does not answer in pages')
})

test('every other paged operation of the contract ends on an empty first page', async () => {
  type Fields = { [name: string]: unknown }
  const set = (path: string, value: unknown): Fields =>
    path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Fields
  const merge = (into: Fields, from: Fields): void => {
    for (const [name, value] of Object.entries(from))
      if (name in into) merge(into[name] as Fields, value as Fields)
      else into[name] = value
  }
  for (const operation of Object.values(contract.operations)) {
    const { page } = operation
    if (!page || page.step === 'unknown') continue
    const answer: { [name: string]: unknown } = set(page.items, [])
    if (page.more) merge(answer, set(page.more, false))
    const pages = []
    for await (const items of walk(operation, {}, async () => answer)) pages.push(items)
    expect([operation.id, pages]).toEqual([operation.id, [[]]])
  }
})
