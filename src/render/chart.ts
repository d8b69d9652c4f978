import type { Change, Plan } from '../core/model.ts'
import { isMarkOnly } from './sentences/department.ts'
import { fromKnownNames, speechOf } from './sentences.ts'
import { shorten } from './width.ts'
import { type Language, wordsOf } from './words.ts'

/**
 * The branches of the company that a plan touches, before and after it: departments that appear, dissolve, move or get
 * another name, people who join, leave or move, everything above them, and of the rest only how much there is. Each side
 * has at most `mostNodes` nodes: first people are counted instead of named, then departments.
 */
export interface Chart {
  readonly before: Branch
  readonly after: Branch
}

/** A department, a person, or how many there are more. The mark says it without colour. */
export interface Branch {
  readonly kind: 'department' | 'person' | 'rest'
  readonly label: string
  readonly mark?: Mark
  readonly children: readonly Branch[]
}

/** `+` new here, `−` gone afterwards, `→` moved or renamed. */
export type Mark = '+' | '−' | '→'

/** Nodes of one side; more of them nobody reads. */
export const mostNodes = 60

/** Columns of a label. */
const widest = 28

/** One side of the comparison: who stands where, and what is marked. */
interface Side {
  readonly parents: Map<string, string>
  readonly names: Map<string, string>
  readonly marks: Map<string, Mark>
  readonly people: Map<string, { readonly name: string; readonly mark: Mark }[]>
}

/** The chart of a plan; undefined where nothing in it can be drawn, or the plan does not know what is around. */
export function chartOf(plan: Plan, language: Language): Chart | undefined {
  if (plan.around === undefined) return undefined
  const [before, after] = sidesOf(plan, plan.around.parents, language)
  if ([before, after].every(({ marks, people }) => marks.size === 0 && people.size === 0)) return undefined
  const marked = [before, after].flatMap(({ marks, people }) => [...marks.keys(), ...people.keys()])
  // What is above stays on the side where the thing itself is not, so that both sides can be compared.
  const above = marked.flatMap((key) => [before, after].flatMap(({ parents }) => parents.get(key) ?? []))
  const touched = [...new Set([...marked, ...above])]
  for (const [named, most] of amounts) {
    const shown = touched.slice(0, most)
    const chart = { before: drawn(before, shown, named, language), after: drawn(after, shown, named, language) }
    if (sizeOf(chart.before) <= mostNodes && sizeOf(chart.after) <= mostNodes) return chart
  }
  return undefined
}

/** How many people of a department are named, and how many touched departments shown; from much to little. */
const amounts: readonly (readonly [number, number])[] = [
  [5, mostNodes],
  [3, mostNodes],
  [1, mostNodes],
  ...[mostNodes, 40, 25, 15, 8, 4, 2, 1, 0].map((most) => [0, most] as const),
]

function sizeOf({ children }: Branch): number {
  return children.reduce((sum, child) => sum + sizeOf(child), 1)
}

function sidesOf(plan: Plan, parents: { readonly [key: string]: string }, language: Language): [Side, Side] {
  const { names } = speechOf(plan, language)
  const standing = new Map(Object.entries(parents))
  const known = new Map(Object.entries(plan.names['department'] ?? {}))
  /** The last part of the path, which is all that the names of a plan have of a department. */
  const ownName = (key: string) => {
    const [path, above] = [known.get(key) ?? names.department(key), known.get(standing.get(key) ?? '')]
    return above !== undefined && path.startsWith(`${above} / `) ? path.slice(above.length + 3) : path
  }
  const side = (): Side => ({
    parents: new Map(standing),
    names: new Map([...standing.keys()].map((key) => [key, ownName(key)])),
    marks: new Map(),
    people: new Map(),
  })
  const sides: [Side, Side] = [side(), side()]
  const fromKnown = fromKnownNames(plan.changes)
  for (const change of plan.changes.filter(({ temporary }) => !temporary).map(fromKnown))
    if (change.ref.kind === 'department' && !isMarkOnly(change)) placeDepartment(change, sides)
    else if (change.ref.kind === 'user') placePerson(change, names.person(change.ref.key), sides)
  return sides
}

function placeDepartment({ action, ref: { key }, before = {}, after = {} }: Change, [was, is]: [Side, Side]): void {
  const set = (side: Side, { name, parent_id: parent }: Change['after'] & object) => {
    if (typeof name === 'string') side.names.set(key, name)
    if (typeof parent === 'string') side.parents.set(key, parent)
  }
  if (action !== 'create') set(was, before)
  if (action !== 'delete') set(is, after)
  if (action === 'create') {
    was.parents.delete(key)
    is.marks.set(key, '+')
  } else if (action === 'delete') {
    is.parents.delete(key)
    was.marks.set(key, '−')
  } else if (was.names.get(key) !== is.names.get(key) || was.parents.get(key) !== is.parents.get(key)) {
    was.marks.set(key, '→')
    is.marks.set(key, '→')
  }
}

function placePerson({ action, before = {}, after = {} }: Change, name: string, [was, is]: [Side, Side]): void {
  const put = (side: Side, main: unknown, mark: Mark) => {
    if (typeof main !== 'string') return
    const there = side.people.get(main)
    if (there === undefined) side.people.set(main, [{ name, mark }])
    else there.push({ name, mark })
  }
  const moved = before['main'] !== after['main']
  if (action === 'delete' || action === 'replace') put(was, before['main'] ?? after['main'], '−')
  else if (action === 'move' && moved) put(was, before['main'], '→')
  if (action === 'create' || action === 'replace') put(is, after['main'], '+')
  else if (action === 'move' && moved) put(is, after['main'], '→')
}

/** One side, with these departments and what is above them; at most so many people of a department by name. */
function drawn(side: Side, touched: readonly string[], named: number, language: Language): Branch {
  const words = wordsOf(language)
  const children = new Map<string, string[]>()
  for (const [key, parent] of side.parents) children.set(parent, [...(children.get(parent) ?? []), key])
  const shown = new Set<string>()
  for (const start of touched) {
    if (start !== '/' && !side.parents.has(start)) continue
    // The set ends the climb where departments stand in a circle.
    for (let key: string | undefined = start; key !== undefined && !shown.has(key); key = side.parents.get(key))
      shown.add(key)
  }
  const branch = (key: string): Branch => {
    const below = children.get(key) ?? []
    const hidden = below.filter((child) => !shown.has(child)).length
    const mark = side.marks.get(key)
    return {
      kind: 'department',
      label: key === '/' ? words.names.company : shorten(side.names.get(key) ?? words.names.unknownDepartment, widest),
      ...(mark !== undefined && { mark }),
      children: [
        ...people(side.people.get(key) ?? [], named, language),
        ...below.filter((child) => shown.has(child)).map(branch),
        ...(hidden > 0 ? [{ kind: 'rest' as const, label: words.chart.more(hidden), children: [] }] : []),
      ],
    }
  }
  return branch('/')
}

function people(
  all: readonly { readonly name: string; readonly mark: Mark }[],
  named: number,
  language: Language,
): Branch[] {
  const words = wordsOf(language)
  const [first, rest] = [all.slice(0, named), all.slice(named)]
  const counted = (['−', '→', '+'] as const).flatMap((mark): Branch[] => {
    const n = rest.filter((person) => person.mark === mark).length
    const label = named > 0 ? words.chart.morePeople(n) : words.page.byDepartment.people(n)
    return n === 0 ? [] : [{ kind: 'rest', label, mark, children: [] }]
  })
  const branches = first.map(
    ({ name, mark }): Branch => ({
      kind: 'person',
      label: shorten(name, widest),
      mark,
      children: [],
    }),
  )
  return [...branches, ...counted]
}
