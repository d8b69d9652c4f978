import { isMap, isSeq } from 'yaml'
import type { Manifest } from './merge.ts'
import { dataIn, isList, isMapping, type Stated, spliced } from './pieces.ts'
import { restate } from './restate.ts'
import { type OpenFile, opened } from './tree.ts'

/** What a file of roles is to say. */
export interface RoleChanges {
  /** Its roles under the names that they have in the file. */
  readonly list: readonly Stated[]
  /** Which of them is called otherwise now: the new name by the old one. */
  readonly renamed: ReadonlyMap<string, string>
  readonly added: readonly Manifest[]
}

const ORDER = ['group', 'roles', 'name', 'previously', 'members', 'userid', 'scope']

/** The roles in a file, as it states them. */
export function rolesIn({ data }: OpenFile): readonly Stated[] {
  const roles = isMapping(data) ? data['roles'] : undefined
  return roles !== undefined && isList(roles) ? roles : []
}

/**
 * The text of a file of roles. An entry is told from the others by its name, so names change on their own: after all
 * else, and before somebody new takes one that was given up.
 *
 * @throws ByHand where it is written in a way that cannot be changed piece by piece.
 */
export function roleLines(file: OpenFile, { list, renamed, added }: RoleChanges): string {
  if (list.length === 0 || added.length === 0) return withNames(withRoles(file, [...list, ...added]), renamed).whole
  const named = withNames(withRoles(file, list), renamed)
  return withRoles(named, [...rolesIn(named), ...added]).whole
}

type Opened = ReturnType<typeof reopened>

function withRoles(file: OpenFile, roles: readonly Stated[]): Opened {
  const { page, root, data } = file
  const stated = isMapping(data) ? data : {}
  return reopened(file, spliced(page.text, restate(page, root, { ...stated, roles }, ORDER)))
}

function withNames(file: Opened, renamed: ReadonlyMap<string, string>): Opened {
  const { page, root } = file
  const list = isMap(root) ? root.get('roles') : undefined
  if (!isSeq(list) || renamed.size === 0) return file
  const splices = list.items.flatMap((item) => {
    const name = isMap(item) ? item.get('name', true) : undefined
    const next = renamed.get(String(dataIn(name)))
    return next === undefined ? [] : restate(page, name, next, ORDER)
  })
  return reopened(file, spliced(page.text, splices))
}

function reopened({ path, mark }: OpenFile, text: string) {
  const whole = mark + text
  return { ...opened(path, whole), whole }
}
