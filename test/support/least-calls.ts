import type { Directory, Model } from '../../src/core/model.ts'
import { members } from '../../src/core/value.ts'

/**
 * The least number of calls that the contract needs for what a directory manages; docs/calls.md derives it. Written
 * apart from the code that makes the calls, so that the two can disagree.
 */

const LISTED_DEPARTMENT_FIELDS = ['name', 'parent_id', 'source_identifier', 'outer_dept_only_self']
const DETAIL_PERSON_FIELDS = ['manager_userid', 'dept_title_list', 'senior_mode', 'extension_i18n', 'org_email_type']

const pages = (count: number, size: number) => Math.max(1, Math.ceil(count / size))
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * Calls to read a company that holds exactly what the directory describes; `learned` are the department lists that the
 * lock learns from this read, each of which is looked at twice.
 */
export function leastReadCalls(
  directory: Directory,
  { corp, learned }: { readonly corp: boolean; readonly learned: number },
): number {
  const departments = directory['department'] ?? {}
  const people = directory['user'] ?? {}
  const settings = directory['department-settings'] ?? {}
  const roles = directory['role'] ?? {}
  const detailed = (key: string) =>
    settings[key] !== undefined ||
    Object.keys(departments[key] ?? {}).some((field) => !LISTED_DEPARTMENT_FIELDS.includes(field))
  const population = (key: string) =>
    Object.values(people).filter(({ main, dept_id_list }) => main === key || members(dept_id_list).includes(key)).length
  const lists = Object.keys(departments).map((key) =>
    detailed(key) && population(key) === 0 ? 0 : pages(population(key), 100),
  )
  const inDetail = Object.values(people).filter((model) =>
    DETAIL_PERSON_FIELDS.some((field) => model[field] !== undefined),
  )
  const managed = Object.values(roles).filter((model) => model['members'] !== undefined)
  const groups = Object.keys(directory['role-group'] ?? {}).length
  return (
    3 + // token, contact scope, head count
    (corp ? 1 : 0) + // proof of the company
    Object.keys(departments).length + // one list of sub-departments each, the root's included
    Object.keys(departments).filter(detailed).length +
    sum(lists) +
    inDetail.length +
    learned +
    (groups > 0 ? 1 : 0) +
    sum(managed.map((model) => pages(members(model['members']).length, 100)))
  )
}

/** Calls to read an empty company: only the root exists. */
export function leastEmptyReadCalls(directory: Directory, { corp }: { readonly corp: boolean }): number {
  return 3 + (corp ? 1 : 0) + 1 + 1 + (Object.keys(directory['role-group'] ?? {}).length > 0 ? 1 : 0)
}

/** Whether settings hold anything that a new department does not have by itself. */
function setsSomething(model: Model): boolean {
  return Object.values(model).some(
    (value) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
  )
}

/** Calls to make everything that the directory describes, in an empty company: only the root was there before. */
export function leastCreateCalls(directory: Directory): number {
  const roles = Object.values(directory['role'] ?? {})
  const scopes = roles.flatMap((model) =>
    Object.values((model['members'] ?? {}) as Record<string, Record<string, unknown>>).filter(
      (member) => member['scope'] !== undefined && member['scope'] !== null,
    ),
  )
  const departments = Object.entries(directory['department'] ?? {}).filter(([key]) => key !== '/')
  return (
    departments.length +
    departments.filter(([, model]) => model['parent_id'] === '/').length + // a look at what the root holds, each time
    Object.values(directory['department-settings'] ?? {}).filter(setsSomething).length +
    Object.keys(directory['user'] ?? {}).length +
    Object.keys(directory['role-group'] ?? {}).length +
    roles.length +
    sum(roles.map((model) => Math.ceil(members(model['members']).length / 20))) +
    scopes.length
  )
}
