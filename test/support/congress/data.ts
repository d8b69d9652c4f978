import { readFileSync } from 'node:fs'

/** One membership: a seat in a committee or sub-committee. Rank 1 is first on its side of the table. */
export interface Seat {
  readonly committee: string
  readonly rank: number
  readonly title?: string
  readonly party: 'majority' | 'minority'
}

/** A person of the data with all seats by committee, and the committee or chamber that is the main department. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly chamber: 'senate' | 'house'
  readonly state: string
  readonly party: string
  readonly since: string
  readonly mobile: string
  readonly seats: ReadonlyMap<string, Seat>
  readonly main: string
}

/** A chamber, committee or sub-committee. `source` is its id in the data and never changes; its name and place may. */
export interface Unit {
  readonly source: string
  readonly name: string
  readonly folder: string
  readonly parent: string | null
  readonly order: number
  readonly key?: string
  readonly previously?: readonly string[]
}

/** The whole Congress before anything is turned into departments. The second variant is made by changing these maps. */
export interface Congress {
  readonly units: Map<string, Unit>
  readonly members: Map<string, Member>
}

interface Committee {
  readonly id: string
  readonly name: string
  readonly chamber?: string
  readonly subcommittees?: readonly Committee[]
}

const chambers: readonly Unit[] = [
  { source: 'senate', name: '参议院 Senate', folder: '参议院 Senate', parent: null, order: 10 },
  { source: 'house', name: '众议院 House', folder: '众议院 House', parent: null, order: 20 },
  { source: 'joint', name: '联合委员会 Joint', folder: '联合委员会 Joint', parent: null, order: 30 },
]

/** Committees that have a name of their own in the files from the start, because the second variant moves them about. */
const keys: { readonly [source: string]: string } = {
  HSWM: 'ways and means',
  HSBU: 'house budget',
  HSSO: 'house ethics',
  HSAS35: 'house cyber',
}

/** Committees whose folder is not called like the department. */
const folders: { readonly [source: string]: string } = { HSZS: 'Strategic Competition', HSQJ: 'January 6' }

/** The Congress as the data has it, made anew for each call so that a caller may change it. */
export function readCongress(): Congress {
  const committees: readonly Committee[] = read('committees.json')
  const units = new Map(chambers.map((unit) => [unit.source, unit]))
  for (const committee of committees) {
    addUnit(units, committee, committee.chamber ?? 'joint')
    for (const part of committee.subcommittees ?? []) addUnit(units, part, committee.id)
  }
  const seats = readSeats()
  const people: readonly Omit<Member, 'mobile' | 'seats' | 'main'>[] = read('people.json')
  const members = people.map((person, index) => {
    const own = new Map((seats.get(person.id) ?? []).map((seat) => [seat.committee, seat]))
    const main = mainCommittee([...own.values()], units) ?? person.chamber
    return { ...person, mobile: mobile(index + 1), seats: own, main }
  })
  return { units, members: new Map(members.map((member) => [member.id, member])) }
}

/** Whether a title makes its holder the head of the department. */
export function leads(seat: Seat | undefined): boolean {
  return ['Chairman', 'Chairwoman', 'Chair', 'Cochairman'].includes(seat?.title ?? '')
}

/** `+86-100` and eight digits: a prefix that belongs to nobody. */
export function mobile(number: number): string {
  return `+86-100${String(number).padStart(8, '0')}`
}

/** A name that DingTalk accepts: no `-`, `,` or `，`, at most 64 characters. */
export function departmentName(name: string): string {
  const clean = name.replaceAll(/[,，] (and )?/g, '、').replaceAll(/[-,，]/g, ' ')
  const characters = [...clean]
  if (characters.length <= 64) return clean
  return `${characters
    .slice(0, 63)
    .join('')
    .replace(/[、 ]+[^、 ]*$/, '')}…`
}

function addUnit(units: Map<string, Unit>, committee: Committee, parent: string): void {
  const name = departmentName(committee.name)
  const key = keys[committee.id]
  const folder = folders[committee.id] ?? name
  const order = (units.size + 1) * 10
  units.set(committee.id, { source: committee.id, name, folder, parent, order, ...(key !== undefined && { key }) })
}

/** The committee that one leads, else where one ranks highest; committees of one's own chamber before joint ones. */
function mainCommittee(seats: readonly Seat[], units: ReadonlyMap<string, Unit>): string | undefined {
  const chamberOf = (seat: Seat): string => units.get(seat.committee)?.parent ?? ''
  return seats
    .filter((seat) => chambers.some(({ source }) => source === chamberOf(seat)))
    .sort(
      (a, b) =>
        Number(chamberOf(a) === 'joint') - Number(chamberOf(b) === 'joint') ||
        Number(leads(b)) - Number(leads(a)) ||
        a.rank - b.rank ||
        (a.committee < b.committee ? -1 : 1),
    )[0]?.committee
}

function readSeats(): Map<string, Seat[]> {
  const memberships: { readonly [committee: string]: readonly (Omit<Seat, 'committee'> & { readonly id: string })[] } =
    read('memberships.json')
  const seats = new Map<string, Seat[]>()
  for (const [committee, members] of Object.entries(memberships)) {
    for (const { id, ...seat } of members) seats.set(id, [...(seats.get(id) ?? []), { committee, ...seat }])
  }
  return seats
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}
