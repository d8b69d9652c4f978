import { approvalYaml } from '../core/approval-schema.ts'
import { isApprovable } from '../core/guard/approvals.ts'
import type { Action, Outcome, Patch, Place, Plan, Ref, Refusal, Value } from '../core/model.ts'
import { Personal } from '../core/personal.ts'
import type { Problem } from '../core/problem.ts'
import type { Finding } from '../core/recovery.ts'
import { isEntries } from '../core/value.ts'
import { forJson } from './escape.ts'
import { vendorFailure } from './failure.ts'
import { quarantined } from './quarantine.ts'
import { en } from './words/en.ts'
import type { Language } from './words.ts'

/**
 * The documents for machines, as `schema/` publishes them. Equal inputs give equal bytes: fields stand in a fixed order,
 * keys inside values in alphabetical order, and nothing tells a time. Personal values mask themselves.
 */

/** A plan as one JSON document, `rollbook.plan/1`. */
export function planJson(plan: Plan): string {
  const summary: { [action in Action]: number } = { create: 0, update: 0, move: 0, replace: 0, delete: 0 }
  for (const change of plan.changes) if (!change.temporary) summary[change.action] += 1
  return print({
    format: 'rollbook.plan/1',
    corp: plan.corp,
    hash: plan.hash,
    refresh: plan.refresh,
    complete: plan.complete,
    summary,
    changes: plan.changes.map(({ action, ref, place, patch, inferred, departs, reappears, temporary }) => ({
      action,
      ...refOf(ref),
      ...placeOf(place),
      patch: patchJson(patch),
      ...(inferred !== undefined && { inferred }),
      ...(departs && { departs }),
      ...(reappears !== undefined && { reappears }),
      ...(temporary && { temporary }),
    })),
    adopted: plan.adopted.map(({ ref, formerly }) => ({ ...refOf(ref), ...(formerly !== undefined && { formerly }) })),
    kept: plan.kept.map(({ ref, field, members }) => ({ ...refOf(ref), field, members })),
    unopened: (plan.unopened ?? []).map(({ ref, field, place }) => ({ ...refOf(ref), field, ...placeOf(place) })),
    unmanaged: plan.unmanaged.map((ref) => ({ ...refOf(ref), ...(ref.name !== undefined && { name: ref.name }) })),
    left: plan.left.map(refOf),
    waiting: plan.waiting.map(({ ref, place, since, state, id, named }) => ({
      ...refOf(ref),
      ...placeOf(place),
      since,
      state,
      ...(id !== undefined && { id }),
      named: named.map(refOf),
    })),
    refusals: plan.refusals.map(refusalOf),
    approved: plan.approved.map(refusalOf),
    approvals: plan.approvals.map(({ file, state, code, refs, expires }) => ({
      file,
      state,
      ...(code !== undefined && { code }),
      ...(expires !== undefined && { expires }),
      refs: refs.map(refOf),
    })),
    ...(plan.unjudged !== undefined && { unjudged: plan.unjudged }),
    ...(plan.approval !== undefined && {
      approval: { file: plan.approval.file, yaml: approvalYaml(plan.approval, en.approval.reason) },
    }),
    ...(plan.base !== undefined && { base: plan.base }),
    proof: {
      scope: plan.reading.proof.scope,
      departments: plan.reading.proof.departments,
      levels: plan.reading.proof.levels,
      pages: plan.reading.proof.pages,
      people: plan.reading.proof.people,
      headCount: plan.reading.proof.headCount,
      gone: plan.reading.proof.gone.map(refOf),
      gaps: plan.reading.gaps.map(({ code, message, refs }) => ({
        code,
        message,
        ...(refs !== undefined && { refs: refs.map(refOf) }),
      })),
    },
  })
}

/** What became of a plan as one JSON document, `rollbook.result/1`; what was quarantined is said in the language. */
export function resultJson(
  plan: Pick<Plan, 'corp' | 'hash' | 'changes'>,
  outcomes: readonly Outcome[],
  { language, findings = [] }: { readonly language: Language; readonly findings?: readonly Finding[] },
): string {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  return print({
    format: 'rollbook.result/1',
    corp: plan.corp,
    hash: plan.hash,
    summary: {
      changes: plan.changes.length,
      applied: count('applied'),
      failed: count('failed'),
      skipped: count('skipped'),
      unstarted: plan.changes.length - outcomes.length,
    },
    ...(findings.length > 0 && {
      interrupted: findings.map((finding) => ({
        found: finding.found,
        action: finding.intent.action,
        ...refOf(finding.intent),
        ...(finding.found === 'made' && { id: finding.id }),
        ...(finding.found === 'unmade' && { lost: finding.lost }),
      })),
    }),
    quarantined: quarantined(outcomes, language).map(
      ({ outcome: { change }, reason, message, hint, code, waiting }) => ({
        ...refOf(change.ref),
        action: change.action,
        ...placeOf(change.place),
        reason,
        ...(code !== undefined && { code }),
        message,
        hint,
        waiting: waiting.map(refOf),
      }),
    ),
    outcomes: outcomes.map((outcome) => ({
      status: outcome.status,
      action: outcome.change.action,
      ...refOf(outcome.change.ref),
      ...(outcome.status === 'failed' && {
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
        error: errorOf(outcome.error),
      }),
      ...(outcome.status === 'skipped' && { because: refOf(outcome.because) }),
      ...(outcome.status === 'applied' && outcome.without !== undefined && { without: outcome.without.map(refOf) }),
      ...(outcome.status === 'applied' && outcome.recovered && { recovered: outcome.recovered }),
    })),
  })
}

/** Problems of the files as one JSON document, `rollbook.problems/1`; with what the files hold, where it was counted. */
export function problemsJson(
  problems: readonly Problem[],
  counts?: { readonly departments: number; readonly people: number; readonly roles: number },
): string {
  return print({
    format: 'rollbook.problems/1',
    ...(counts !== undefined && {
      counts: { departments: counts.departments, people: counts.people, roles: counts.roles },
    }),
    problems: problems.map(({ code, file, line, column, message, hint }) => ({
      code,
      file,
      line,
      column,
      message,
      ...(hint !== undefined && { hint }),
    })),
  })
}

/** What stands in clear as one JSON document, `rollbook.unsealed/1`. */
export function unsealedJson(
  values: readonly { readonly place: Place; readonly user: string; readonly field: string }[],
) {
  return print({
    format: 'rollbook.unsealed/1',
    values: values.map(({ place: { file, line, column }, user, field }) => ({
      file,
      line,
      column,
      userid: user,
      field,
    })),
  })
}

function print(document: object): string {
  return `${forJson(document)}\n`
}

function refOf({ kind, key }: Ref) {
  return { kind, key }
}

function refusalOf(refusal: Refusal) {
  const { code, message, hint, refs, limit, blocking, entry, base } = refusal
  return {
    code,
    ...(refusal.case !== undefined && { case: refusal.case }),
    message,
    hint,
    refs: refs.map(refOf),
    ...(limit !== undefined && { limit }),
    ...(blocking !== undefined && { blocking: blocking.map(refOf) }),
    ...(entry !== undefined && { entry }),
    ...(base && { base }),
    approvable: isApprovable(refusal),
  }
}

function placeOf(place: Place | undefined) {
  return place === undefined ? {} : { file: place.file, line: place.line }
}

/** A patch as the documents hold it: personal values masked, keys in order. */
export function patchJson(patch: Patch) {
  return patch.map(({ op, path, value }) => ({
    op,
    path,
    ...(value !== undefined && { value: printable(value, path.split('/').at(-1) ?? '') }),
  }))
}

/** A value of the field or entry of this name as it may be printed. */
export function printable(value: Value, name: string): unknown {
  return name === SECRET ? '***' : valueJson(value)
}

const SECRET = 'init_password'

/** The value with its keys in order, personal ones masked, and a first password gone altogether: its mask would tell its end. */
export function valueJson(value: Value): unknown {
  if (value instanceof Personal) return value.toJSON()
  if (Array.isArray(value)) return value.map(valueJson)
  if (!isEntries(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, printable(value[key] ?? null, key)]))
}

function errorOf(error: Error) {
  const failure = vendorFailure(error)
  if (failure === null) return { message: error.message }
  const { operation, code, subCode, action, outcome, requestId } = failure
  return {
    operation,
    code,
    ...(subCode !== undefined && { subCode }),
    action,
    outcome,
    ...(requestId !== undefined && { requestId }),
    message: error.message,
  }
}
