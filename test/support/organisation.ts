import { randomNumbers } from '../../src/emulator/random.ts'
import { type FileTree, writeFiles } from './files.ts'
import { inlineList, inlineMap, listItem, scalar } from './yaml-text.ts'

/** How many people, and which of the companies of that size: the same seed gives the same files, byte by byte. */
export interface OrganisationOptions {
  readonly people: number
  readonly seed: number
}

interface Department {
  readonly folder: string
  readonly parent: number | null
}

interface Person {
  readonly userid: string
  readonly name: string
  readonly department: number
}

const peopleEach = 12
const fanOut = 8
const topics =
  '平台 存储 网络 支付 搜索 质量 运维 市场 销售 客服 财务 采购 Platform Storage Network Payments Growth Design'.split(
    ' ',
  )
const surnames = '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 欧阳 司徒'.split(' ')
const givenNames = '静怡 志远 晓岚 浩然 明远 婉清 文博 若溪 一凡 佳宁 宇航 梦瑶 书言 小雪 海涛 文静 悦 磊 敏 强'.split(
  ' ',
)
const firstNames = 'Alice Ben Chloe David Emma Felix Grace Henry Iris Jack Karen Liam Mia Noah Olive Paul'.split(' ')
const lastNames = "Abbott Brooks Carter Dalton Ellis Foster Graham Hughes O'Neill Jensen Keller Lawson".split(' ')
const places = ['杭州', '上海', '深圳', 'Singapore']

/**
 * A made-up company for benchmarks and property tests: a department for every twelve people, eight under each, and
 * the whole format in use: heads, managers, further departments, custom fields, roles with scopes.
 */
export function organisationFiles({ people: count, seed }: OrganisationOptions): FileTree {
  const random = randomNumbers(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const departments: Department[] = []
  for (let index = 0; index < Math.max(1, Math.ceil(count / peopleEach)); index++) {
    const parent = index < fanOut ? null : Math.floor(index / fanOut) - 1
    const above = parent === null ? '' : `${departments[parent]?.folder}/`
    // The number keeps names apart among siblings.
    departments.push({ folder: `${above}${pick(topics)} ${index + 1}`, parent })
  }
  const people: Person[] = []
  for (let index = 0; index < count; index++) {
    const name = random() < 0.8 ? pick(surnames) + pick(givenNames) : `${pick(firstNames)} ${pick(lastNames)}`
    people.push({ userid: String(index + 1).padStart(6, '0'), name, department: Math.floor(index / peopleEach) })
  }

  const files: Record<string, string> = { 'rollbook.yaml': 'version: 1\ncorp: dingcorp0001\n' }
  for (const [index, { folder }] of departments.entries()) {
    const own = people.slice(index * peopleEach, (index + 1) * peopleEach)
    const head = own[0]
    const managers = head === undefined ? '' : `managers: ${inlineList([head.userid])}\n`
    files[`departments/${folder}/department.yaml`] = `order: ${(index + 1) * 10}\n${managers}`
    if (own.length > 0) {
      files[`departments/${folder}/people.yaml`] = own.map((person) => personText(person)).join('\n')
    }
  }
  files['roles/职级.yaml'] = rolesText()
  return files

  function personText({ userid, name, department }: Person): string {
    const number = Number(userid)
    const parent = departments[department]?.parent ?? null
    const isHead = number % peopleEach === 1
    // People report to the head of their department, heads to the one above: upwards only, so there is no cycle.
    const manager = isHead ? (parent === null ? undefined : headOf(parent)) : headOf(department)
    const further = random() < 0.06 ? Math.floor(random() * departments.length) : department
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
    return listItem([
      `userid: ${scalar(userid)}`,
      `name: ${scalar(name)}`,
      `mobile: ${scalar(`+86-100${String((seed % 90) * 1_000_000 + number).padStart(8, '0')}`)}`,
      `title: ${isHead ? '主管' : pick(['工程师', '高级工程师', '专员', 'Analyst'])}`,
      `job_number: ${scalar(userid)}`,
      `email: ${scalar(`u${userid}@example.com`)}`,
      `work_place: ${pick(places)}`,
      `hired_date: ${2010 + Math.floor(random() * 15)}-${month}-15`,
      ...(manager === undefined ? [] : [`manager_userid: ${scalar(manager)}`]),
      `extension: ${inlineMap([
        ['工位', scalar(`A${number}`)],
        ['班车', pick(['一号线', '二号线'])],
      ])}`,
      ...(further === department ? [] : ['also:', `  - ${inlineMap(furtherEntries(further, number))}`]),
    ])
  }

  function furtherEntries(department: number, order: number): [string, string][] {
    return [
      ['department', scalar(departments[department]?.folder ?? '')],
      ['title', '顾问'],
      ['order', String(order)],
    ]
  }

  function headOf(department: number): string | undefined {
    return people[department * peopleEach]?.userid
  }

  function rolesText(): string {
    const heads = departments.flatMap(({ folder }, index) => {
      const head = headOf(index)
      return head === undefined ? [] : [{ folder, head }]
    })
    const scoped = heads.map(({ folder, head }) => {
      return `  - ${inlineMap([
        ['userid', scalar(head)],
        ['scope', inlineList([folder])],
      ])}`
    })
    const seniors = people.filter(({ department }) => department % 5 === 0).map(({ userid }) => `  - ${scalar(userid)}`)
    const role = (name: string, members: readonly string[]): string => {
      return listItem([`name: ${name}`, ...(members.length === 0 ? ['members: []'] : ['members:', ...members])], '  ')
    }
    return `roles:\n${role('主管', scoped)}\n${role('骨干', seniors)}`
  }
}

/** Writes such a company into the folder. */
export async function writeOrganisation(folder: string, options: OrganisationOptions): Promise<void> {
  await writeFiles(folder, organisationFiles(options))
}
