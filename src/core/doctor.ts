/** What can be checked, in the order in which trouble is best mended: each rests on those before it. */
export const checkNames = [
  'environment',
  'files',
  'network',
  'credential',
  'permissions',
  'scope',
  'clock',
  'quota',
  'marks',
] as const
export type CheckName = (typeof checkNames)[number]

/**
 * `problem`: plan or apply will not work, or not safely; `warning`: they work, and somebody should know; `unknown`: it
 * cannot be told from here; `skipped`: another check has to be mended first.
 */
export const states = ['ok', 'warning', 'problem', 'unknown', 'skipped'] as const
export type State = (typeof states)[number]

/**
 * What can be found, and what is known with it: texts, numbers, lists of texts, and for a failed call its error. Nothing
 * personal, and no secret. Words for each are in `render/words/doctor-*.ts`.
 */
export interface Facts {
  readonly environment: { readonly node: string; readonly hosts: readonly string[] }
  readonly 'node-old': { readonly node: string; readonly needed: string }
  readonly 'variable-missing': { readonly name: string }
  readonly 'variable-unusable': { readonly name: string }
  readonly 'other-host': { readonly name: string; readonly host: string }
  readonly 'high-rate': { readonly rate: number; readonly standard: number }

  readonly files: { readonly departments: number; readonly people: number; readonly roles: number }
  readonly 'files-wrong': { readonly problems: number; readonly files: number }
  readonly lock: { readonly entries: number }
  readonly 'no-lock': Record<never, never>
  readonly 'lock-unreadable': { readonly error: Error }
  readonly 'lock-of-another-company': { readonly lock: string; readonly files: string }
  /** When the run began, and of how many of its changes the end is not known. */
  readonly 'run-interrupted': { readonly started: string; readonly open: number }
  readonly 'journal-unreadable': { readonly line: number }
  readonly 'not-writable': { readonly path: string }

  readonly reached: { readonly hosts: readonly string[] }
  readonly unreachable: { readonly host: string; readonly error: Error }
  /** `address` is the one DingTalk named; empty where it named none. */
  readonly 'address-refused': { readonly address: string }
  readonly 'address-blocked': Record<never, never>
  readonly throttled: { readonly operation: string }

  readonly credential: Record<never, never>
  readonly 'credential-wrong': Record<never, never>
  readonly 'app-disabled': Record<never, never>
  readonly 'company-unavailable': { readonly error: Error }
  readonly company: { readonly corp: string }
  readonly 'company-wrong': { readonly corp: string }
  readonly 'company-unproven': { readonly corp: string }
  readonly 'company-unnamed': Record<never, never>

  /** `permissions` are codes. */
  readonly permissions: { readonly permissions: readonly string[] }
  readonly 'permission-missing': { readonly permission: string }
  readonly 'permission-optional': { readonly permission: string }
  readonly 'permission-unsure': { readonly permissions: readonly string[] }
  readonly 'write-untested': { readonly permission: string }
  readonly 'mobile-hidden': Record<never, never>
  readonly 'profile-hidden': Record<never, never>
  readonly 'profile-unsure': Record<never, never>

  readonly 'scope-whole': Record<never, never>
  readonly 'head-count': { readonly people: number }
  readonly 'scope-partial': { readonly departments: readonly string[]; readonly more: number; readonly people: number }
  readonly 'scope-people': { readonly people: number }
  readonly 'scope-empty': Record<never, never>
  readonly fields: { readonly fields: readonly string[] }

  /** Seconds by which this machine is ahead of DingTalk; negative when it is behind. */
  readonly clock: { readonly seconds: number }
  readonly 'clock-off': { readonly seconds: number }
  readonly 'clock-unknown': Record<never, never>

  /** Metered calls: surely and perhaps by one plan, and by this examination. */
  readonly 'quota-untold': { readonly plan: number; readonly perhaps: number; readonly here: number }
  /** As DingTalk says it; empty where it names no numbers. */
  readonly 'quota-used-up': { readonly used: string; readonly limit: string }

  readonly marks: { readonly looked: number; readonly all: number; readonly ours: number }
  readonly 'marks-missing': { readonly none: number; readonly looked: number }
  readonly 'marks-foreign': { readonly foreign: number; readonly looked: number }
  readonly 'marks-untold': { readonly looked: number }
  readonly 'marks-gone': { readonly gone: number; readonly looked: number }
  readonly 'nothing-managed': Record<never, never>

  readonly 'call-failed': { readonly operation: string; readonly error: Error }
  /** The check that has to be mended first. */
  readonly first: { readonly check: CheckName }
}
export type FindingCode = keyof Facts

/** One thing that was found. */
export type Finding = {
  readonly [Code in FindingCode]: { readonly code: Code; readonly state: State; readonly facts: Facts[Code] }
}[FindingCode]

/** One check: its state is that of its worst finding. */
export interface Check {
  readonly name: CheckName
  readonly state: State
  readonly findings: readonly Finding[]
}

/** All checks, in the order of `checkNames`. */
export interface Diagnosis {
  readonly checks: readonly Check[]
  /** Nothing is a problem. */
  readonly healthy: boolean
}

/** A finding, with its facts checked against its code. */
export function found<Code extends FindingCode>(state: State, code: Code, facts: Facts[Code]): Finding {
  return { state, code, facts } as unknown as Finding
}

/** Findings as a check. */
export function checkOf(name: CheckName, findings: readonly Finding[]): Check {
  const gravity: readonly State[] = ['problem', 'warning', 'unknown', 'skipped', 'ok']
  const state = gravity.find((each) => findings.some((finding) => finding.state === each)) ?? 'ok'
  return { name, state, findings }
}
