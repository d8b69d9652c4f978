import type { NewLock, ProofOfLock } from '../core/lock-report.ts'
import type { Reading, Ref } from '../core/model.ts'
import { type Judgement, verdicts } from '../core/prove.ts'

/** The documents of `rollbook lock`, as `schema/` publishes them. */

/** The lock's proof as one JSON document, `rollbook.lock-verify/1`. */
export function lockVerifyJson(proof: ProofOfLock): string {
  const { corp, company, sound, older, judgements, strays, waiting, problems, reading } = proof
  const count = (verdict: string) => judgements.filter((entry) => entry.verdict === verdict).length
  return print({
    format: 'rollbook.lock-verify/1',
    corp,
    company,
    sound,
    older,
    counts: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])),
    entries: judgements.map(entryOf),
    strays: strays.map(marked),
    waiting: waiting.map(located),
    problems,
    gaps: gapsOf(reading),
  })
}

/** A new lock and what became of it as one JSON document, `rollbook.lock-rebuild/1`. */
export function lockRebuildJson(made: NewLock, end: string, backup?: string): string {
  const { corp, company, lock, kept, added, changed, removed, strays, doubtful, reading } = made
  return print({
    format: 'rollbook.lock-rebuild/1',
    corp,
    company,
    end,
    entries: Object.values(lock.resources).reduce((sum, entries) => sum + Object.keys(entries).length, 0),
    kept,
    added: added.map(located),
    changed: changed.map(({ ref, before, after }) => ({ kind: ref.kind, key: ref.key, before, after })),
    removed: removed.map(located),
    strays: strays.map(marked),
    doubtful: doubtful.map(entryOf),
    gaps: gapsOf(reading),
    ...(backup !== undefined && { backup }),
  })
}

function entryOf({ ref, id, verdict, evidence, other, name }: Judgement) {
  const more = { ...(other !== undefined && { other }), ...(name !== undefined && { name }) }
  return { kind: ref.kind, key: ref.key, id, verdict, evidence, ...more }
}

function located({ kind, key, id }: Ref & { readonly id: string }) {
  return { kind, key, id }
}

function marked({ name, ...rest }: Ref & { readonly id: string; readonly name: string }) {
  return { ...located(rest), name }
}

function gapsOf({ gaps }: Reading) {
  return gaps.map(({ code, message }) => ({ code, message }))
}

function print(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
