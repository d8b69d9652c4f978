import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readCongress } from './congress/data.ts'
import { secondVariant } from './congress/second.ts'
import {
  type CongressDepartment,
  type CongressPerson,
  type CongressRole,
  type CongressWorld,
  describe,
} from './congress/world.ts'
import { type FileTree, writeFiles } from './files.ts'
import { inlineList, inlineMap, listItem, scalar } from './yaml-text.ts'

export type { CongressDepartment, CongressPerson, CongressRole, CongressWorld } from './congress/world.ts'

/** The Congress as its data has it, and a year later, when everything has changed that can. */
export type CongressVariant = 'first' | 'second'

/** What a variant holds, as plain data, to compare DingTalk's state with. Its files come from the same data. */
export function congressWorld(variant: CongressVariant): CongressWorld {
  const congress = readCongress()
  if (variant === 'second') secondVariant(congress)
  return describe(congress)
}

/** The files of a variant by path, without writing them. */
export function congressFiles(variant: CongressVariant): FileTree {
  const world = congressWorld(variant)
  // What a person had and has no more is cleared with null: left out, it would only not be managed any longer.
  const formerly = variant === 'second' ? congressWorld('first') : undefined
  const files: Record<string, string> = { 'rollbook.yaml': settings(variant) }
  for (const [key, department] of Object.entries(world.departments)) {
    const folder = `departments/${department.folder}`
    files[`${folder}/department.yaml`] = departmentFile(key, department)
    const people = Object.entries(world.people).filter(([, { main }]) => main === key)
    if (people.length > 0)
      files[`${folder}/people.yaml`] = people
        .map(([id, person]) => personText(id, person, formerly?.people[id]))
        .join('\n')
  }
  for (const group of ['Party side', 'Titles']) {
    const roles = Object.entries(world.roles).filter(([key]) => key.startsWith(`${group}/`))
    const texts = roles.map(([key, role]) => roleText(key.slice(group.length + 1), role))
    files[`roles/${group}.yaml`] = `roles:\n${texts.join('\n')}`
  }
  return files
}

/** Puts a variant into the folder, in place of the one that is there. The lock and the journal beside it stay. */
export async function writeCongress(folder: string, variant: CongressVariant): Promise<void> {
  await rm(join(folder, 'departments'), { recursive: true, force: true })
  await rm(join(folder, 'roles'), { recursive: true, force: true })
  await writeFiles(folder, congressFiles(variant))
}

function settings(variant: CongressVariant): string {
  const head = 'version: 1\ncorp: dingcorp0001\nlanguage: en\n'
  if (variant === 'first') return head
  // So much changes at once that every limit has to give way, and what is gone from the files is to go from DingTalk.
  const limits = [
    'users.remove',
    'users.move',
    'users.change',
    'departments.remove',
    'members.remove',
    'managers.change',
    'roles.remove',
  ]
  return [
    head,
    'deletions:\n  users: enabled\n  departments: enabled\n  roles: enabled\n',
    'limits:\n',
    ...limits.map((limit) => `  ${limit}: {floor: 600, percent: 100, ceiling: 5000}\n`),
  ].join('')
}

function departmentFile(key: string, { name, folder, order, managers, previously }: CongressDepartment): string {
  const lines = [
    ...(folder.endsWith(`/${name}`) || folder === name ? [] : [`name: ${scalar(name)}`]),
    ...(folder === key ? [] : [`key: ${scalar(key)}`]),
    ...(previously.length === 0 ? [] : [`previously: ${inlineList(previously)}`]),
    `order: ${order}`,
    `managers: ${inlineList(managers)}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function personText(userid: string, person: CongressPerson, formerly: CongressPerson | undefined): string {
  const { main, departments, orders, titles } = person
  const order = orders[main]
  const also = departments.slice(1).map((key) => {
    const title = titles[key]
    const entries: [string, string][] = [['department', scalar(key)]]
    if (title !== undefined) entries.push(['title', scalar(title)])
    return `  - ${inlineMap([...entries, ['order', orders[key] ?? '0']])}`
  })
  return listItem([
    `userid: ${scalar(userid)}`,
    `name: ${scalar(person.name)}`,
    `mobile: ${scalar(person.mobile)}`,
    `email: ${scalar(person.email)}`,
    `title: ${scalar(person.title)}`,
    `hired_date: ${person.since}`,
    ...managerLine(person, formerly),
    ...(order === undefined ? [] : [`order: ${order}`]),
    `extension: ${inlineMap(Object.entries(person.extension).map(([name, value]) => [name, scalar(value)]))}`,
    ...(also.length === 0 ? ['also: []'] : ['also:', ...also]),
  ])
}

function managerLine({ manager_userid }: CongressPerson, formerly: CongressPerson | undefined): string[] {
  if (manager_userid !== null) return [`manager_userid: ${scalar(manager_userid)}`]
  return formerly === undefined || formerly.manager_userid === null ? [] : ['manager_userid: null']
}

function roleText(name: string, { members, previously }: CongressRole): string {
  const lines = Object.entries(members).map(([userid, scope]) =>
    scope === null
      ? `  - ${scalar(userid)}`
      : `  - ${inlineMap([
          ['userid', scalar(userid)],
          ['scope', inlineList(scope)],
        ])}`,
  )
  const former = previously.length === 0 ? [] : [`previously: ${inlineList(previously)}`]
  return listItem([`name: ${scalar(name)}`, ...former, 'members:', ...lines], '  ')
}
