import type { Desired } from '../core/desired.ts'
import { diff, segments } from '../core/diff.ts'
import type { Identified } from '../core/identify.ts'
import { placeKey, type Ref } from '../core/model.ts'
import { renamedRole } from '../core/pull-takings.ts'
import type { Pulled } from '../io/pull/edits.ts'
import { kinds } from '../kinds/index.ts'
import { draw } from './draw.ts'
import type { Drifted } from './drift.ts'
import { withValues } from './open-plan.ts'
import type { personalValues } from './pull-personal.ts'

/**
 * What would still differ, or differ anew, of what was taken, if the files were `after`: that has to be nothing. Plans
 * against the same snapshot. A department that comes under management gets our mark from the next apply; nothing else may
 * remain but what was left alone.
 */
export function unsettled(
  drifted: Drifted,
  after: Desired,
  pulled: Pulled,
  sealed: Awaited<ReturnType<typeof personalValues>>['sealed'],
): { readonly refs: readonly Ref[]; readonly changes: number } {
  const { lock, snapshot, fingerprintOf, saved, plan } = drifted
  const { identified, plan: next } = draw({
    kinds,
    refresh: 'full',
    desired: withValues(after, sealed),
    lock,
    snapshot,
    fingerprintOf,
    saved,
    language: after.settings.language,
    waiting: plan.waiting,
    corp: plan.corp,
    comparing: true,
  })
  const taken = new Set<string>()
  const renamed = new Map<string, string>()
  for (const taking of pulled.taken) {
    taken.add(placeKey(taking.ref))
    const key = renamedRole(taking)
    if (key !== undefined) renamed.set(placeKey({ kind: 'role', key }), placeKey(taking.ref))
  }
  const news = new Set(
    pulled.taken.flatMap((taking) => (taking.what === 'new' ? [placeKey(newRef(pulled, taking.ref))] : [])),
  )
  // What came under management has a key now.
  const names = new Map([...pulled.keys].map(([name, key]) => [name.slice(name.indexOf('#')), key]))
  const before = operationsOf(drifted.identified).flatMap((each) => [
    each,
    { ...each, path: each.path.map((segment) => names.get(segment) ?? segment) },
  ])
  const refs = new Map<string, Ref>()
  for (const { ref, path } of operationsOf(identified)) {
    const name = placeKey(ref)
    const known = renamed.get(name) ?? name
    if (news.has(name) && ref.kind === 'department' && path[0] === 'source_identifier') continue
    const stood = before.some((other) => placeKey(other.ref) === known && isRelated(other.path, path))
    const wasTaken = isTaken(pulled, known, path)
    if (!stood || wasTaken) refs.set(name, ref)
  }
  return { refs: [...refs.values()], changes: next.changes.length }
}

function newRef(pulled: Pulled, ref: Ref): Ref {
  return { kind: ref.kind, key: pulled.keys.get(placeKey(ref)) ?? ref.key }
}

/** Whether what stands at this path was taken over: then it must not differ. */
function isTaken(pulled: Pulled, name: string, path: readonly string[]): boolean {
  return pulled.taken.some((taking) => {
    if (placeKey(taking.ref) !== name) return false
    if (taking.what !== 'fields') return true
    return [...diffOf(taking)].some((other) => isWithin(other, path))
  })
}

function diffOf({ before, after }: { before: object; after: object }): (readonly string[])[] {
  return diff({ a: { b: before as never } }, { a: { b: after as never } }).map(({ path }) => segments(path).slice(2))
}

function operationsOf({ actual, desired }: Pick<Identified, 'actual' | 'desired'>) {
  return diff(actual, desired).map(({ path }) => {
    const [kind = '', key = '', ...rest] = segments(path)
    return { ref: { kind, key }, path: rest }
  })
}

function isRelated(a: readonly string[], b: readonly string[]): boolean {
  return isWithin(a, b) || isWithin(b, a)
}

function isWithin(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length <= inner.length && outer.every((name, index) => name === inner[index])
}
