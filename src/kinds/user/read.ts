import pLimit from 'p-limit'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { Int64 } from '../../dingtalk/operation.ts'
import type { Reader } from '../kind.ts'
import { DETAIL_FIELDS, type UserDetail, type UserRemote } from './remote.ts'

const WIDTH = 12

interface Draft {
  item: UserRemote['item']
  readonly departments: Set<number>
  readonly orders: Map<number, Int64>
  readonly titles: Set<string>
  detail?: Promise<UserDetail | undefined>
}

/**
 * Reads everybody through the lists of their departments, which DingTalk gives in pages of 100, and in detail only the
 * people of whom the files state a field that no list has, or of whom neither list nor lock tells which of several
 * departments is the main one. The lists start while the tree is still being walked. The head count is the proof that nobody was missed: it is not limited by the contact scope of the app.
 */
export async function readUsers(reader: Reader<UserRemote>): Promise<void> {
  const limit = pLimit(WIDTH)
  const people = new Map<string, Draft>()
  const work: Promise<void>[] = []
  const headCount = limit(() => reader.client.call('countUsers', { only_active: false }))
  headCount.catch(() => {})

  for await (const [, remote] of reader.seen('department')) {
    const department = remote as { id: number; detail?: { owning_member_count?: number } }
    // A department that says it holds nobody needs no list (legacy guide, section 3).
    if (Number(department.detail?.owning_member_count ?? 1) === 0) continue
    const listing = list(department.id)
    listing.catch(() => {})
    work.push(listing)
  }
  await Promise.all(work)
  const details = [...people].map(async ([userid, draft]) => {
    const titleUnsure = draft.titles.size > 1
    const wanted = reader.desired[userid]
    const mainUnsure = draft.departments.size > 1 && reader.locked[userid]?.main === undefined
    if (wanted !== undefined && (mainUnsure || (titleUnsure && wanted['title'] !== undefined)))
      draft.detail ??= readDetail(userid)
    const detail = await draft.detail
    const { item, departments, orders } = draft
    reader.found(userid, {
      item,
      departments: [...departments].sort((a, b) => a - b),
      orders,
      titleUnsure,
      ...(detail !== undefined && { detail }),
    })
  })
  await Promise.all(details)

  const { result } = await headCount
  const expected = Number(result?.count)
  reader.prove({ people: people.size, headCount: expected })
  if (expected !== people.size)
    reader.gap({ code: 'head-count', message: `DingTalk counts ${expected} people, ${people.size} were found` })

  async function list(id: number): Promise<void> {
    try {
      const pages = reader.client.pages('listUsers', { dept_id: id, contain_access_limit: true })
      for (;;) {
        const page = await limit(() => pages.next())
        if (page.done) return
        for (const item of page.value.items) meet(id, item)
      }
    } catch (error) {
      if (!(error instanceof DingTalkError)) throw error
      if (error.action === 'absent')
        reader.gap({
          code: 'changed-while-reading',
          message: `department ${id} disappeared while its people were read`,
        })
      else if (error.code === '50004' || error.code === '50002')
        reader.gap({
          code: 'scope',
          message: `the people of department ${id} are outside the contact scope of the app`,
        })
      else throw error
    }
  }

  /** The same person appears in the list of each of their departments, with that department's weight and title. */
  function meet(id: number, item: UserRemote['item']): void {
    const draft: Draft = people.get(item.userid) ?? {
      item,
      departments: new Set(),
      orders: new Map(),
      titles: new Set(),
    }
    people.set(item.userid, draft)
    draft.item = { ...draft.item, ...item }
    for (const department of item.dept_id_list ?? [id]) draft.departments.add(department)
    if (item.dept_order !== undefined) draft.orders.set(id, item.dept_order)
    draft.titles.add(item.title ?? '')
    const stated = Object.keys(reader.desired[item.userid] ?? {})
    if (stated.some((field) => DETAIL_FIELDS.has(field))) {
      draft.detail ??= readDetail(item.userid)
      draft.detail.catch(() => {})
    }
  }

  async function readDetail(userid: string): Promise<UserDetail | undefined> {
    try {
      return (await limit(() => reader.client.call('getUser', { userid }))).result
    } catch (error) {
      if (!(error instanceof DingTalkError)) throw error
      if (error.action === 'absent')
        reader.gap({ code: 'changed-while-reading', message: 'a person disappeared while being read' })
      else if (error.code === '50002')
        reader.gap({ code: 'scope', message: 'a person is outside the contact scope of the app' })
      else throw error
      return undefined
    }
  }
}
