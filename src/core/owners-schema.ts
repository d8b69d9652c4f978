import { text } from './field-schema.ts'
import { described, type JsonSchema } from './json-schema.ts'

/** Where GitHub's names of people and teams stand, below the repository's root. */
export const OWNERS_FILE = '.github/rollbook-owners.yaml'

type Names = string | readonly (string | undefined)[]

/** What the file may say, once it has passed the schema; what did not pass is missing. */
export interface OwnersManifest {
  readonly admins?: Names
  readonly departments?: Names
  readonly logins?: { readonly [userid: string]: Names | undefined }
}

/** Who owns what on GitHub; every name with its `@`. */
export interface Owners {
  /** Own what decides about everything: roles, policy, lock, approvals, workflows. Never empty. */
  readonly admins: readonly string[]
  /** Own departments whose heads have no login here. */
  readonly departments: readonly string[]
  readonly logins: { readonly [userid: string]: readonly string[] }
}

const OWNER = /^@?[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/

/** Whether a text is a login or a team of GitHub. */
export function isOwner(name: string): boolean {
  return OWNER.test(name)
}

const name: JsonSchema = {
  type: text,
  pattern: OWNER.source.replaceAll('\\/', '/'),
  'x-hint': {
    en: 'write a login of GitHub such as octo-hr, or a team such as example-org/admins',
    zh: '请写 GitHub 登录名，例如 octo-hr，或团队，例如 example-org/admins',
  },
}
const names: JsonSchema = { ...name, type: [...text, 'array'], items: name, minItems: 1, maxItems: 20 }

/** `.github/rollbook-owners.yaml`. */
export const ownersSchema: JsonSchema = {
  ...described(
    { en: 'Owners on GitHub', zh: 'GitHub 上的负责人' },
    {
      en: 'Who is asked on GitHub to review changes; rollbook codeowners makes CODEOWNERS of it.',
      zh: '改动在 GitHub 上请谁审核；rollbook codeowners 据此生成 CODEOWNERS。',
    },
  ),
  type: 'object',
  required: ['admins'],
  additionalProperties: false,
  properties: {
    admins: {
      ...described(
        { en: 'Administrators', zh: '管理员' },
        {
          en: 'Team or logins that review roles, settings, the lock, approvals and workflows.',
          zh: '审核角色、设置、锁文件、批准和工作流的团队或登录名。',
        },
      ),
      examples: ['example-org/address-book-admins'],
      ...names,
    },
    departments: {
      ...described(
        { en: 'Departments', zh: '部门' },
        {
          en: 'Team or logins that review departments whose heads have no login below. Left out: the administrators.',
          zh: '部门主管在下面没有登录名时，由这个团队或这些登录名审核。不写就由管理员审核。',
        },
      ),
      examples: ['example-org/hr'],
      ...names,
    },
    logins: {
      ...described(
        { en: 'Logins', zh: '登录名' },
        {
          en: 'Userids of department heads and their logins on GitHub. Several: any one of them may review.',
          zh: '部门主管的 userid 和他在 GitHub 上的登录名。写几个，就是其中任何一人都可以审核。',
        },
      ),
      examples: [{ hanmeimei: 'octo-han', lilei: ['octo-li', 'octo-deputy'] }],
      type: ['object', 'null'],
      additionalProperties: names,
    },
  },
}

/** The owners that a manifest states. */
export function ownersFrom({ admins, departments, logins }: OwnersManifest): Owners {
  const own = listed(admins)
  return {
    admins: own,
    departments: departments === undefined ? own : listed(departments),
    logins: Object.fromEntries(Object.entries(logins ?? {}).map(([userid, given]) => [userid, listed(given)])),
  }
}

function listed(given: Names | undefined): readonly string[] {
  const all = typeof given === 'string' ? [given] : (given ?? [])
  return [...new Set(all.filter((one) => one !== undefined).map((one) => `@${one.replace(/^@/, '')}`))]
}
