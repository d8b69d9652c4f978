import pLimit from 'p-limit'
import type { Gap } from '../../core/model.ts'
import type { Client } from '../../dingtalk/client.ts'
import type { Int64 } from '../../dingtalk/operation.ts'
import type { Reader } from '../kind.ts'
import { holeOf, unlessAbsent } from '../refused.ts'
import { DETAIL_FIELDS, type UserDetail, type UserRemote, usedOf, usedOfItem } from './remote.ts'

const WIDTH = 12

interface Draft {
  item: UserRemote['item']
  readonly departments: Set<number>
  readonly orders: Map<number, Int64>
  readonly titles: Set<string>
  /** Departments whose lists show the person, and what these lists say of where else the person is. */
  readonly shown: Set<number>
  readonly claims: Set<string>
  detail?: Promise<UserDetail | undefined>
}

/**
 * Reads everybody through the lists of their departments, which DingTalk gives in pages of 100, and in detail only the
 * people of whom the files state a field that no list has, or of whom neither list nor lock tells which of several
 * departments is the main one. The lists start while the tree is still being walked. The head count, which the contact
 * scope of the app does not limit, proves that nobody was missed; that everybody stands in the list of each department
 * that they are said to be in proves that no list was short.
 */
export async function readUsers(reader: Reader<UserRemote>): Promise<void> {
  const limit = pLimit(WIDTH)
  const people = new Map<string, Draft>()
  const work: Promise<void>[] = []
  const listed = new Map<number, 'whole' | 'not'>()
  const keyOf = new Map(Object.entries(reader.lockedOf('department')).map(([key, { id }]) => [id, key]))
  const nameOf = (id: number) => keyOf.get(String(id)) ?? `#${id}`
  let pages = 0
  const headCount = limit(() => reader.client.call('countUsers', { only_active: false }))
  headCount.catch(() => {})

  for await (const [, remote] of reader.seen('department')) {
    const department = remote as { id: number; detail?: { owning_member_count?: number } }
    // A department that says it holds nobody needs no list (legacy guide, section 3).
    if (Number(department.detail?.owning_member_count ?? 1) === 0) {
      listed.set(department.id, 'whole')
      continue
    }
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
      item: reader.whole && detail !== undefined ? usedOfItem(item) : item,
      departments: [...departments].sort((a, b) => a - b),
      orders,
      titleUnsure,
      ...(detail !== undefined && { detail }),
    })
  })
  await Promise.all(details)

  for (const gap of contradictions(people, listed, nameOf)) reader.gap(gap)
  const { result } = await headCount
  const expected = result?.count === undefined ? null : Number(result.count)
  reader.prove({ pages, people: people.size, headCount: expected })
  if (expected !== people.size)
    reader.gap({
      code: 'head-count',
      message: `DingTalk counts ${expected ?? 'nobody knows how many'} people, ${people.size} were found`,
    })

  async function list(id: number): Promise<void> {
    try {
      const walk = reader.client.pages('listUsers', { dept_id: id, contain_access_limit: true })
      for (;;) {
        const page = await limit(() => walk.next())
        if (page.done) break
        pages += 1
        for (const item of page.value.items) meet(id, item)
      }
      listed.set(id, 'whole')
    } catch (error) {
      const name = nameOf(id)
      reader.gap(
        holeOf(
          error,
          { kind: 'department', key: name },
          {
            gone: `department ${name} disappeared while its people were read`,
            hidden: `the people of department ${name} are outside the contact scope of the app`,
          },
        ),
      )
      listed.set(id, 'not')
    }
  }

  /** The same person appears in the list of each of their departments, with that department's weight and title. */
  function meet(id: number, item: UserRemote['item']): void {
    const draft: Draft = people.get(item.userid) ?? {
      item,
      departments: new Set(),
      orders: new Map(),
      titles: new Set(),
      shown: new Set(),
      claims: new Set(),
    }
    people.set(item.userid, draft)
    draft.item = { ...draft.item, ...item }
    for (const department of item.dept_id_list ?? [id]) draft.departments.add(department)
    draft.shown.add(id)
    if (item.dept_id_list !== undefined) draft.claims.add([...item.dept_id_list].sort((a, b) => a - b).join())
    if (item.dept_order !== undefined) draft.orders.set(id, item.dept_order)
    draft.titles.add(item.title ?? '')
    const stated = Object.keys(reader.desired[item.userid] ?? {})
    if (reader.whole || stated.some((field) => DETAIL_FIELDS.has(field))) {
      draft.detail ??= readDetail(item.userid)
      draft.detail.catch(() => {})
    }
  }

  async function readDetail(userid: string): Promise<UserDetail | undefined> {
    try {
      const { result } = await limit(() => reader.client.call('getUser', { userid }))
      const detail = answered(reader, userid, result)
      return reader.whole && detail !== undefined ? usedOf(detail) : detail
    } catch (error) {
      reader.gap(holeOfUser(userid, error))
      return undefined
    }
  }
}

/** One person by userid; getUser answers all that the lists do, and the departments in the person's own words. */
export async function readUser(reader: Reader<UserRemote>, userid: string): Promise<UserRemote | undefined> {
  try {
    const answer = await unlessAbsent(reader.client.call('getUser', { userid }))
    const detail = answer === undefined ? undefined : answered(reader, userid, answer.result)
    if (detail === undefined) return undefined
    const departments = [...(detail.dept_id_list ?? [])].sort((a, b) => a - b)
    return { item: detail as UserRemote['item'], departments, orders: new Map(), titleUnsure: false, detail }
  } catch (error) {
    reader.gap(holeOfUser(userid, error))
    return undefined
  }
}

function answered(reader: Reader<UserRemote>, userid: string, result: UserDetail | undefined): UserDetail | undefined {
  if (result?.userid === userid) return result
  reader.gap({
    code: 'changed-while-reading',
    message: `somebody else was answered for user ${userid}`,
    refs: [{ kind: 'user', key: userid }],
  })
  return undefined
}

function holeOfUser(userid: string, error: unknown): Gap {
  return holeOf(
    error,
    { kind: 'user', key: userid },
    {
      gone: `user ${userid} disappeared while being read`,
      hidden: `user ${userid} is outside the contact scope of the app`,
    },
  )
}

/** Whether DingTalk still knows the userid; 33012 and 60121 say that it does not. */
export async function userExists(client: Client, id: string): Promise<boolean> {
  return (await unlessAbsent(client.call('getUser', { userid: id }))) !== undefined
}

/**
 * Holes that the lists betray of each other. Each item says in which departments the person is, so each of them must be
 * known and must show the person; and two lists must say the same.
 */
function contradictions(
  people: ReadonlyMap<string, Draft>,
  listed: ReadonlyMap<number, 'whole' | 'not'>,
  nameOf: (id: number) => string,
): Gap[] {
  const gaps: Gap[] = []
  for (const [userid, { departments, shown, claims }] of people) {
    const unseen = [...departments].filter((id) => id > 0 && listed.get(id) === undefined)
    const short = [...departments].filter((id) => listed.get(id) === 'whole' && !shown.has(id))
    const outside = [...shown].some((id) => claims.size > 0 && ![...claims].some((claim) => holds(claim, id)))
    for (const id of unseen)
      gaps.push({
        code: 'department',
        message: `department ${nameOf(id)} holds people, and no list of sub-departments shows it`,
        refs: [{ kind: 'department', key: nameOf(id) }],
      })
    for (const id of short)
      gaps.push({
        code: 'people',
        message: `the list of department ${nameOf(id)} does not show all of its people`,
        refs: [{ kind: 'department', key: nameOf(id) }],
      })
    if (claims.size > 1 || outside)
      gaps.push({
        code: 'changed-while-reading',
        message: `lists contradict each other about the departments of user ${userid}`,
        refs: [{ kind: 'user', key: userid }],
      })
  }
  return gaps
}

function holds(claim: string, id: number): boolean {
  return claim.split(',').includes(String(id))
}
