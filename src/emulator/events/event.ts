/** Types that an app may ask for: those of the address book. DingTalk has many more, of which nothing is known here. */
export const eventTypes: ReadonlySet<string> = new Set([
  'user_add_org',
  'user_modify_org',
  'user_leave_org',
  'user_active_org',
  'org_admin_add',
  'org_admin_remove',
  'org_dept_create',
  'org_dept_modify',
  'org_dept_remove',
  'org_change',
  'org_remove',
  'label_user_change',
  'label_conf_add',
  'label_conf_modify',
  'label_conf_del',
])

/** A change of a person as `diffInfo` tells it. A field that was or is empty is missing on that side. */
export interface Diff {
  readonly userid: string
  readonly prev: { readonly [field: string]: string }
  readonly curr: { readonly [field: string]: string }
}

/** Who is concerned, by the kind of event. Ids only; `diff` is the one exception that DingTalk makes. */
export type EventFacts =
  | { readonly type: 'user_add_org' | 'user_leave_org' | 'user_active_org'; readonly users: readonly string[] }
  | { readonly type: 'user_modify_org'; readonly users: readonly string[]; readonly diff?: Diff }
  | { readonly type: 'org_admin_add' | 'org_admin_remove'; readonly users: readonly string[] }
  | {
      readonly type: 'org_dept_create' | 'org_dept_modify' | 'org_dept_remove'
      readonly departments: readonly number[]
    }
  | {
      readonly type: 'label_user_change'
      readonly users: readonly string[]
      readonly labels: readonly number[]
      readonly change: 'added' | 'removed'
    }
  | { readonly type: 'label_conf_add' | 'label_conf_del'; readonly labels: readonly number[] }
  | {
      readonly type: 'label_conf_modify'
      readonly labels: readonly number[]
      readonly before: Label
      readonly after: Label
    }
  | { readonly type: 'org_change' }
  /** Whatever a test announces: a type that nobody foresaw, a body of any shape. */
  | { readonly type: string; readonly body: { readonly [field: string]: unknown } }

/** A role or a role group, as events about it describe it. */
export interface Label {
  readonly id: number
  readonly name: string
  /** The group of a role; a group has none. */
  readonly group?: number
}

/** Something that happened, before it takes the form of a transport. */
export type ContactEvent = EventFacts & {
  /** 32 hexadecimal digits, never given twice, also not by the next emulator over the same state file. */
  readonly id: string
  /** Unix milliseconds of the emulator's clock. */
  readonly at: number
  /** The userid of the administrator who did it; absent where an app did, or nobody in particular. */
  readonly operator?: string
}
