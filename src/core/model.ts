import type { Waiting } from './pending.ts'
import type { Personal } from './personal.ts'
import type { Judgement } from './prove.ts'
import type { Reason } from './quarantine.ts'
import type { Unopened } from './sealed.ts'

/**
 * Every shared type, and the glossary of the project. Data flows one way:
 *
 *   files ──load──▶ desired ────────────────────┐
 *                      │                        ├─diff─▶ Patch ─plan─▶ Plan ─┬─render──▶ text, JSON, Markdown
 *   DingTalk ─fetch─▶ Snapshot ─identify─▶ actual┘                           └─execute─▶ Outcomes ─record─▶ Lockfile
 *
 * `desired` and `actual` have the same type, so one differ serves every kind.
 */

/** What a model may hold. A set is an object keyed by its members, never an array: arrays differ by position. */
export type Value = null | boolean | number | string | Personal | readonly Value[] | { readonly [key: string]: Value }

/**
 * One resource as its fields, named as DingTalk's write API names them. A field left out is not managed; `null` means
 * "to be cleared" (on the actual side: "is empty"). Other resources are named by key, never by DingTalk id; one that
 * has no key of ours is `#` and its id.
 */
export type Model = { readonly [field: string]: Value }

/** All models by kind and key. *desired* when loaded from files, *actual* when identified in DingTalk. */
export type Directory = { readonly [kind: string]: { readonly [key: string]: Model } }

/** Our name of a resource: its kind, and the stable *key* it has in the files (`研发部/后端组`, a userid). */
export interface Ref {
  readonly kind: string
  readonly key: string
}

/** Where something is written: a file relative to the directory (with `/`), line and column counted from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Places of a loaded directory: of each ref, and of each of its fields under `kind/key/field` (see `placeKey`). */
export type Places = Pick<ReadonlyMap<string, Place>, 'get' | 'has' | typeof Symbol.iterator>

/** The name under which a ref, or one of its fields, stands in `Places`. */
export function placeKey(ref: Ref, field?: string): string {
  // No name in the files can hold the separator: control characters are refused.
  return field === undefined ? `${ref.kind}\u0000${ref.key}` : `${ref.kind}\u0000${ref.key}\u0000${field}`
}

/** DingTalk ids by kind and key. An *id* is DingTalk's identifier, as text; a *key* is ours. Never one word for both. */
export type Ids = { readonly [kind: string]: { readonly [key: string]: string } }

/** What DingTalk returned, by kind and id, in DingTalk's ids and fields; and how far it can be trusted. */
export interface Snapshot {
  readonly remotes: { readonly [kind: string]: ReadonlyMap<string, unknown> }
  readonly reading: Reading
  /** Fields, by kind, that the app may not read: their absence from an answer says nothing. */
  readonly hidden: { readonly [kind: string]: readonly string[] }
  /** Ids of what the app has its contact scope through, besides the root department. */
  readonly access: { readonly departments: readonly string[]; readonly users: readonly string[] }
}

/** Whether the read was whole. A gap is a reason why something may exist that we did not see. */
export interface Reading {
  readonly gaps: readonly Gap[]
  readonly proof: Proof
}

/** What was counted to prove that a read was whole; printed with every plan that deletes. */
export interface Proof {
  /** What the app may see, in DingTalk's own word: the whole company or a part of it; null where nobody asked. */
  readonly scope: 'company' | 'part' | null
  /** Departments listed, the root included, and how many levels they stand on. */
  readonly departments: number
  readonly levels: number
  /** Pages of people and of role members. */
  readonly pages: number
  /** Distinct people in all lists, and how many DingTalk says there are. */
  readonly people: number
  readonly headCount: number | null
  /** In the lock, in no list, and DingTalk, asked by id, says that it does not exist. */
  readonly gone: readonly Ref[]
}

/**
 * One hole in a read: the contact scope is partial, a department or page did not answer, two answers contradict each
 * other, the head count disagrees, or (`vanished`) what the lock lists stands in no list and yet is not gone.
 */
export interface Gap {
  readonly code: 'scope' | 'department' | 'people' | 'head-count' | 'roles' | 'vanished' | 'changed-while-reading'
  readonly message: string
  /** What it is about, where that has a key of ours. */
  readonly refs?: readonly Ref[]
}

/** One RFC 6902 operation from actual to desired; its path begins with `/kind/key`. Personal values are masked. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path: string
  readonly value?: Value
}
export type Patch = readonly PatchOperation[]

export type Action = 'create' | 'update' | 'move' | 'replace' | 'delete'

/**
 * One resource that differs, at its position in execution order. `before` is absent for a create, `after` for a
 * delete. `needs` are the changes (by their position) without which this one must not run.
 */
export interface Change {
  readonly action: Action
  readonly ref: Ref
  readonly before?: Model
  readonly after?: Model
  readonly patch: Patch
  readonly place?: Place
  readonly needs: readonly number[]
  /** The name in DingTalk of what we take for the same resource by its contents, when neither lock nor key says so. */
  readonly inferred?: string
  /** The person's file is gone: a move into the department of the departed. */
  readonly departs?: true
  /** Userid of somebody made in the same plan who is this person by mobile, mail or name: a userid was edited. */
  readonly reappears?: string
  /** A step that only makes room: the resource takes a temporary name, and its real one in a later change. */
  readonly temporary?: true
}

/** A reason to stop before the first write. It names what it refuses and how the owner can allow it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly hint: string
  readonly refs: readonly Ref[]
  /** Of `limit-exceeded`: which limit, how much would change, how much may, and of how many. */
  readonly limit?: Exceeded
  /** Of `wrong-company`: what shows it. */
  readonly company?: WrongCompany
  /** Of `lock-contradicted`: the entries, and what DingTalk has instead. */
  readonly entries?: readonly Judgement[]
  /** What a code says of several cases, told apart: see `RefusalCase`. */
  readonly case?: RefusalCase
  /** What stands in the way, where that is not what is refused: people in a department that would be dissolved. */
  readonly blocking?: readonly Ref[]
  /** The lines of rollbook.yaml that would allow it, as YAML. */
  readonly entry?: string
  /** The policy of the base commit refuses this; that of the files at hand alone would not. */
  readonly base?: true
  /** No approval lifts this one, although its code is one that can be approved. */
  readonly final?: true
}

/** A limit, and how far above it a plan is. */
export interface Exceeded {
  readonly name: string
  readonly amount: number
  readonly most: number
  readonly managed: number
  /** Key of the department for which, with everything below it, was counted; the whole company when left out. */
  readonly subtree?: string
}

/**
 * `unread`: the administrators could not be read; `super`: a super administrator would go; `few`: too few would remain.
 * `renamed`: a userid was edited, which removes one account and makes another.
 */
export type RefusalCase = 'unread' | 'super' | 'few' | 'renamed'

/**
 * What shows that this is another company: DingTalk says so of the credential; files and lock name two, or files and
 * base commit; nothing that the lock lists exists here; or none of the ids that DingTalk gave does. `n` are listed;
 * `corp` is the company of the files, `other` that of the lock or base, '' where nobody names one.
 */
export interface WrongCompany {
  readonly shownBy: 'credential' | 'base' | 'lock' | 'nothing' | 'ids'
  readonly corp: string
  readonly other: string
  readonly n: number
}

export const refusalCodes = [
  'deletion-plan-only',
  'limit-exceeded',
  'wrong-company',
  'lock-contradicted',
  'lock-older',
  'empty-desired',
  'incomplete-read',
  'mobile-replacement',
  'protected',
  'protected-identity',
  'administrators',
  'own-access',
  'departed-changed',
  'unmanaged-below',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Reasons to stop that only DingTalk's own answers show: a plan that read nothing cannot know them. */
export const needsDingTalk = [
  'wrong-company',
  'lock-contradicted',
  'incomplete-read',
  'own-access',
  'administrators',
  'unmanaged-below',
] as const satisfies readonly RefusalCode[]

/** Something worth saying about a file of approvals; none of these stops a run by itself. */
export interface ApprovalNote {
  readonly file: string
  /**
   * `applied`: it lifted a refusal. `incomplete`: it names only a part of what a refusal is about, so that one stands;
   * `refs` are missing. `unused`: nothing is refused of what it names in `refs`. `expired`, `too-far`: its date does not
   * hold. `other-plan`: it approves another plan.
   */
  readonly state: 'applied' | 'incomplete' | 'unused' | 'expired' | 'too-far' | 'other-plan'
  readonly code?: RefusalCode
  readonly refs: readonly Ref[]
  readonly expires?: string
}

/** The file that would approve what is refused: its path below the directory, and what it would say. */
export interface ApprovalOffer {
  readonly file: string
  readonly plan: string
  readonly expires: string
  readonly approves: readonly ApprovedRefusal[]
}

/** One refusal as a file of approvals names it: the code, of a limit its name and place, and the objects by kind. */
export interface ApprovedRefusal {
  readonly refusal: RefusalCode
  readonly limit?: string
  readonly subtree?: string
  readonly users?: readonly string[]
  readonly departments?: readonly string[]
  readonly roles?: readonly string[]
}

/** A resource that we saw and take under management without changing it: only the lock learns of it. */
export interface Adoption {
  readonly ref: Ref
  readonly id: string
  /** The key the lock had for this id, when a department was renamed. */
  readonly formerly?: string
  /** The key that it names itself in DingTalk, by marker or name; null: none of ours; left out: not read. */
  readonly mark?: string | null
}

/**
 * What was in a list before the files stated it, and stays although they do not name it: a first apply of a field never
 * removes, and what it kept is kept until the files name it once or somebody takes it out in DingTalk.
 */
export interface Kept {
  readonly ref: Ref
  readonly field: string
  readonly members: readonly string[]
}

/** Everything that will happen, as data: no closures, no clients. What is printed is what is applied. */
export interface Plan {
  readonly corp: string | null
  readonly hash: string
  readonly refresh: 'full' | 'touched' | 'none'
  readonly complete: boolean
  readonly reading: Reading
  readonly changes: readonly Change[]
  readonly adopted: readonly Adoption[]
  readonly kept: readonly Kept[]
  /** Sealed values that this plan could not judge: an apply opens and compares them. Left out where there are none. */
  readonly unopened?: readonly Unopened[]
  /** Seen in DingTalk and not ours: listed, never touched. Their key is `#` and the id. */
  readonly unmanaged: readonly (Ref & { readonly name?: string })[]
  /** In the lock, not in the files, and DingTalk has no call to remove it (a role group). */
  readonly left: readonly Ref[]
  readonly refusals: readonly Refusal[]
  /** What would have been refused, had not a file of approvals named it. */
  readonly approved: readonly Refusal[]
  readonly approvals: readonly ApprovalNote[]
  /** Reasons to stop that nobody looked for, because DingTalk was not asked. Left out where all were judged. */
  readonly unjudged?: readonly RefusalCode[]
  /** The file that would lift those refusals that can be approved; absent where there is none. */
  readonly approval?: ApprovalOffer
  /** The commit whose policy counted as well, where one was named. */
  readonly base?: string
  /** Whom the lock remembers as invited and who is not there yet. */
  readonly waiting: readonly Waiting[]
  /** Human names of every ref a change mentions, for rendering: `names[kind][key]`. */
  readonly names: { readonly [kind: string]: { readonly [key: string]: string } }
  /** What is around the changes, for drawing and naming them; no part of the hash. */
  readonly around?: Around
}

/**
 * Of what DingTalk has: the parent of each department by key, `/` for the company itself; and the job number of each
 * person, by userid, who shares a name with another.
 */
export interface Around {
  readonly parents: { readonly [department: string]: string }
  readonly jobNumbers: { readonly [userid: string]: string }
}

/**
 * What became of one change. `without` names what had to be left out because it does not exist; a failed change with an
 * `id` left something behind that is recorded all the same. `recovered`: it was not seen to be made, but found: the
 * answer was lost. `reason`: the failure concerns this one alone and everything else went on; without it, the run ended
 * there.
 */
export type Outcome =
  | {
      readonly status: 'applied'
      readonly change: Change
      readonly id: string
      readonly without?: readonly Ref[]
      readonly recovered?: true
    }
  | {
      readonly status: 'failed'
      readonly change: Change
      readonly error: Error
      readonly reason?: Reason
      readonly id?: string
    }
  | { readonly status: 'skipped'; readonly change: Change; readonly because: Ref }
