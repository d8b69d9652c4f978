import { type CheckLimits, type Scene, shown } from './check-scene.ts'
import type { Model } from './model.ts'
import { type Finding, finding } from './problem.ts'
import { members } from './value.ts'

/** From `x-limits` of the vendor contract (legacy.openapi.yaml), where they stand as sentences. */
const MAX_LEVELS = 20
const MAX_CHILDREN = 1000
const MAX_PEOPLE = 1000

/** Names among siblings, depth and size of the tree, heads, permits, and claims on former keys. */
export function checkDepartments(scene: Scene, limits: CheckLimits): Finding[] {
  return [
    ...siblingNames(scene),
    ...levels(scene),
    ...sizes(scene),
    ...membership(scene),
    ...permits(scene, limits),
    ...formerKeys(scene),
  ]
}

/**
 * DingTalk is known to refuse a name that a sibling has (60021, once 60008). Whether it takes `é` in one letter and `é` in
 * two for one name is documented nowhere, and a company may have both: so texts are compared as they are, and if DingTalk
 * refuses one of them, an apply says so.
 */
function* siblingNames(scene: Scene): Iterable<Finding> {
  const first = new Map<string, string>()
  for (const [key, { name, parent_id }] of scene.departments) {
    if (typeof name !== 'string') continue
    const slot = JSON.stringify([parent_id, name])
    const other = first.get(slot)
    if (other === undefined) {
      first.set(slot, key)
      continue
    }
    const where = shown(scene.at('department', other, 'name'))
    yield finding(
      scene.at('department', key, 'name'),
      'duplicate-name',
      [`another department of the same parent is called "${name}": ${where}`, 'rename one of the two'],
      [`同一个上级部门下已有“${name}”：${where}`, '请把其中一个改名'],
    )
  }
}

function* levels({ departments, at }: Scene): Iterable<Finding> {
  for (const key of departments.keys()) {
    let level = 0
    for (let up: unknown = key; up !== '/' && level <= MAX_LEVELS + 1; level++) up = parentOf(departments, up)
    // What lies below one that is too deep needs no words of its own.
    if (level !== MAX_LEVELS + 1) continue
    yield finding(
      at('department', key),
      'too-deep',
      [`this department is ${level} levels below the root; DingTalk has ${MAX_LEVELS}`, 'move it further up'],
      [`这个部门在根部门下第 ${level} 层，钉钉最多 ${MAX_LEVELS} 层`, '请往上移'],
    )
  }
}

function parentOf(departments: ReadonlyMap<string, Model>, key: unknown): unknown {
  return departments.get(String(key))?.['parent_id'] ?? '/'
}

function* sizes({ departments, peopleOf, at }: Scene): Iterable<Finding> {
  const children = new Map<unknown, number>()
  for (const { parent_id } of departments.values()) children.set(parent_id, (children.get(parent_id) ?? 0) + 1)
  for (const key of departments.keys()) {
    const inside = children.get(key) ?? 0
    if (inside > MAX_CHILDREN)
      yield finding(
        at('department', key),
        'too-many',
        [`it has ${inside} sub-departments; DingTalk allows ${MAX_CHILDREN}`, 'group them into departments in between'],
        [`它有 ${inside} 个子部门，钉钉最多 ${MAX_CHILDREN} 个`, '请在中间增加一级部门'],
      )
    const people = peopleOf.get(key)?.size ?? 0
    if (people > MAX_PEOPLE)
      yield finding(
        at('department', key),
        'too-many',
        [`${people} people belong to it; DingTalk allows ${MAX_PEOPLE}`, 'put some of them into sub-departments'],
        [`它有 ${people} 名成员，钉钉最多 ${MAX_PEOPLE} 名`, '请把一部分人放到子部门'],
      )
  }
}

function* membership({ settingsOf, users, peopleOf, at }: Scene): Iterable<Finding> {
  for (const [key, settings] of settingsOf) {
    const people = peopleOf.get(key)
    for (const head of members(settings['dept_manager_userid_list'])) {
      if (people?.has(head) || !users.has(head)) continue
      yield finding(
        at('department-settings', key, 'dept_manager_userid_list', head),
        'manager-not-member',
        [`"${head}" is head of this department and does not belong to it`, joinHint(at, head, key).en],
        [`“${head}”是本部门主管，却不是本部门成员`, joinHint(at, head, key).zh],
      )
    }
    const owner = settings['org_dept_owner']
    if (typeof owner !== 'string' || people?.has(owner) || !users.has(owner)) continue
    yield finding(
      at('department-settings', key, 'org_dept_owner'),
      'manager-not-member',
      [`"${owner}" owns the chat of this department and does not belong to it`, joinHint(at, owner, key).en],
      [`“${owner}”是本部门群的群主，却不是本部门成员`, joinHint(at, owner, key).zh],
    )
  }
}

function joinHint(at: Scene['at'], person: string, department: string) {
  const where = shown(at('user', person))
  return {
    en: `name another person, or add "${department}" under also at ${where}`,
    zh: `请换一个人，或在 ${where} 的 also 里加上“${department}”`,
  }
}

function* permits({ settingsOf, at }: Scene, { together }: CheckLimits): Iterable<Finding> {
  for (const [key, settings] of settingsOf)
    for (const { fields, max } of together) {
      const counts = fields.map((field) => members(settings[field]).length)
      const sum = counts.reduce((total, count) => total + count, 0)
      // One list above the ceiling has been reported on its own.
      if (sum <= max || counts.some((count) => count === sum)) continue
      yield finding(
        at('department-settings', key, fields.at(-1)),
        'too-many',
        [`${fields.join(' and ')} together have ${sum} entries; ${max} is the most`, `take out ${sum - max}`],
        [`${fields.join(' 和 ')} 合计 ${sum} 项，最多 ${max} 项`, `请去掉 ${sum - max} 项`],
      )
    }
}

/** Two cannot both have been the same department, or the same role. */
function* formerKeys({ previously, at }: Scene): Iterable<Finding> {
  for (const [kind, keys] of Object.entries(previously)) {
    const first = new Map<string, string>()
    for (const [key, former] of Object.entries(keys))
      for (const name of former) {
        const other = first.get(name)
        if (other === undefined) {
          first.set(name, key)
          continue
        }
        const where = shown(at(kind, other, 'previously', name))
        yield finding(
          at(kind, key, 'previously', name),
          'ambiguous-rename',
          [`the former name stands under previously at ${where} too`, 'it can have become only one of them: keep one'],
          [`这个曾用名在 ${where} 的 previously 里也有`, '原来的只能对应其中一个：请只保留一处'],
        )
      }
  }
}
