import { circles } from '../../core/circles.ts'
import type { NotTaken } from '../../core/pull-report.ts'
import { type Taking, withoutField } from '../../core/pull-takings.ts'
import { equal, isEntries, put } from '../../core/value.ts'
import { type KeyOf, personAsSaved, type Scene } from './scene.ts'
import type { Remaining } from './untakable.ts'

const FIELD = 'manager_userid'

/**
 * DingTalk lets managers go round in a circle, which the files may not say. In each circle one change of a manager stays
 * where it is, the first by userid whose manager before is still there: then all others come home.
 */
export function withoutManagerCircles(scene: Scene, takings: readonly Taking[], keyOf: KeyOf): Remaining {
  const changes = new Map<string, Taking>()
  const managers = new Map(
    Object.entries(scene.desired.directory['user'] ?? {}).map(([key, model]) => [key, model[FIELD]]),
  )
  for (const taking of takings) {
    const { ref, what } = taking
    if (ref.kind !== 'user') continue
    if (what === 'gone') managers.delete(ref.key)
    else if (what === 'new') {
      const isOmitted = taking.omits?.includes(FIELD) === true
      managers.set(taking.id, isOmitted ? undefined : personAsSaved(scene, taking.id, keyOf).model[FIELD])
      changes.set(taking.id, taking)
    } else if (!equal(taking.before[FIELD], taking.after[FIELD])) {
      managers.set(ref.key, taking.after[FIELD])
      changes.set(ref.key, taking)
    }
  }
  const managerOf = (key: string) => {
    const manager = managers.get(key)
    return typeof manager === 'string' ? manager : undefined
  }
  const stays = (taking: Taking | undefined) =>
    taking?.what === 'fields' && (taking.before[FIELD] == null || managers.has(String(taking.before[FIELD])))
  const left = new Map<Taking, NotTaken>()
  for (const circle of circles(managers.keys(), managerOf)) {
    const changed = [...circle].sort().filter((key) => changes.has(key))
    const key = changed.find((each) => stays(changes.get(each))) ?? changed[0]
    const taking = changes.get(key ?? '')
    if (key === undefined || taking === undefined) continue
    const names = { kind: 'user', key: managerOf(key) ?? '' }
    left.set(taking, { ref: taking.ref, field: FIELD, why: 'circle', names })
  }
  if (left.size === 0) return { takings, notTaken: [] }
  const rest = takings.flatMap((taking): readonly Taking[] => {
    if (!left.has(taking)) return [taking]
    if (taking.what === 'fields' && !stays(taking)) return [unstated(taking)]
    const smaller = withoutField(taking, FIELD)
    return smaller === null ? [] : [smaller]
  })
  const { takings: others, notTaken } = withoutManagerCircles(scene, rest, keyOf)
  return { takings: others, notTaken: [...left.values(), ...notTaken] }
}

/** Whoever was the manager before is gone as well: the files say nothing of a manager any more. */
function unstated(taking: Extract<Taking, { what: 'fields' }>): Taking {
  const after = put(taking.after, [FIELD], undefined)
  return isEntries(after) ? { ...taking, after } : taking
}
