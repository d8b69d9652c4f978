import type { Approval } from '../approval-schema.ts'
import type { ApprovalNote, ApprovalOffer, ApprovedRefusal, Ref, Refusal, RefusalCode } from '../model.ts'

/**
 * An approval lifts exactly the refusals it names, for exactly the objects it names, of exactly one plan. Nothing else
 * does: there is no option that forces a plan through.
 *
 * Which codes can be approved: those by which the owner of the policy says "not so much, not this one" and may say "this
 * once" as well. Never those by which we say that we do not know what we see (`incomplete-read`, `wrong-company`,
 * `empty-desired`), or that the run would end the app's own access or a super administrator. `deletion-plan-only` has its
 * own switch in rollbook.yaml; `departed-changed` takes two changes; and what the lock does not list is never ours to
 * delete, so `unmanaged-below` is none either, besides that DingTalk refuses it where people are left.
 */
export const approvableCodes = [
  'limit-exceeded',
  'protected',
  'protected-identity',
  'mobile-replacement',
  'administrators',
] as const satisfies readonly RefusalCode[]

/** No approval holds for longer than this, counted from the day it is used. */
export const MOST_DAYS = 30
/** How long the one that we offer holds. */
const OFFERED_DAYS = 7

/** What is left of the refusals, what was lifted, what is to be said of the files, and which file would lift the rest. */
export interface Judged {
  readonly refusals: readonly Refusal[]
  readonly approved: readonly Refusal[]
  readonly approvals: readonly ApprovalNote[]
  readonly approval?: ApprovalOffer
}

/** Whether a file of approvals can lift this refusal. */
export function isApprovable({ code, final }: Refusal): boolean {
  return final !== true && (approvableCodes as readonly string[]).includes(code)
}

/**
 * Applies the approvals to the refusals of the plan `hash`.
 *
 * @param today the day in China, `YYYY-MM-DD`: the last day of an approval is a whole day there.
 */
export function approve(
  refusals: readonly Refusal[],
  approvals: readonly Approval[],
  hash: string,
  today: string,
): Judged {
  const holding = approvals.filter((approval) => stateOf(approval, hash, today) === undefined)
  const entries = holding.flatMap(({ approves }) => approves)
  const lifted = refusals.filter((refusal) => isApprovable(refusal) && missing(refusal, entries).length === 0)
  const open = refusals.filter((refusal) => !lifted.includes(refusal))
  const offered = refusals.filter(isApprovable)
  return {
    refusals: open,
    approved: lifted,
    approvals: approvals.flatMap((approval) => notesOf(approval, refusals, lifted, hash, today)),
    ...(open.some(isApprovable) && {
      approval: {
        file: fileOf(hash),
        plan: hash,
        expires: dayAfter(today, OFFERED_DAYS),
        approves: entriesOf(offered),
      },
    }),
  }
}

/** Where the approval of a plan stands, below the directory. */
export function fileOf(hash: string): string {
  return `approvals/${hash.replace(/^sha256:/, '')}.yaml`
}

/** The refs of a refusal that no entry names. A refusal that names nothing cannot be named either: it stands. */
function missing(refusal: Refusal, entries: readonly ApprovedRefusal[]): Ref[] {
  const named = new Set(
    entries
      .filter((entry) => isOf(entry, refusal))
      .flatMap(refsOf)
      .map(text),
  )
  return refusal.refs.length === 0 ? [{ kind: '', key: '' }] : refusal.refs.filter((ref) => !named.has(text(ref)))
}

function isOf(entry: ApprovedRefusal, { code, limit }: Refusal): boolean {
  return entry.refusal === code && entry.limit === limit?.name && entry.subtree === limit?.subtree
}

function notesOf(
  approval: Approval,
  refusals: readonly Refusal[],
  lifted: readonly Refusal[],
  hash: string,
  today: string,
): ApprovalNote[] {
  const { file, expires } = approval
  const state = stateOf(approval, hash, today)
  if (state !== undefined) return [{ file, state, refs: [], expires }]
  const notes = approval.approves.flatMap((entry): ApprovalNote[] => {
    const about = refusals.filter((refusal) => isApprovable(refusal) && isOf(entry, refusal))
    const code = entry.refusal
    const refused = new Set(about.flatMap(({ refs }) => refs).map(text))
    const unused = refsOf(entry).filter((ref) => !refused.has(text(ref)))
    const lacking = about
      .filter((refusal) => !lifted.includes(refusal))
      .flatMap((refusal) => missing(refusal, approval.approves))
    return [
      ...(about.some((refusal) => lifted.includes(refusal))
        ? [{ file, state: 'applied' as const, code, refs: [], expires }]
        : []),
      ...(unused.length > 0 || about.length === 0 ? [{ file, state: 'unused' as const, code, refs: unused }] : []),
      ...(lacking.length > 0 ? [{ file, state: 'incomplete' as const, code, refs: lacking }] : []),
    ]
  })
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()]
}

/** Why an approval does not hold for this plan today; undefined where it does. */
function stateOf({ plan, expires }: Approval, hash: string, today: string): ApprovalNote['state'] | undefined {
  if (plan !== hash) return 'other-plan'
  if (expires < today) return 'expired'
  return expires > dayAfter(today, MOST_DAYS) ? 'too-far' : undefined
}

/** The entries that would lift these refusals. */
function entriesOf(refusals: readonly Refusal[]): ApprovedRefusal[] {
  const entries = refusals.map(({ code, limit, refs }): ApprovedRefusal => {
    const keys = (...kinds: string[]) => refs.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key)
    const [users, roles] = [keys('user'), keys('role')]
    const departments = keys('department', 'department-settings')
    return {
      refusal: code,
      ...(limit !== undefined && { limit: limit.name }),
      ...(limit?.subtree !== undefined && { subtree: limit.subtree }),
      ...(users.length > 0 && { users }),
      ...(departments.length > 0 && { departments }),
      ...(roles.length > 0 && { roles }),
    }
  })
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()]
}

function refsOf({ users = [], departments = [], roles = [] }: ApprovedRefusal): Ref[] {
  const of = (kind: string, keys: readonly string[]) => keys.map((key) => ({ kind, key }))
  return [...of('user', users), ...of('department', departments), ...of('role', roles)]
}

/** A department is one object, whether its place or its settings change. */
function text({ kind, key }: Ref): string {
  return `${kind === 'department-settings' ? 'department' : kind}\u0000${key}`
}

/** The day so many days after another, both `YYYY-MM-DD`. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
