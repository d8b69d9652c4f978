import { type CheckLimits, departmentsOf, type Scene, shown } from './check-scene.ts'
import { circles } from './circles.ts'
import type { Model } from './model.ts'
import { Personal } from './personal.ts'
import { type Finding, finding, type ProblemCode } from './problem.ts'

/** Values that only one person may have, cycles of managers, and what an enterprise account needs. */
export function checkPeople(scene: Scene, limits: CheckLimits): Finding[] {
  const findings = [...uniqueValues(scene), ...copiedSeals(scene), ...cycles(scene)]
  for (const [key, user] of scene.users) {
    findings.push(...enterpriseAccount(scene, key, user))
    const count = departmentsOf(user).size
    if (count > limits.departmentsOfPerson)
      findings.push(
        finding(
          scene.at('user', key, 'dept_id_list'),
          'too-many',
          [`${count} departments; ${limits.departmentsOfPerson} is the most for one person`, 'take some out of also'],
          [`共属于 ${count} 个部门，一个人最多 ${limits.departmentsOfPerson} 个`, '请从 also 里去掉一些'],
        ),
      )
  }
  for (const key of scene.replaceable)
    if (scene.users.get(key)?.['mobile'] === undefined)
      findings.push(missing(scene, key, 'replace', 'mobile', 'replace: mobile', 'replace: mobile '))
  return findings
}

const UNIQUE: readonly (readonly [field: string, code: ProblemCode, en: string, zh: string])[] = [
  ['mobile', 'duplicate-mobile', 'mobile', '手机号'],
  ['telephone', 'duplicate-telephone', 'extension number', '分机号'],
  ['email', 'duplicate-email', 'e-mail', '邮箱'],
  ['org_email', 'duplicate-email', 'company e-mail', '企业邮箱'],
  ['login_email', 'duplicate-email', 'sign-in e-mail', '登录邮箱'],
]

/** Compares personal values and names the other place, never the value. A sealed one takes part once it was opened. */
export function* uniqueValues({ users, at }: Pick<Scene, 'users' | 'at'>): Iterable<Finding> {
  for (const [field, code, en, zh] of UNIQUE) {
    const first = new Map<string, string>()
    for (const [key, user] of users) {
      const value = user[field]
      if (!(value instanceof Personal) || value.closed) continue
      const plain = value.reveal().toLowerCase()
      const other = first.get(plain)
      if (other === undefined) {
        first.set(plain, key)
        continue
      }
      const where = shown(at('user', other, field))
      yield finding(
        at('user', key, field),
        code,
        [`"${other}" has the same ${en}: ${where}`, 'correct one of the two; in DingTalk it belongs to one person'],
        [`“${other}”的${zh}与此相同：${where}`, '请改正其中一个；在钉钉里它只能属于一个人'],
      )
    }
  }
}

/** One ciphertext in two places belongs to one of them at most: that shows without any key. */
function* copiedSeals({ users, at }: Scene): Iterable<Finding> {
  const first = new Map<string, string>()
  for (const [key, user] of users)
    for (const [field, value] of Object.entries(user)) {
      const digest = value instanceof Personal ? value.seal?.digest : undefined
      if (digest === undefined) continue
      const other = first.get(digest)
      if (other === undefined) first.set(digest, shown(at('user', key, field)))
      else
        yield finding(
          at('user', key, field),
          'sealed-foreign',
          [`the same sealed value stands at ${other}`, 'it belongs to one person and field: seal the right value here'],
          [`同一段加密内容还出现在 ${other}`, '它只能用于一个人的一个字段，请在这里重新加密正确的值'],
        )
    }
}

function* cycles({ users, at }: Scene): Iterable<Finding> {
  const managerOf = (key: string) => {
    const manager = users.get(key)?.['manager_userid']
    return typeof manager === 'string' ? manager : undefined
  }
  for (const turned of circles(users.keys(), managerOf)) {
    const path = [...turned, turned[0]].join(' → ')
    yield finding(
      at('user', turned[0], 'manager_userid'),
      'manager-cycle',
      turned.length === 1
        ? [`"${turned[0]}" cannot be their own manager`, 'name another person, or leave the line out']
        : [`managers go round in a circle: ${path}`, 'change manager_userid of one of them'],
      turned.length === 1
        ? [`“${turned[0]}”不能是自己的直属主管`, '请换一个人，或删掉这一行']
        : [`直属主管形成了循环：${path}`, '请修改其中一人的 manager_userid'],
    )
  }
}

/** From the descriptions of these fields in the vendor contract: rules between fields have no place in a schema. */
function* enterpriseAccount(scene: Scene, key: string, user: Model): Iterable<Finding> {
  const { at } = scene
  const isEnterprise = user['exclusive_account'] === true
  if (isEnterprise)
    for (const field of ['mobile', 'login_email'])
      if (user[field] !== undefined)
        yield finding(
          at('user', key, field),
          'conflicting-fields',
          [`an enterprise account (exclusive_account) has no ${field}`, 'leave out one of the two lines'],
          [`企业账号(exclusive_account)不能有 ${field}`, '请删掉其中一行'],
        )
  const type = user['exclusive_account_type']
  if (type !== undefined && !isEnterprise)
    yield missing(
      scene,
      key,
      'exclusive_account_type',
      'exclusive_account: true',
      'exclusive_account_type',
      'exclusive_account_type ',
    )
  // The password is needed to create the account alone, and DingTalk never returns it: an existing one does without.
  if (type === 'dingtalk' && user['login_id'] === undefined)
    yield missing(
      scene,
      key,
      'exclusive_account_type',
      'login_id',
      'an account of type dingtalk',
      '类型为 dingtalk 的账号',
    )
  for (const [field, needed] of NEEDS)
    if (user[field] !== undefined && user[field] !== false && user[needed] === undefined)
      yield missing(scene, key, field, needed, field, `${field} `)
}

const NEEDS = [
  ['send_password_to_user', 'init_password'],
  ['outer_exclusive_corpid', 'outer_exclusive_userid'],
  ['outer_exclusive_userid', 'outer_exclusive_corpid'],
] as const

function missing({ at }: Scene, key: string, field: string, needed: string, en: string, zh: string): Finding {
  return finding(
    at('user', key, field),
    'missing-field',
    [`${en} needs ${needed} as well`, `add ${needed}, or take this line out`],
    [`${zh}还需要 ${needed}`, `请加上 ${needed}，或删掉这一行`],
  )
}
