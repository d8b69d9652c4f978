import type { Approval } from './approval-schema.ts'
import type { Directory, Places } from './model.ts'
import type { Problem } from './problem.ts'
import type { Settings } from './settings.ts'

/**
 * What the files say. When `problems` is not empty the rest is as much as could be understood, good for reporting and
 * not for planning.
 *
 * The models, by kind (keys in brackets are department keys, `/` is the root; people are named by userid):
 *
 * `department` [path or `key`]: `name`, `parent_id` (the parent's key), `source_identifier` (`rollbook:` and the key),
 *   and as stated `order` (text of digits), `hide_dept`, `outer_dept`, `outer_dept_only_self`, `create_dept_group`,
 *   `auto_approve_apply`, `brief`, `telephone` (Personal), `extension` (an object). The root stands here as `{}`.
 * `department-settings` [key of its department], only where something is stated: what only an update can set, and what
 *   names people or other departments: `dept_manager_userid_list`, `user_permits`, `outer_permit_users` (sets of
 *   userids: `{lilei: true}`), `dept_permits`, `outer_permit_depts` (sets of department keys), `org_dept_owner`
 *   (a userid), `code`, `auto_add_user`, `group_contain_sub_dept`, `group_contain_outer_dept`, `group_contain_hidden_dept`.
 * `user` [userid]: `name`, `main` (the key of the folder's department), `dept_id_list` (a set that holds `main` and
 *   `also`; only where `also` is stated), `dept_order_list` (`{key: digits}`, `order` and `also[].order`),
 *   `dept_title_list` (`{key: title}`, from `also[].title`), `hired_date` (Unix ms; a date is midnight in China),
 *   `extension` (`{attribute: text}`), and the other writable fields under their own names. `mobile`, `telephone`,
 *   `email`, `org_email`, `login_email`, `exclusive_mobile`, `init_password`, `avatarMediaId` are Personal, and closed
 *   where they stand sealed; a mobile is always `+<country>-<number>`.
 * `role-group` [name]: `name`.
 * `role` [`group/name`]: `name`, `group` (key of the group), `members` (`{userid: {}}`, or `{userid: {scope: {key: true}}}`,
 *   or `{userid: {scope: null}}` for the whole company).
 */
export interface Desired {
  readonly directory: Directory
  readonly places: Places
  /** Former keys that the files name: `previously.department['研发中心']` is `['研发部']`. */
  readonly previously: { readonly [kind: string]: { readonly [key: string]: readonly string[] } }
  /** People whose file says `replace: mobile`. */
  readonly replaceable: readonly string[]
  readonly settings: Settings
  /** What `approvals/` says, whole files only. */
  readonly approvals: readonly Approval[]
  readonly problems: readonly Problem[]
}
