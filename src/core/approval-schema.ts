import { referenceTo, text } from './field-schema.ts'
import { approvableCodes, fileOf } from './guard/approvals.ts'
import { type Both, described, type JsonSchema, type Referred } from './json-schema.ts'
import type { ApprovedRefusal } from './model.ts'
import { limitNames } from './settings.ts'
import { scalar } from './yaml-scalar.ts'

/** A file of `approvals/`, read and checked. */
export interface Approval {
  /** Its path below the directory. */
  readonly file: string
  readonly plan: string
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string
  readonly reason: string
  readonly approves: readonly ApprovedRefusal[]
}

/** What a file of approvals may say, once it has passed the schema; what did not pass is missing. */
export type ApprovalManifest = { readonly [field in keyof Omit<Approval, 'file' | 'approves'>]?: string } & {
  readonly approves?: readonly (Partial<ApprovedRefusal> | undefined)[]
}

function keys(what: Referred, title: Both, about: Both): JsonSchema {
  return { ...described(title, about), type: 'array', items: referenceTo(what), uniqueItems: true }
}

/** `approvals/<hash>.yaml`. */
export const approvalSchema: JsonSchema = {
  ...described(
    { en: 'Approval', zh: '批准' },
    {
      en: 'Lets one plan through that was stopped: named objects, for named reasons, until a day.',
      zh: '放行一次被拦下的改动：写明哪些对象、因为哪条规则、到哪一天为止。',
    },
  ),
  type: 'object',
  additionalProperties: false,
  required: ['plan', 'expires', 'reason', 'approves'],
  properties: {
    plan: {
      ...described(
        { en: 'Plan', zh: '变更预览' },
        { en: 'Hash of the plan; the file is named after it.', zh: '变更预览的指纹，文件名也用它。' },
      ),
      type: 'string',
      pattern: '^sha256:[0-9a-f]{64}$',
    },
    expires: {
      ...described(
        { en: 'Last day', zh: '有效期至' },
        {
          en: 'Last day on which it holds, at most 30 days ahead; days are those of China.',
          zh: '有效的最后一天，最多 30 天之后；按北京时间算。',
        },
      ),
      examples: ['2026-12-01'],
      type: 'string',
      format: 'date',
      'x-hint': { en: 'write a day such as 2026-12-01', zh: '请写一个日期，例如 2026-12-01' },
    },
    reason: {
      ...described(
        { en: 'Reason', zh: '原因' },
        { en: 'Why, for whoever reads it later.', zh: '为什么，写给以后看的人。' },
      ),
      type: [...text],
      minLength: 1,
      maxLength: 500,
    },
    approves: {
      ...described(
        { en: 'Approved', zh: '批准的内容' },
        { en: 'Which refusals are lifted, and for whom or what.', zh: '放行哪些拦截原因，对哪些对象。' },
      ),
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['refusal'],
        properties: {
          refusal: {
            ...described({ en: 'Refusal', zh: '拦截原因' }, { en: 'Its code.', zh: '它的代码。' }),
            type: 'string',
            enum: [...approvableCodes],
          },
          limit: {
            ...described(
              { en: 'Limit', zh: '限额' },
              { en: 'Of limit-exceeded: which limit.', zh: '仅用于 limit-exceeded：哪一项限额。' },
            ),
            type: 'string',
            enum: [...limitNames],
          },
          subtree: {
            ...described(
              { en: 'Department of the limit', zh: '限额所属部门' },
              {
                en: 'Of a limit that is counted for one department: its key.',
                zh: '按部门计算的限额：这个部门的标识。',
              },
            ),
            ...referenceTo('department'),
          },
          users: keys('user', { en: 'People', zh: '员工' }, { en: 'Userids.', zh: '员工的 userid。' }),
          departments: keys(
            'department',
            { en: 'Departments', zh: '部门' },
            { en: 'Department keys.', zh: '部门标识。' },
          ),
          roles: keys('role', { en: 'Roles', zh: '角色' }, { en: 'As group/role.', zh: '写作 角色组/角色。' }),
        },
      },
    },
  },
}

/** The approval that a manifest states; undefined where a part of it is missing, which was reported then. */
export function approvalFrom(manifest: ApprovalManifest, file: string): Approval | undefined {
  const { plan, expires, reason, approves } = manifest
  if (plan === undefined || expires === undefined || reason === undefined || approves === undefined) return undefined
  const entries = approves.flatMap((entry) =>
    entry?.refusal === undefined ? [] : [{ ...entry, refusal: entry.refusal, ...normal(entry) }],
  )
  return { file, plan, expires, reason, approves: entries }
}

/** Where a file has to stand that approves this plan; the same path wherever its name is spelled right. */
export function isMisnamed({ file, plan }: Pick<Approval, 'file' | 'plan'>): boolean {
  return file !== fileOf(plan)
}

/** A file of approvals as it is pasted, with a reason in the reader's language. */
export function approvalYaml({ plan, expires, approves }: Omit<Approval, 'file' | 'reason'>, reason: string): string {
  const list = (name: string, entries: readonly string[] = []) =>
    entries.length === 0 ? [] : [`    ${name}:`, ...entries.map((key) => `      - ${scalar(key)}`)]
  const lines = approves.flatMap(({ refusal, limit, subtree, users, departments, roles }) => [
    `  - refusal: ${refusal}`,
    ...(limit === undefined ? [] : [`    limit: ${limit}`]),
    ...(subtree === undefined ? [] : [`    subtree: ${scalar(subtree)}`]),
    ...list('users', users),
    ...list('departments', departments),
    ...list('roles', roles),
  ])
  return [`plan: ${plan}`, `expires: ${expires}`, `reason: ${scalar(reason)}`, 'approves:', ...lines, ''].join('\n')
}

/** Departments are meant whatever way their characters are stored. */
function normal({ subtree, departments }: Partial<ApprovedRefusal>): Partial<ApprovedRefusal> {
  return {
    ...(subtree !== undefined && { subtree: subtree.normalize('NFC') }),
    ...(departments !== undefined && { departments: departments.filter(Boolean).map((key) => key.normalize('NFC')) }),
  }
}
