import { type Congress, departmentName, type Member, mobile, type Seat, type Unit } from './data.ts'
import { keyOf } from './world.ts'

/**
 * A year later: everything that can happen to a directory happens to the Congress at once. Nothing here is true.
 * The people and committees of an inferred rename are otherwise left alone, because what is recognised by its contents
 * must still have them; whoever else moves or leaves is picked by position, so that each run gives the same world.
 */
export function secondVariant(congress: Congress): void {
  renameAndMove(congress)
  dissolve(congress, 'SSCM39') // Had nobody to begin with.
  dissolve(congress, 'HSVR11')
  changeChair(congress, 'HSAP')
  changeChair(congress, 'HSIF14')
  changeTitles(congress)
  changeSides(congress)
  const ordinary = [...congress.members.values()].filter((member) => isOrdinary(member))
  const leaving = ordinary.filter((_, index) => index % 11 === 5).slice(0, 12)
  const staying = ordinary.filter((member) => !leaving.includes(member))
  for (const { id } of leaving) congress.members.delete(id)
  for (const [index, member] of staying
    .filter((_, at) => at % 3 === 2)
    .slice(0, 32)
    .entries()) {
    if (index % 3 === 0) changeMain(congress, member)
    else transfer(congress, member, index)
  }
  join(congress)
}

/** Committees that can be recognised by their contents alone. */
const untouched = ['SSEG', 'SSVA', 'HSFA17']

function renameAndMove(congress: Congress): void {
  const { units } = congress
  const change = (source: string, with_: Partial<Unit>): void => {
    const unit = units.get(source)
    if (unit !== undefined) units.set(source, { ...unit, ...with_ })
  }
  const rename = (source: string, name: string): void => change(source, { name, folder: departmentName(name) })
  const former = (source: string): void => change(source, { previously: [keyOf(congress, source)] })

  former('HSAG')
  former('SLIA')
  former('SSAS21')
  // Known by their key.
  rename('HSWM', 'House Committee on Revenue and Trade')
  change('HSAS35', { parent: 'HSHM' })
  // Known by `previously`.
  rename('HSAG', 'House Committee on Farming and Rural Affairs')
  rename('SLIA', 'Senate Committee on Native Affairs')
  change('SSAS21', { parent: 'SSGA' })
  // Known by their people and sub-committees alone.
  rename('SSEG', 'Senate Committee on Energy and Public Lands')
  rename('SSVA', "Senate Committee on Veterans' Services")
  change('HSFA17', { parent: 'HLIG' })
  // Two neighbours exchange their names: each name is taken until the other has given it up.
  rename('HSBU', 'House Committee on Ethics')
  rename('HSSO', 'House Committee on the Budget')
}

function dissolve(congress: Congress, source: string): void {
  for (const member of congress.members.values()) unseat(congress, member, [source])
  congress.units.delete(source)
}

/**
 * The chair steps down to deputy, for DingTalk documents no way to empty a title in a department. The next in line whose
 * main department it is, or else the next in rank, takes over.
 */
function changeChair(congress: Congress, source: string): void {
  const seated = seatedIn(congress, source).filter(({ seats }) => seats.get(source)?.party === 'majority')
  const chair = seated.find(({ seats }) => seats.get(source)?.title?.startsWith('Chair'))
  const others = seated.filter((member) => member !== chair)
  const next = others.find(({ main }) => main === source) ?? others[0]
  if (chair === undefined || next === undefined) throw new Error(`${source} has no chair or nobody to follow`)
  retitle(congress, chair.id, source, 'Vice Chair')
  retitle(congress, next.id, source, 'Chairman')
}

function changeTitles(congress: Congress): void {
  for (const source of ['HSJU03', 'HSJU08', 'HSPW05', 'HSPW07', 'SSFI10', 'SSFI11', 'SSBK12', 'HSSY16', 'HSIF03']) {
    const deputy = seatedIn(congress, source).find(({ seats }) => seats.get(source)?.title === undefined)
    if (deputy !== undefined) retitle(congress, deputy.id, source, 'Vice Chair')
  }
  for (const member of [...congress.members.values()]) {
    for (const { committee, title } of member.seats.values()) {
      // One role loses its last member and goes, another is only renamed.
      if (title === 'Cochairman') retitle(congress, member.id, committee, 'Vice Chairman')
      if (title === 'Vice Chairwoman') retitle(congress, member.id, committee, 'Vice Chairperson')
    }
  }
}

/** Five people cross the aisle; of three of them the custom field says so, too. */
function changeSides(congress: Congress): void {
  const crossing = [...congress.members.values()].filter(isOrdinary).filter((_, index) => index % 23 === 11)
  for (const [index, member] of crossing.slice(0, 5).entries()) {
    const seats = [...member.seats.values()].map((seat): [string, Seat] => {
      return [seat.committee, { ...seat, party: seat.party === 'majority' ? 'minority' : 'majority' }]
    })
    const party = index < 3 ? 'Independent' : member.party
    congress.members.set(member.id, { ...member, party, seats: new Map(seats) })
  }
}

/** Somebody who is nobody's chair or deputy, and is not needed to recognise a committee. */
function isOrdinary(member: Member): boolean {
  const seats = [...member.seats.values()]
  const free = seats.every(({ committee }) => !untouched.some((source) => committee.startsWith(source)))
  return free && seats.length > 0 && seats.every(({ title }) => title === undefined)
}

/** Another of the person's committees becomes the main department: the set of departments stays the same. */
function changeMain(congress: Congress, member: Member): void {
  const other = [...member.seats.keys()].find((source) => source !== member.main && isCommittee(congress, source))
  congress.members.set(member.id, { ...member, main: other ?? member.chamber })
}

/** The person leaves the main committee with all its parts for one where they have not sat before. */
function transfer(congress: Congress, member: Member, index: number): void {
  const left = [...member.seats.keys()].filter(
    (source) => source === member.main || congress.units.get(source)?.parent === member.main,
  )
  const free = [...congress.units.values()].filter(
    ({ source, parent }) => parent === member.chamber && !member.seats.has(source) && !untouched.includes(source),
  )
  const goal = free[(index * 7) % free.length]
  if (goal === undefined) throw new Error(`${member.id} sits everywhere`)
  const stayed = [...member.seats].filter(([source]) => !left.includes(source))
  const side = member.seats.get(member.main)?.party ?? 'majority'
  const seats = new Map([...stayed, [goal.source, { committee: goal.source, rank: 90, party: side }]])
  congress.members.set(member.id, { ...member, main: goal.source, seats })
}

function join(congress: Congress): void {
  const newcomers: readonly (readonly [name: string, state: string, committee: string, part: string])[] = [
    ['Alice Harrow', 'OH', 'SSFI', 'SSFI10'],
    ['Benjamin Stroud', 'TX', 'SSAP', 'SSAP22'],
    ['Carla Vandermeer', 'MI', 'SSCM', 'SSCM34'],
    ['Daniel Okoro', 'GA', 'SSGA', 'SSAS21'],
    ['Elena Marsh', 'NV', 'HSIF', 'HSIF14'],
    ['Frank Holloway', 'PA', 'HSJU', 'HSJU13'],
    ['Grace Lindqvist', 'MN', 'HSPW', 'HSPW12'],
    ['Henry Tamura', 'HI', 'HSRU', 'HSRU02'],
  ]
  for (const [index, [name, state, ...committees]] of newcomers.entries()) {
    const id = `N9000${String(index + 1).padStart(2, '0')}`
    const party = index % 2 === 0 ? 'majority' : 'minority'
    const seats = committees.map((committee): [string, Seat] => [committee, { committee, rank: 80, party }])
    congress.members.set(id, {
      id,
      name,
      chamber: committees[0].startsWith('S') ? 'senate' : 'house',
      state,
      party: 'Independent',
      since: '2026-07-01',
      mobile: mobile(90_001 + index),
      seats: new Map(seats),
      main: committees[0],
    })
  }
}

function seatedIn(congress: Congress, source: string): Member[] {
  const rank = (member: Member): number => member.seats.get(source)?.rank ?? 0
  return [...congress.members.values()].filter(({ seats }) => seats.has(source)).sort((a, b) => rank(a) - rank(b))
}

function unseat(congress: Congress, member: Member, sources: readonly string[]): void {
  const seats = [...member.seats].filter(([source]) => !sources.includes(source))
  if (seats.length < member.seats.size) congress.members.set(member.id, { ...member, seats: new Map(seats) })
}

function retitle(congress: Congress, id: string, source: string, title: string | undefined): void {
  const member = congress.members.get(id)
  const seat = member?.seats.get(source)
  if (member === undefined || seat === undefined) throw new Error(`${id} does not sit in ${source}`)
  const { title: _, ...rest } = seat
  const seats = new Map(member.seats).set(source, title === undefined ? rest : { ...rest, title })
  congress.members.set(id, { ...member, seats })
}

function isCommittee(congress: Congress, source: string): boolean {
  const parent = congress.units.get(source)?.parent
  return parent === 'senate' || parent === 'house' || parent === 'joint'
}
