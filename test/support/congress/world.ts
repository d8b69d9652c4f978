import { type Congress, leads, type Member, type Seat, type Unit } from './data.ts'

/** One department as the files put it. `source` is the committee's id in the data, the same in both variants. */
export interface CongressDepartment {
  readonly source: string
  /** Below `departments/`. The key is this path, unless the files give one. */
  readonly folder: string
  readonly name: string
  readonly parent: string
  readonly order: string
  readonly managers: readonly string[]
  readonly previously: readonly string[]
}

/** One person; departments by key, the main one first. */
export interface CongressPerson {
  readonly name: string
  readonly mobile: string
  readonly email: string
  readonly title: string
  readonly since: string
  /** `since` at midnight in China, in Unix milliseconds. */
  readonly hired_date: number
  readonly manager_userid: string | null
  readonly extension: { readonly State: string; readonly Party: string }
  readonly main: string
  readonly departments: readonly string[]
  /** Titles in the further departments, where there are any. */
  readonly titles: { readonly [department: string]: string }
  readonly orders: { readonly [department: string]: string }
}

/** One role: its members, each with the departments of its scope, or null where none is stated. */
export interface CongressRole {
  readonly members: { readonly [userid: string]: readonly string[] | null }
  readonly previously: readonly string[]
}

/** What a variant holds, as plain data: departments by key, people by userid, roles by `group/name`. */
export interface CongressWorld {
  readonly departments: { readonly [key: string]: CongressDepartment }
  readonly people: { readonly [userid: string]: CongressPerson }
  readonly roles: { readonly [key: string]: CongressRole }
}

/** Former names of roles, which the second variant uses. */
const renamedRoles: { readonly [role: string]: string } = { 'Vice Chairperson': 'Vice Chairwoman' }

/** The Congress in Rollbook's terms. */
export function describe(congress: Congress): CongressWorld {
  const departments: Record<string, CongressDepartment> = {}
  for (const unit of congress.units.values()) {
    departments[keyOf(congress, unit.source)] = {
      source: unit.source,
      folder: folderOf(congress, unit),
      name: unit.name,
      parent: unit.parent === null ? '/' : keyOf(congress, unit.parent),
      order: String(unit.order),
      managers: headsOf(congress, unit.source).map(({ id }) => id),
      previously: unit.previously ?? [],
    }
  }
  const people: Record<string, CongressPerson> = {}
  for (const member of congress.members.values()) people[member.id] = describePerson(congress, member)
  return { departments, people, roles: describeRoles(congress) }
}

/** The department key of a committee of the data. */
export function keyOf(congress: Congress, source: string): string {
  const unit = unitOf(congress, source)
  return unit.key ?? folderOf(congress, unit)
}

function describePerson(congress: Congress, member: Member): CongressPerson {
  const titles: Record<string, string> = {}
  const orders: Record<string, string> = {}
  for (const seat of member.seats.values()) {
    const key = keyOf(congress, seat.committee)
    orders[key] = orderOf(seat)
    if (seat.title !== undefined && seat.committee !== member.main) titles[key] = seat.title
  }
  const main = keyOf(congress, member.main)
  const mainTitle = member.seats.get(member.main)?.title
  const heads = headsOf(congress, member.main)
  return {
    name: member.name,
    mobile: member.mobile,
    email: `${member.id.toLowerCase()}@example.com`,
    title: mainTitle ?? (member.chamber === 'senate' ? 'Senator' : 'Representative'),
    since: member.since,
    hired_date: Date.parse(`${member.since}T00:00:00+08:00`),
    manager_userid: heads.includes(member) ? null : (heads[0]?.id ?? null),
    extension: { State: member.state, Party: member.party },
    main,
    departments: [main, ...Object.keys(orders).filter((key) => key !== main)],
    titles,
    orders,
  }
}

function describeRoles(congress: Congress): Record<string, CongressRole> {
  const members: Record<string, Record<string, string[] | null>> = {
    'Party side/majority': {},
    'Party side/minority': {},
  }
  for (const member of congress.members.values()) {
    const seats = [...member.seats.values()]
    const majority = seats.filter(({ party }) => party === 'majority').length
    const side = majority * 2 >= seats.length ? 'majority' : 'minority'
    if (seats.length > 0) inRole(members, `Party side/${side}`)[member.id] = null
    for (const { title, committee } of seats) {
      if (title === undefined) continue
      const holders = inRole(members, `Titles/${title}`)
      // Whoever sits ex officio has no say there, hence a role without a scope.
      holders[member.id] = title === 'Ex Officio' ? null : [...(holders[member.id] ?? []), keyOf(congress, committee)]
    }
  }
  const roles = Object.entries(members).map(([key, entry]): [string, CongressRole] => {
    const former = renamedRoles[key.slice(key.indexOf('/') + 1)]
    return [key, { members: entry, previously: former === undefined ? [] : [former] }]
  })
  return Object.fromEntries(roles)
}

function inRole<T>(roles: Record<string, Record<string, T>>, key: string): Record<string, T> {
  roles[key] ??= {}
  return roles[key]
}

/** Larger comes first in DingTalk: the majority above the minority, the first rank on top. */
function orderOf(seat: Seat): string {
  return String((seat.party === 'majority' ? 2000 : 1000) - seat.rank)
}

function headsOf(congress: Congress, source: string): Member[] {
  return [...congress.members.values()].filter((member) => leads(member.seats.get(source)))
}

function folderOf(congress: Congress, unit: Unit): string {
  return unit.parent === null ? unit.folder : `${folderOf(congress, unitOf(congress, unit.parent))}/${unit.folder}`
}

function unitOf(congress: Congress, source: string): Unit {
  const unit = congress.units.get(source)
  if (unit === undefined) throw new Error(`The data has no committee ${source}`)
  return unit
}
