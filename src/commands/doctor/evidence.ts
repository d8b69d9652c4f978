import { type CheckName, type Finding, found } from '../../core/doctor.ts'
import type { InterruptedRun } from '../../core/recovery.ts'
import { causeOf } from '../../dingtalk/cause.ts'
import type { EnvironmentError } from '../../dingtalk/environment.ts'

/** What came of asking: an answer, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly error: Error }

/** Everything that is known of an installation, as plain data: what the checks judge. */
export interface Evidence {
  readonly node: string
  readonly environment: EnvironmentEvidence
  readonly files: FilesEvidence
  /** Absent where the environment leads nowhere. */
  readonly answers?: Answers
}

/** Where the variables lead, or which of them are missing or cannot be used. */
export type EnvironmentEvidence =
  | {
      readonly hosts: Hosts
      readonly rate?: number
    }
  | { readonly errors: readonly EnvironmentError[] }

/** Host and port of DingTalk's two hosts, as the environment gives them. */
export interface Hosts {
  readonly oapi: string
  readonly api: string
}

/** What stands in the folder. */
export interface FilesEvidence {
  readonly counts: { readonly departments: number; readonly people: number; readonly roles: number }
  readonly problems: number
  /** How many files those problems are in. */
  readonly files: number
  readonly corp: string | null
  readonly lock:
    | { readonly entries: number; readonly corp: string | null; readonly present: boolean }
    | { readonly error: Error }
  /** A run that was cut off, or the line at which its journal cannot be read; absent where the last run ended well. */
  readonly interrupted?: InterruptedRun | { readonly line: number }
  /** What cannot be written to, although apply has to. */
  readonly locked: readonly string[]
  /** What the files state of people: fields that a field permission opens, and consent to new mobiles. */
  readonly states: { readonly mobile: boolean; readonly profile: boolean; readonly replace: boolean }
}

/** What DingTalk answered. What was not asked, because nothing would have come of it, is absent. */
export interface Answers {
  readonly hosts: Hosts
  readonly token: Answer<unknown>
  readonly scopes?: Answer<Scopes>
  readonly headCount?: Answer<number>
  readonly tree?: Answer<unknown>
  readonly members?: Answer<unknown>
  readonly byMobile?: Answer<unknown>
  readonly company?: Answer<'proven' | 'wrong' | 'unproven'>
  /** How many people were looked at, and how many of them showed a field behind each field permission. */
  readonly people?: { readonly seen: number; readonly mobile: number; readonly profile: number }
  /** Names of the departments that a partial scope begins with, where they could be read. */
  readonly scopeNames?: readonly string[]
  readonly marks?: Marks
  /** Milliseconds by which this machine is ahead of DingTalk. */
  readonly skew?: number
  /** Calls made that count towards the monthly quota. */
  readonly metered: number
}

/** The contact scope, as getAuthScopes answers it. */
export interface Scopes {
  readonly auth_org_scopes?: { readonly authed_dept?: readonly number[]; readonly authed_user?: readonly string[] }
  readonly auth_user_field?: readonly string[]
}

/** Marks of managed departments; `gone`: DingTalk does not show the department any more. */
export interface Marks {
  readonly all: number
  readonly looked: number
  readonly ours: number
  readonly foreign: number
  readonly none: number
  readonly gone: number
  readonly failed?: Error
}

/** The calls that failed. */
export function failures({ token, scopes, headCount, tree, members, byMobile, company, marks }: Answers): Error[] {
  const answers = [token, scopes, headCount, tree, members, byMobile, company]
  const failed = answers.flatMap((answer) => (answer !== undefined && 'error' in answer ? [answer.error] : []))
  return marks?.failed ? [...failed, marks.failed] : failed
}

/** The check in which a failure shows as what it is, where that is not the check that made the call. */
export function blocker(error: Error): CheckName | undefined {
  switch (causeOf(error)) {
    case 'network':
    case 'address':
    case 'blocked':
    case 'rate':
      return 'network'
    case 'credential':
    case 'app':
    case 'company':
      return 'credential'
    case 'permission':
      return 'permissions'
    case 'quota':
      return 'quota'
    default:
      return undefined
  }
}

/** This cannot be told before that check is mended. */
export function first(check: CheckName): Finding {
  return found('skipped', 'first', { check })
}

/** What a failed call means for the check that made it. */
export function failed(error: Error): Finding {
  const check = blocker(error)
  if (check !== undefined) return first(check)
  const operation = 'operation' in error ? String(error.operation) : ''
  return found('unknown', 'call-failed', { operation, error })
}
