import { availableParallelism } from 'node:os'
import type { Disturbance, Rehearsal, Verdict } from './case.ts'
import { cutPoints } from './front.ts'
import { some } from './random.ts'

/** Every disturbance of a run, a sample of them, and what became of them as a table. */

/** Each request, at each point, with the process dying and living on. */
export function cutsOf({ requests }: Rehearsal): Disturbance[] {
  return requests.flatMap(({ operation }, index) =>
    cutPoints.flatMap((point) =>
      [true, false].map((dies): Disturbance => ({ at: 'request', nth: index + 1, point, dies, name: operation })),
    ),
  )
}

/**
 * The process dies just before each thing that it does to its files. Before a flush it dies a second time, with all
 * that was not flushed lost; at any other moment everything is flushed already.
 */
export function crashesOf({ disk }: Rehearsal): Disturbance[] {
  return disk.flatMap((name, index) => {
    const crash: Disturbance = { at: 'disk', nth: index + 1, power: false, name }
    return name.startsWith('flush') ? [crash, { ...crash, power: true }] : [crash]
  })
}

/** The row of the table that a disturbance belongs to. */
export function rowOf(disturbance: Disturbance): string {
  if (disturbance.at === 'request')
    return `request ${disturbance.point}, ${disturbance.dies ? 'process killed' : 'connection cut'}`
  return `before ${disturbance.name}${disturbance.power ? ', power lost' : ''}`
}

/** Some of each row. */
export function sampleOf(all: readonly Disturbance[], each: number, random: () => number): Disturbance[] {
  const rows = new Map<string, Disturbance[]>()
  for (const disturbance of all) rows.set(rowOf(disturbance), [...(rows.get(rowOf(disturbance)) ?? []), disturbance])
  return [...rows.values()].flatMap((row) => some(row, each, random))
}

/**
 * The part of the cases that `SWEEP_SHARD` names: `2/4` is the second of four parts; all without it. Each part has cases
 * of every row: the place within the row moves on from one group of parts to the next.
 *
 * @throws Error when it is no such text.
 */
export function shardOf<T>(all: readonly T[], shard = process.env['SWEEP_SHARD'] ?? '1/1'): T[] {
  const [part = 0, parts = 0] = shard.split('/').map(Number)
  if (!(Number.isInteger(part) && Number.isInteger(parts) && part >= 1 && part <= parts))
    throw new Error(`SWEEP_SHARD is ${shard}, and should be like 2/4`)
  return all.filter((_, index) => (index + Math.floor(index / parts)) % parts === part - 1)
}

/** Runs the work for each value, as many at a time as there are processors. */
export async function inParallel<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let index = next++; index < values.length; index = next++) results[index] = await work(values[index] as T)
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
  return results
}

/** Says from time to time how far a long sweep has come. */
export function progress(total: number, print: (line: string) => void): () => void {
  const began = Date.now()
  let done = 0
  return () => {
    if (++done % 50 === 0 || done === total)
      print(`${done} of ${total} cases, ${Math.round((Date.now() - began) / 1000)} s`)
  }
}

/** What must be nothing in every case. */
export function isWrong({ struck, exits, duplicates, lost, differs, left }: Verdict): boolean {
  return !struck || exits[1] !== 0 || [duplicates, lost, differs, left].some((found) => found.length > 0)
}

/**
 * With the lock gone, what the files no longer name is nobody's, so it stays: nothing may be there twice, nothing may be
 * deleted, and the run either comes to an end that leaves nothing to do, or stops and names the ids that it cannot tell
 * apart.
 */
export function isUnsafe({ struck, exits, duplicates, deleted, left, said }: Verdict): boolean {
  const finished = exits[1] === 0 && left.length === 0
  const stopped = exits[1] === 5 && /\d{7,}/.test(said)
  return !struck || duplicates.length > 0 || deleted.length > 0 || !(finished || stopped)
}

type Columns = { readonly [title: string]: (verdict: Verdict) => boolean }

const withLock: Columns = {
  cases: () => true,
  kills: ({ killed }: Verdict) => killed,
  'not struck': ({ struck }: Verdict) => !struck,
  duplicates: ({ duplicates }: Verdict) => duplicates.length > 0,
  'lost mappings': ({ lost }: Verdict) => lost.length > 0,
  'not equal': ({ differs }: Verdict) => differs.length > 0,
  'second plan not empty': ({ left }: Verdict) => left.length > 0,
  'second run not 0': ({ exits }: Verdict) => exits[1] !== 0,
}

/** What matters once the lock is gone. */
export const withoutLock: Columns = {
  cases: () => true,
  kills: ({ killed }) => killed,
  'not struck': ({ struck }) => !struck,
  duplicates: ({ duplicates }) => duplicates.length > 0,
  deleted: ({ deleted }) => deleted.length > 0,
  'done, second plan empty': ({ exits, left }) => exits[1] === 0 && left.length === 0,
  'stopped, ids named': ({ exits, said }) => exits[1] === 5 && /\d{7,}/.test(said),
}

/** One line for each row, and one for all, as a Markdown table. */
export function tableOf(verdicts: readonly Verdict[], columns: Columns = withLock): string {
  const names = [...new Set(verdicts.map(({ disturbance }) => rowOf(disturbance)))]
  const line = (name: string, among: readonly Verdict[]) =>
    `| ${[name, ...Object.values(columns).map((column) => among.filter(column).length)].join(' | ')} |`
  return [
    `| cut | ${Object.keys(columns).join(' | ')} |`,
    `|---|${Object.keys(columns)
      .map(() => '---:|')
      .join('')}`,
    ...names.map((name) =>
      line(
        name,
        verdicts.filter(({ disturbance }) => rowOf(disturbance) === name),
      ),
    ),
    line('all', verdicts),
  ].join('\n')
}

/** The cases that came out wrong, with what the second run said. */
export function wrongOnes(verdicts: readonly Verdict[], wrong = isWrong): object[] {
  return verdicts.filter(wrong).map(({ said, ...verdict }) => ({ ...verdict, said: said.slice(-1500) }))
}
