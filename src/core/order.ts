import { diff } from './diff.ts'
import { type Change, type Model, placeKey, type Ref } from './model.ts'

/**
 * Puts changes in an order in which DingTalk takes each of them.
 *
 * By default creates and updates go down the registry and deletes come last, up the registry; inside a kind by key.
 * Three things make a change wait for another one: it names a resource that the other creates or moves; it takes a
 * name (a *slot*) that the other gives up; it deletes something that the other still leaves. A walk over these edges
 * gives the order, and it is the same on every run. Only slots can go round in a circle (two siblings swap their
 * names); then one of them first takes a temporary name, as a step of its own that is printed like any other.
 */

/** The part of a kind that ordering needs. */
export interface Orderable {
  readonly name: string
  readonly settingOf?: string
  references(model: Model): Iterable<Ref>
  slots(model: Model): Iterable<string>
  park(model: Model, key: string): Model
}

interface Node {
  readonly change: Change
  readonly kind: Orderable
  /** Changes that must come first, whatever happens. */
  readonly after: Node[]
  /** Changes that give up a slot that this one takes, and which. */
  readonly slots: { readonly giver: Node; readonly slot: string }[]
  state: 'new' | 'open' | 'done'
  parked: boolean
}

export function order(kinds: readonly Orderable[], changes: readonly Change[]): readonly Change[] {
  const nodes = arrange(kinds, changes)
  link(nodes)
  const result: Change[] = []
  for (const node of nodes) visit(node, result)
  return withNeeds(kinds, result)
}

/** The default order: down the registry, then the deletes up the registry; deepest department first. */
function arrange(kinds: readonly Orderable[], changes: readonly Change[]): Node[] {
  const rank = new Map(kinds.map((kind, index) => [kind.name, { kind, index }]))
  return changes
    .map((change) => {
      const { kind, index } = rank.get(change.ref.kind) ?? unknownKind(change.ref)
      const deletes = change.action === 'delete'
      const node: Node = { change, kind, after: [], slots: [], state: 'new', parked: false }
      return { node, phase: deletes ? 1 : 0, index: deletes ? -index : index, key: change.ref.key }
    })
    .sort((a, b) => a.phase - b.phase || a.index - b.index || (a.key < b.key ? -1 : 1))
    .map(({ node }) => node)
}

function unknownKind(ref: Ref): never {
  throw new Error(`a change names the unknown kind ${ref.kind}`)
}

function link(nodes: readonly Node[]): void {
  const byRef = new Map(nodes.map((node) => [placeKey(node.change.ref), node]))
  const givenUp = new Map<string, Node>()
  for (const node of nodes) {
    const { before, after } = node.change
    const keeps = new Set(after === undefined ? [] : node.kind.slots(after))
    if (before !== undefined)
      for (const slot of node.kind.slots(before))
        if (!keeps.has(slot)) givenUp.set(placeKey({ kind: node.kind.name, key: slot }), node)
  }
  for (const node of nodes) {
    const { before, after, ref } = node.change
    if (after !== undefined) {
      for (const reference of namedBy(node.kind, ref, after)) {
        const other = byRef.get(placeKey(reference))
        if (other !== undefined && other !== node && other.change.action !== 'delete') node.after.push(other)
      }
      for (const slot of node.kind.slots(after)) {
        const other = givenUp.get(placeKey({ kind: ref.kind, key: slot }))
        if (other !== undefined && other !== node) node.slots.push({ giver: other, slot })
      }
    }
    // Whatever leaves a resource goes before its delete.
    if (before !== undefined)
      for (const reference of node.kind.references(before)) {
        const other = byRef.get(placeKey(reference))
        if (other !== undefined && other !== node && other.change.action === 'delete') other.after.push(node)
      }
  }
}

/** Everything a resource needs: what its model names, and the owner of a setting. */
function* namedBy(kind: Orderable, ref: Ref, model: Model): Iterable<Ref> {
  if (kind.settingOf !== undefined) yield { kind: kind.settingOf, key: ref.key }
  yield* kind.references(model)
}

function visit(node: Node, result: Change[]): void {
  if (node.state === 'done') return
  node.state = 'open'
  for (const other of node.after) if (other.state === 'new') visit(other, result)
  for (const { giver, slot } of node.slots) {
    if (giver.state === 'new') visit(giver, result)
    if (giver.state === 'open' && !giver.parked && canPark(giver, slot)) {
      giver.parked = true
      result.push(parking(giver))
    }
  }
  node.state = 'done'
  result.push(node.parked ? unparked(node) : node.change)
}

/** Whether the temporary form gives up the slot: a mobile has none, and whoever wants it has to wait for another run. */
function canPark({ change, kind }: Node, slot: string): boolean {
  return ![...kind.slots(kind.park(change.before ?? {}, change.ref.key))].includes(slot)
}

/** The step that takes the temporary name. */
function parking({ change, kind }: Node): Change {
  const before = change.before ?? {}
  const after = kind.park(before, change.ref.key)
  return { ...change, action: 'update', before, after, patch: patchOf(change.ref, before, after), temporary: true }
}

/** The change itself, now from the temporary name to the real one. */
function unparked({ change, kind }: Node): Change {
  if (change.after === undefined) return change
  const before = kind.park(change.before ?? {}, change.ref.key)
  return { ...change, before, patch: patchOf(change.ref, before, change.after) }
}

function patchOf({ kind, key }: Ref, before: Model, after: Model) {
  return diff({ [kind]: { [key]: before } }, { [kind]: { [key]: after } })
}

/** Which earlier changes make what this one cannot do without. */
function withNeeds(kinds: readonly Orderable[], changes: readonly Change[]): readonly Change[] {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const made = new Map<string, number>()
  return changes.map((change, index) => {
    const needs = new Set<number>()
    const own = made.get(placeKey(change.ref))
    if (own !== undefined) needs.add(own)
    const kind = byName.get(change.ref.kind) ?? unknownKind(change.ref)
    for (const reference of namedBy(kind, change.ref, change.after ?? {})) {
      const position = made.get(placeKey(reference))
      if (position !== undefined) needs.add(position)
    }
    if (change.action === 'create' || change.action === 'replace' || change.temporary)
      made.set(placeKey(change.ref), index)
    return { ...change, needs: [...needs].sort((a, b) => a - b) }
  })
}
