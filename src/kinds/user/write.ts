import type { Model, Ref, Value } from '../../core/model.ts'
import { ChangedMeanwhile } from '../../core/quarantine.ts'
import { changedFields, isEntries } from '../../core/value.ts'
import type { Client } from '../../dingtalk/client.ts'
import { DingTalkError } from '../../dingtalk/error.ts'
import type { JsonObject, RequestOf } from '../../dingtalk/operation.ts'
import { fieldsOf, updateBody } from '../body.ts'
import { type Candidate, PartlyWritten, type Writer } from '../kind.ts'
import { unlessAbsent } from '../refused.ts'
import { holderOf } from './holder.ts'
import { departmentsOf } from './model.ts'
import type { UserDetail, UserRemote } from './remote.ts'

/** Lists by department: a map of ours, a list of objects on the wire. */
const BY_DEPARTMENT = { dept_order_list: 'order', dept_title_list: 'title' } as const

/** Makes the person in one call, with everything that the files state. */
export async function createUser(writer: Writer, ref: Ref, after: Model): Promise<string> {
  const { main: _, ...fields } = after
  const request = { ...fields, ...placement(writer, after), userid: ref.key }
  const { result } = await writer.client.call('createUser', request as unknown as RequestOf<'createUser'>)
  return result?.userid ?? ref.key
}

/** Somebody with that userid: nothing tells who added them. */
export async function findUser(client: Client, ref: Ref): Promise<readonly Candidate[]> {
  const user = await getUser(client, ref.key)
  return user === undefined ? [] : [{ id: user.userid, mark: 'none' }]
}

/**
 * Writes what differs. DingTalk's page prints a default of false for `senior_mode` on update too, so the present value
 * always goes along; where the lists did not tell it, it is read first.
 */
export async function updateUser(writer: Writer, ref: Ref, before: Model, after: Model): Promise<void> {
  const changed = changedFields(before, after).filter((field) => field !== 'main' || !('dept_id_list' in after))
  const remote = writer.remote('user', ref.key) as UserRemote | undefined
  const detail = remote?.detail ?? (await getUser(writer.client, ref.key))
  const placed = changed.some((field) => ['main', 'dept_id_list', ...Object.keys(BY_DEPARTMENT)].includes(field))
  const moves = !sameList(departmentsOf(before), departmentsOf(after))
  const body: JsonObject = {
    ...updateBody(
      'UserUpdate',
      after,
      changed.filter((field) => !(field in BY_DEPARTMENT) && !field.startsWith('dept_') && field !== 'main'),
    ),
    ...((placed || moves) && changedPlacement(writer, after, changed, moves, remote, detail)),
    senior_mode: after['senior_mode'] ?? detail?.senior ?? false,
    userid: ref.key,
  }
  if ('login_id' in body) {
    // The update call spells it differently.
    body['loginId'] = body['login_id']
    delete body['login_id']
  }
  await writer.client.call('updateUser', body as unknown as RequestOf<'updateUser'>)
}

/** Removes the person; one who is gone already is as good. */
export async function deleteUser(writer: Writer, ref: Ref): Promise<void> {
  await unlessAbsent(writer.client.call('deleteUser', { userid: ref.key }))
}

/**
 * Deletes and makes again, because DingTalk cannot change a mobile. Roles and heads follow as changes of their own. The
 * next run no longer sees what the person had and the files do not state, so an unclear answer is looked into at once.
 */
export async function replaceUser(writer: Writer, ref: Ref, after: Model): Promise<void> {
  const exists = async () => (await getUser(writer.client, ref.key)) !== undefined
  await checkFree(writer, ref, after['mobile'])
  await untilClear(
    () => deleteUser(writer, ref),
    async () => !(await exists()),
  )
  const known = fieldsOf('UserCreate')
  const settable = Object.entries(after).filter(
    ([field, value]) => (known[field] || field === 'main') && value !== null,
  )
  try {
    await untilClear(() => createUser(writer, ref, Object.fromEntries(settable)), exists)
  } catch (error) {
    throw new PartlyWritten(ref.key, error)
  }
}

/** Fails while somebody else has the mobile: the person would be deleted and could not be made again. */
async function checkFree({ client }: Writer, ref: Ref, mobile: Value | undefined): Promise<void> {
  // Where the app may not ask, only the create itself can tell.
  const holder = await holderOf(client, mobile)
  // The read that the plan was made from was of the past.
  if (holder === ref.key) throw new ChangedMeanwhile('this person has the new mobile already; nothing was deleted')
  if (holder !== undefined)
    throw new ChangedMeanwhile(`"${holder}" has the new mobile already; nothing was deleted`, holder)
}

/** Writes; when nobody knows what became of it, asks DingTalk whether it is `done`, and if not writes again. */
async function untilClear(write: () => Promise<unknown>, done: () => Promise<boolean>): Promise<void> {
  for (let sent = 1; ; sent++) {
    try {
      await write()
      return
    } catch (error) {
      if (!(error instanceof DingTalkError) || error.outcome !== 'unknown') throw error
      if (await done()) return
      if (sent >= (error.lost ? MOST : 2)) throw error
    }
  }
}

/** How often one of the two calls of a replacement is sent at most. */
const MOST = 5

function placement(writer: Writer, after: Model): JsonObject {
  const body: JsonObject = { dept_id_list: departmentsOf(after).map((key) => departmentId(writer, key)) }
  for (const [field, name] of Object.entries(BY_DEPARTMENT))
    if (isEntries(after[field])) body[field] = byDepartment(writer, after[field], name)
  return body
}

/**
 * What an update does to departments that a list leaves out is not documented, so every list that goes at all goes
 * whole: what the files state, over what was read.
 */
function changedPlacement(
  writer: Writer,
  after: Model,
  changed: readonly string[],
  moves: boolean,
  remote: UserRemote | undefined,
  detail: UserDetail | undefined,
): JsonObject {
  const ids = departmentsOf(after).map((key) => departmentId(writer, key))
  const body: JsonObject = {}
  if (moves || changed.includes('dept_id_list')) body['dept_id_list'] = ids
  if (changed.includes('dept_order_list')) {
    const orders = new Map<number, unknown>(remote?.orders)
    for (const { dept_id, order } of detail?.dept_order_list ?? []) orders.set(dept_id, order)
    overlay(writer, orders, after['dept_order_list'])
    body['dept_order_list'] = listOf(orders, ids, 'order')
  }
  const positions = detail?.dept_position_list ?? []
  const main = departmentId(writer, departmentsOf(after)[0] ?? '')
  const mainMoves = positions.some(({ dept_id, is_main }) => is_main === true && dept_id !== main)
  const titlesChange = changed.includes('dept_title_list')
  if (titlesChange || (moves && mainMoves)) {
    const titles = new Map<number, unknown>(positions.map(({ dept_id, title }) => [dept_id, title]))
    overlay(writer, titles, after['dept_title_list'])
    if (titlesChange) body['dept_title_list'] = listOf(titles, ids, 'title')
    // The regular update page lists positions instead of titles; both say the same, so whichever is read is right. And
    // they alone can tell the main department: no order of dept_id_list is said to.
    if (positions.some(({ is_main }) => is_main === true)) {
      body['dept_position_list'] = ids.map((dept_id) => ({
        ...positions.find((position) => position.dept_id === dept_id),
        dept_id,
        ...(titles.get(dept_id) !== undefined && { title: titles.get(dept_id) }),
        is_main: dept_id === main,
      }))
    }
  }
  return body
}

function overlay(writer: Writer, into: Map<number, unknown>, stated: Value | undefined): void {
  for (const [key, value] of Object.entries(isEntries(stated) ? stated : {}))
    into.set(departmentId(writer, key), value ?? '')
}

function listOf(values: ReadonlyMap<number, unknown>, ids: readonly number[], name: string): JsonObject[] {
  return ids.filter((id) => values.get(id) !== undefined).map((dept_id) => ({ dept_id, [name]: values.get(dept_id) }))
}

function byDepartment(writer: Writer, entries: { readonly [key: string]: Value }, name: string): JsonObject[] {
  return Object.entries(entries)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ({ dept_id: departmentId(writer, key), [name]: value }))
}

function departmentId(writer: Writer, key: string): number {
  return Number(writer.id('department', key))
}

async function getUser(client: Client, userid: string): Promise<UserDetail | undefined> {
  return (await unlessAbsent(client.call('getUser', { userid })))?.result
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}
