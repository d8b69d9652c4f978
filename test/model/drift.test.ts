import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDrift, type Difference } from '../../src/core/drift.ts'
import { placeKey } from '../../src/core/model.ts'
import type { Company } from '../support/company.ts'
import { consoleEdits, type Deed } from './console.ts'
import { edited, type History, history, told } from './history.ts'
import { Memory } from './invariants.ts'

/** Which side changed something, in any company with any past, where only one of them changed anything. */

const atConsole = fc.array(
  fc.record({
    name: fc.constantFrom(...(Object.keys(consoleEdits) as Deed[])),
    a: fc.nat({ max: 1000 }),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Runs a property on fresh companies. */
function always<T>(
  steps: fc.Arbitrary<readonly [History, T]>,
  work: (company: Company, more: T) => Promise<void>,
  numRuns: number,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(steps, async ([past, more]) => {
      const company = await edited(past)
      try {
        await work(company, more)
      } finally {
        await company.close()
      }
    }),
    { numRuns, seed: 20260722 },
  )
}

test('whatever the files changed since they were applied: all of it is intended, and it is what a plan would do', async () => {
  let most = 0
  await always(
    fc.tuple(history, fc.constant(null)),
    async (company) => {
      const { plan } = await company.plan()
      const { drift } = await company.drift({ base: 'HEAD' })
      expect(countDrift(drift.differences)).toMatchObject({ drift: 0, conflict: 0 })
      expect(told(drift.plan.changes)).toEqual(told(plan.changes))
      most = Math.max(most, drift.differences.length)
    },
    12,
  )
  expect(most).toBeGreaterThan(5)
}, 240_000)

test('whatever the console changed since: all of it is drift, and it is what a plan would put back', async () => {
  let most = 0
  const untouched = history.map(([before]): History => [before, []])
  await always(
    fc.tuple(untouched, atConsole),
    async (company, deeds) => {
      const memory = new Memory()
      for (const { name, a } of deeds) consoleEdits[name](company.emulator, memory, a)
      const { drift } = await company.drift({ base: 'HEAD' })
      expect(countDrift(drift.differences)).toMatchObject({ intended: 0, conflict: 0 })
      const changed = drift.plan.changes.filter(({ temporary }) => !temporary).map(({ ref }) => ref)
      expect(new Set(drift.differences.map(({ ref }) => ref))).toEqual(new Set(changed))
      most = Math.max(most, drift.differences.length)
    },
    12,
  )
  expect(most).toBeGreaterThan(2)
}, 240_000)

test('whatever both sides changed: a read of what events name tells of it what a read of the whole company does', async () => {
  const seen = { conflict: 0, drift: 0, intended: 0 }
  await always(
    fc.tuple(history, atConsole),
    async (company, deeds) => {
      const memory = new Memory()
      for (const { name, a } of deeds) consoleEdits[name](company.emulator, memory, a)
      const { drift: full, identified, lock } = await company.drift({ base: 'HEAD' })
      const all = new Map(full.differences.map((each) => [placeKey(each.ref), each]))
      for (const { ref } of full.differences) {
        const owner = ref.kind === 'department-settings' ? 'department' : ref.kind
        const id = identified.ids[owner]?.[ref.key] ?? lock.resources[owner]?.[ref.key]?.id
        // Only what is in the lock is known again by the id that an event names.
        const isLocked = Object.values(lock.resources[owner] ?? {}).some((locked) => locked.id === id)
        if (id === undefined || !isLocked) continue
        const only = [{ kind: owner === 'role-group' ? 'role' : owner, id }]
        const { drift, plan } = await company.drift({ base: 'HEAD', only })
        const found = new Map(drift.differences.map((each) => [placeKey(each.ref), each]))
        expect([plan.refresh, found.has(placeKey(ref))]).toEqual(['touched', true])
        for (const [name, each] of found) {
          expect([name, statesOf(each)]).toEqual([name, statesOf(all.get(name))])
          seen[each.state] += 1
        }
      }
    },
    10,
  )
  expect(Math.min(seen.drift, seen.intended)).toBeGreaterThan(2)
}, 240_000)

/** What of a thing is in which state; by which name something goes that was not read may differ. */
function statesOf(difference: Difference | undefined) {
  return { state: difference?.state, fields: difference?.fields.map(({ path, state }) => [path[0], state]) }
}
