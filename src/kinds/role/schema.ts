import { reference, referenceTo, text } from '../../core/field-schema.ts'
import { described, type JsonSchema } from '../../core/json-schema.ts'
import { contract } from '../../dingtalk/contract.ts'

/** A member of a role: the userid alone, or with a management scope. */
export type MemberManifest =
  | string
  | { readonly userid?: string; readonly scope?: readonly (string | undefined)[] | null }
  | undefined

export interface RoleManifest {
  readonly name?: string
  readonly previously?: readonly (string | undefined)[]
  readonly members?: readonly MemberManifest[] | null
}

/** What a file in roles/ may say, once it has passed the schema. */
export interface RolesManifest {
  readonly group?: string
  readonly roles?: readonly (RoleManifest | undefined)[]
}

const scopeLimit = contract.schemas['UpdateRoleMemberScopeRequest']?.properties?.['dept_ids']?.maxItems

/** DingTalk states no limits for the names of groups and roles. */
const nameSchema: JsonSchema = { type: text, minLength: 1, pattern: '^\\S(?:.*\\S)?$' }
const nameHint = { en: 'leave out the spaces at its ends', zh: '去掉首尾的空格' }

const memberSchema: JsonSchema = {
  ...described(
    { en: 'Member', zh: '角色成员' },
    { en: 'A userid, or userid and scope.', zh: '写 userid，或同时写 userid 和 scope。' },
  ),
  ...referenceTo('user'),
  type: [...text, 'object'],
  required: ['userid'],
  additionalProperties: false,
  properties: {
    userid: {
      ...described({ en: 'User id', zh: '员工 userid' }, { en: 'The member.', zh: '哪位员工。' }),
      examples: ['lilei'],
      ...referenceTo('user'),
    },
    scope: {
      ...described(
        { en: 'Scope', zh: '管理范围' },
        {
          en: 'Keys of the departments this member manages in this role. null: the whole company. Left out: not managed.',
          zh: '该成员在这个角色下管理哪些部门(部门标识)。null 表示全公司。不写则不管。',
        },
      ),
      examples: [['财务部']],
      type: ['array', 'null'],
      minItems: 1,
      ...(scopeLimit !== undefined && { maxItems: scopeLimit }),
      uniqueItems: true,
      items: referenceTo('department'),
      'x-hint': {
        en: 'DingTalk would take an empty scope for the whole company: name a department, or write scope: null to mean the whole company',
        zh: '钉钉会把空的管理范围当作全公司：请写出部门；确实要全公司，就写 scope: null',
      },
    },
  },
}

/** One role of a file in roles/. */
export const roleSchema: JsonSchema = {
  ...described({ en: 'Role', zh: '角色' }, { en: 'A role of this group.', zh: '本角色组里的一个角色。' }),
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: {
      ...described({ en: 'Name', zh: '角色名称' }, { en: 'Unique in the group.', zh: '同一角色组内不能重名。' }),
      examples: ['会计'],
      ...nameSchema,
      'x-hint': nameHint,
    },
    previously: {
      ...described(
        { en: 'Former names', zh: '曾用名称' },
        { en: 'Names this role had before in this group.', zh: '这个角色以前在本组内用过的名称。' },
      ),
      examples: [['出纳']],
      type: 'array',
      items: reference,
      uniqueItems: true,
    },
    members: {
      ...described(
        { en: 'Members', zh: '角色成员' },
        {
          en: 'The whole list of members; [] removes all. Left out: not managed.',
          zh: '写出的就是完整的成员名单，[] 表示没有成员。不写则不管。',
        },
      ),
      examples: [['hanmeimei', { userid: 'lilei', scope: ['财务部'] }]],
      type: ['array', 'null'],
      items: memberSchema,
    },
  },
}

/** A file in roles/: a role group with its roles. */
export const rolesSchema: JsonSchema = {
  ...described(
    { en: 'Role group', zh: '角色组' },
    { en: 'A role group with its roles and their members.', zh: '一个角色组，以及组内的角色和成员。' },
  ),
  type: 'object',
  required: ['roles'],
  additionalProperties: false,
  properties: {
    group: {
      ...described({ en: 'Group', zh: '角色组名称' }, { en: "Left out: the file's name.", zh: '不写就用文件名。' }),
      examples: ['岗位'],
      ...nameSchema,
      'x-refers': 'role-group',
      'x-hint': nameHint,
    },
    roles: {
      ...described({ en: 'Roles', zh: '角色' }, { en: 'The roles of the group.', zh: '组内的全部角色。' }),
      type: 'array',
      items: roleSchema,
    },
  },
}
