import type { Origin } from './entry.ts'
import { referenceTo, text } from './field-schema.ts'
import { type Both, described, type JsonSchema } from './json-schema.ts'
import type { DeletionMode, Limit, LimitName, Settings, SubtreeLimitName } from './settings.ts'
import { defaultSettings, limitNames, subtreeLimitNames } from './settings.ts'

type Maybe<T> = T | null | undefined

/** What `rollbook.yaml` may say, once it has passed the schema. A setting that is left empty counts as not said. */
export interface SettingsManifest {
  readonly version?: 1
  readonly corp?: Maybe<string>
  readonly deletions?: Maybe<{ readonly [kind in 'users' | 'departments' | 'roles']?: Maybe<DeletionMode> }>
  readonly departed?: Maybe<{ readonly move_to?: Maybe<string> }>
  readonly limits?: Maybe<{ readonly [name in LimitName]?: Maybe<StatedLimit> }>
  readonly subtrees?: Maybe<{ readonly [department: string]: Maybe<StatedLimits> }>
  readonly protected?: Maybe<{ readonly [kind in 'users' | 'departments']?: Maybe<readonly (string | undefined)[]> }>
  readonly language?: Maybe<'zh' | 'en'>
}

type StatedLimit = { readonly [part in keyof Limit]?: number }
type StatedLimits = { readonly [name in SubtreeLimitName]?: Maybe<StatedLimit> }

const limitTitles: { readonly [name in LimitName]: Both } = {
  'users.remove': { en: 'People who leave', zh: '离职人数' },
  'users.move': { en: 'People who move', zh: '调动人数' },
  'users.change': { en: 'People whose fields change', zh: '资料有改动的人数' },
  'users.replace': { en: 'People who are deleted and created again', zh: '删除后重建的人数' },
  'departments.remove': { en: 'Departments dissolved', zh: '撤销的部门数' },
  'members.remove': { en: 'Members who lose a role', zh: '失去角色的人次' },
  'managers.change': { en: 'Departments whose heads change', zh: '更换主管的部门数' },
  'roles.remove': { en: 'Roles removed', zh: '删除的角色数' },
  'subtree.remove': { en: 'People who leave out of one department', zh: '一个部门(含下级)的离职人数' },
}

const STOPS: Both = {
  en: 'A run stops before the first call above min(ceiling, max(floor, percent)).',
  zh: '超过 min(ceiling, max(floor, percent)) 时，在第一次调用之前停下。',
}

/** A limit of the company, or of one department: there, what is not written is taken from the company's. */
function limitSchema(name: LimitName, ofDepartment = false): JsonSchema {
  const { floor, percent, ceiling } = defaultSettings.limits[name]
  const otherwise: Both = ofDepartment
    ? {
        en: 'Of this department and everything below it. A part left out is that of the same limit under limits.',
        zh: '只算这个部门和它下面的。不写的部分，用 limits 里同名的一项。',
      }
    : {
        en: `Default: floor ${floor}, percent ${percent}, ceiling ${ceiling}.`,
        zh: `默认：floor ${floor}，percent ${percent}，ceiling ${ceiling}。`,
      }
  return {
    ...described(limitTitles[name], { en: `${STOPS.en} ${otherwise.en}`, zh: `${STOPS.zh}${otherwise.zh}` }),
    examples: [{ floor, percent, ceiling }],
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      floor: {
        ...described(
          { en: 'Floor', zh: '下限' },
          { en: 'Always let through, however small the company.', zh: '无论公司多小，都放行这么多。' },
        ),
        type: 'integer',
        minimum: 0,
      },
      percent: {
        ...described(
          { en: 'Percent', zh: '百分比' },
          { en: 'Of those managed in DingTalk.', zh: '占钉钉中已管理数量的百分比。' },
        ),
        type: 'integer',
        minimum: 0,
        maximum: 100,
      },
      ceiling: {
        ...described(
          { en: 'Ceiling', zh: '上限' },
          { en: 'Never let through more than this.', zh: '无论公司多大，都不超过这么多。' },
        ),
        type: 'integer',
        minimum: 0,
      },
    },
  }
}

function deletionSchema(title: Both): JsonSchema {
  return {
    ...described(title, {
      en: 'plan-only (default): shown in the plan, and apply refuses. enabled: carried out, within the limits.',
      zh: 'plan-only(默认)：只在变更预览里显示，生效时拒绝执行。enabled：在限额之内执行。',
    }),
    type: ['string', 'null'],
    enum: ['enabled', 'plan-only', null],
  }
}

/** `rollbook.yaml`. */
export const settingsSchema: JsonSchema = {
  ...described(
    { en: 'Settings', zh: '设置' },
    { en: 'Settings of this directory. Everything is optional.', zh: '本通讯录目录的设置。所有字段都可以不写。' },
  ),
  type: 'object',
  additionalProperties: false,
  properties: {
    version: {
      ...described({ en: 'Format', zh: '格式版本' }, { en: 'Version of the file format.', zh: '文件格式的版本。' }),
      type: 'integer',
      enum: [1],
    },
    corp: {
      ...described(
        { en: 'Company', zh: '企业' },
        {
          en: "The company's corp id. Rollbook refuses to run against any other company.",
          zh: '企业的 corpId。连到别的企业时，Rollbook 拒绝执行。',
        },
      ),
      examples: ['dingcorp0001'],
      type: [...text, 'null'],
      minLength: 1,
    },
    deletions: {
      ...described(
        { en: 'Deletions', zh: '删除' },
        {
          en: 'Whether what is missing in the files may be deleted in DingTalk.',
          zh: '文件里没有的，是否允许在钉钉中删除。',
        },
      ),
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        users: deletionSchema({ en: 'People', zh: '员工' }),
        departments: deletionSchema({ en: 'Departments', zh: '部门' }),
        roles: deletionSchema({ en: 'Roles', zh: '角色' }),
      },
    },
    departed: {
      ...described(
        { en: 'People who left', zh: '离职员工' },
        {
          en: 'What a removed file means once deletions are enabled.',
          zh: '允许删除之后，移除一个人的文件意味着什么。',
        },
      ),
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        move_to: {
          ...described(
            { en: 'Move to', zh: '移动到' },
            {
              en: 'Key of the department that takes people who left. Left out: they are deleted.',
              zh: '接收离职员工的部门标识。不写则直接删除。',
            },
          ),
          examples: ['离职'],
          ...referenceTo('department'),
          type: [...text, 'null'],
        },
      },
    },
    limits: {
      ...described(
        { en: 'Limits', zh: '限额' },
        {
          en: 'How much one run may change. Creating has no limit.',
          zh: '一次运行最多改动多少。新建不受限制。',
        },
      ),
      type: ['object', 'null'],
      additionalProperties: false,
      properties: Object.fromEntries(limitNames.map((name) => [name, limitSchema(name)])),
    },
    subtrees: {
      ...described(
        { en: 'Limits of departments', zh: '部门限额' },
        {
          en: 'Limits of single departments, each for itself and everything below it. They hold beside limits, not in place of them.',
          zh: '单个部门的限额，连同它下面的部门一起算。和 limits 同时有效，不能代替它。',
        },
      ),
      examples: [{ 研发部: { 'users.remove': { floor: 1, percent: 5, ceiling: 10 } } }],
      type: ['object', 'null'],
      additionalProperties: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries(subtreeLimitNames.map((name) => [name, limitSchema(name, true)])),
        'x-instead': {
          'roles.remove': {
            en: 'roles belong to no department: write it under limits',
            zh: '角色不属于任何部门：请写在 limits 下面',
          },
          'subtree.remove': {
            en: 'that one is for every department alike: write users.remove here, or subtree.remove under limits',
            zh: '那一项对所有部门都一样：这里请写 users.remove，或把 subtree.remove 写在 limits 下面',
          },
        },
      },
    },
    protected: {
      ...described(
        { en: 'Protected', zh: '受保护' },
        {
          en: 'People who are not removed, replaced or taken out of a department, a role or a headship, and whose sign-in does not change; departments that are not dissolved or moved and keep their heads.',
          zh: '受保护的员工：不会被移除或重建，不会失去部门、角色和部门主管，登录身份不变。受保护的部门：不会撤销，不会调整归属，不会失去主管。',
        },
      ),
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        users: {
          ...described({ en: 'People', zh: '员工' }, { en: 'Userids.', zh: '员工的 userid。' }),
          examples: [['boss']],
          type: ['array', 'null'],
          items: referenceTo('user'),
          uniqueItems: true,
        },
        departments: {
          ...described({ en: 'Departments', zh: '部门' }, { en: 'Department keys.', zh: '部门标识。' }),
          examples: [['总经办']],
          type: ['array', 'null'],
          items: referenceTo('department'),
          uniqueItems: true,
        },
      },
    },
    language: {
      ...described({ en: 'Language', zh: '语言' }, { en: 'Language of plans.', zh: '变更预览用哪种语言。' }),
      type: ['string', 'null'],
      enum: ['zh', 'en', null],
    },
  },
}

/** The settings, with the defaults where the file says nothing. */
export function settingsFrom(manifest: SettingsManifest): Settings {
  const defaults = defaultSettings
  return {
    corp: manifest.corp ?? defaults.corp,
    deletions: {
      users: manifest.deletions?.users ?? defaults.deletions.users,
      departments: manifest.deletions?.departments ?? defaults.deletions.departments,
      roles: manifest.deletions?.roles ?? defaults.deletions.roles,
    },
    departed: manifest.departed?.move_to ? keyOf('departments', manifest.departed.move_to) : defaults.departed,
    limits: Object.fromEntries(
      limitNames.map((name) => [name, { ...defaults.limits[name], ...manifest.limits?.[name] }]),
    ) as Settings['limits'],
    subtrees: subtreesFrom(manifest),
    protected: {
      users: (manifest.protected?.users ?? []).filter(stated),
      departments: (manifest.protected?.departments ?? []).filter(stated).map((key) => keyOf('departments', key)),
    },
    language: manifest.language ?? defaults.language,
  }
}

/** Two spellings of one department are one department: the later one adds to the earlier. */
function subtreesFrom({ limits, subtrees }: SettingsManifest): Settings['subtrees'] {
  const found = new Map<string, Settings['subtrees'][string]>()
  for (const [written, stated] of Object.entries(subtrees ?? {})) {
    const key = keyOf('departments', written)
    const own = subtreeLimitNames.flatMap((name) => {
      const limit = stated?.[name]
      return limit ? [[name, { ...defaultSettings.limits[name], ...limits?.[name], ...limit }] as const] : []
    })
    found.set(key, { ...found.get(key), ...Object.fromEntries(own) })
  }
  return Object.fromEntries(found)
}

/** Where the settings stand that name people and departments. */
export function settingsPlaces(manifest: SettingsManifest): Origin[] {
  const places: Origin[] = []
  if (manifest.departed?.move_to) places.push(['departed', undefined, ['departed', 'move_to']])
  for (const key of Object.keys(manifest.subtrees ?? {}))
    places.push(['subtrees', keyOf('departments', key), ['subtrees', key]])
  for (const kind of ['users', 'departments'] as const)
    for (const [index, item] of (manifest.protected?.[kind] ?? []).entries())
      if (item !== undefined) places.push([`protected.${kind}`, keyOf(kind, item), ['protected', kind, index]])
  return places
}

/** A department is meant whatever way its characters are stored. */
function keyOf(kind: 'users' | 'departments', item: string): string {
  return kind === 'departments' ? item.normalize('NFC') : item
}

function stated(item: string | undefined): item is string {
  return item !== undefined
}
