import { described, type JsonSchema } from './json-schema.ts'
import { problemCodes } from './problem.ts'
import { evidenceCodes, verdicts } from './prove.ts'

/** The documents that `--format json` prints, as schemas. They grow by new fields; a field never changes its meaning. */

/** Any text. */
export const text: JsonSchema = { type: 'string' }
/** Present and true, or absent. */
export const flag: JsonSchema = { type: 'boolean', enum: [true] }
/** How many. */
export const count: JsonSchema = { type: 'integer', minimum: 0 }
/** What a change does. */
export const actions = ['create', 'update', 'move', 'replace', 'delete']
const kinds = ['department', 'department-settings', 'user', 'role-group', 'role']

/** Kind and key of what something is about. */
export const ref: { readonly [field: string]: JsonSchema } = {
  kind: {
    ...described({ en: 'Kind', zh: '类别' }, { en: 'What it is.', zh: '它是什么。' }),
    type: 'string',
    enum: kinds,
  },
  key: {
    ...described(
      { en: 'Key', zh: '标识' },
      {
        en: 'Our name for it: a department key, a userid, group/role. What is not ours is # and its DingTalk id.',
        zh: '在文件里的名字：部门标识、userid、角色组/角色。不归文件管理的写作 # 加钉钉 id。',
      },
    ),
    type: 'string',
  },
}

/** An object with these fields and no others, all of them required except the named ones. */
export function object(
  properties: { readonly [field: string]: JsonSchema },
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((field) => !optional.includes(field))
  return { type: 'object', additionalProperties: false, required, properties }
}

/** A list of these. */
export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

/** The company. */
export const corp: JsonSchema = {
  ...described(
    { en: 'Company', zh: '企业' },
    { en: 'The corp id; null where nothing proved it.', zh: '企业的 corpId；未能证实时为 null。' },
  ),
  type: ['string', 'null'],
}
/** The identity of a plan. */
export const hash: JsonSchema = {
  ...described(
    { en: 'Hash', zh: '指纹' },
    {
      en: 'Covers the changes and no time: equal plans have equal hashes.',
      zh: '只覆盖改动，不含时间：相同的变更预览指纹相同。',
    },
  ),
  type: 'string',
  pattern: '^sha256:[0-9a-f]{64}$',
}

/** `rollbook validate --format json`, and what other commands print when the files are wrong. */
export const problemsSchema: JsonSchema = {
  ...described(
    { en: 'Problems', zh: '文件中的问题' },
    { en: 'Everything that is wrong with the files.', zh: '文件里所有不正确的地方。' },
  ),
  ...object(
    {
      format: { type: 'string', const: 'rollbook.problems/1' },
      counts: {
        ...described(
          { en: 'Counts', zh: '数量' },
          { en: 'What the files hold, without the root department.', zh: '文件里有多少部门(不含根部门)、员工和角色。' },
        ),
        ...object({ departments: count, people: count, roles: count }),
      },
      problems: list(
        object(
          {
            code: { type: 'string', enum: problemCodes },
            file: {
              ...described(
                { en: 'File', zh: '文件' },
                { en: 'Relative to the directory, with /.', zh: '相对于通讯录目录，用 / 分隔。' },
              ),
              type: 'string',
            },
            line: { type: 'integer', minimum: 1 },
            column: { type: 'integer', minimum: 1 },
            message: text,
            hint: text,
          },
          ['hint'],
        ),
      ),
    },
    ['counts'],
  ),
}

const located = object({ ...ref, id: text })
const marked = object({ ...ref, id: text, name: text })
const gaps = list(object({ code: text, message: text }))
const company: JsonSchema = { type: 'string', enum: ['proven', 'wrong', 'unproven'] }
const judgement = object(
  {
    ...ref,
    id: text,
    verdict: { type: 'string', enum: verdicts },
    evidence: { type: 'string', enum: evidenceCodes },
    other: text,
    name: text,
  },
  ['other', 'name'],
)

/** `rollbook lock verify --format json`. */
export const lockVerifySchema: JsonSchema = {
  ...described(
    { en: 'Proof of the lock', zh: '锁文件核对' },
    { en: 'Every entry of the lock, held against DingTalk.', zh: '锁文件的每一条与钉钉核对的结果。' },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.lock-verify/1' },
    corp,
    company,
    sound: {
      ...described(
        { en: 'Sound', zh: '可信' },
        {
          en: 'Nothing is contradicted or gone, and the read was whole.',
          zh: '没有矛盾的，也没有在钉钉里找不到的，而且读取完整。',
        },
      ),
      type: 'boolean',
    },
    older: {
      ...described(
        { en: 'Older', zh: '旧的' },
        {
          en: 'This machine had it before and a later one since, and marked departments are missing in it.',
          zh: '这台电脑上以前的一份，后来换过，而且缺少带标记的部门。',
        },
      ),
      type: 'boolean',
    },
    counts: object(Object.fromEntries(verdicts.map((verdict) => [verdict, count]))),
    entries: list(judgement),
    strays: list(marked),
    waiting: list(located),
    problems: {
      ...described(
        { en: 'Problems', zh: '文件中的问题' },
        { en: 'Of the files; with any, they were left out of account.', zh: '文件里的问题数；不为零时没有参照文件。' },
      ),
      ...count,
    },
    gaps,
  }),
}

/** `rollbook lock rebuild --format json`. */
export const lockRebuildSchema: JsonSchema = {
  ...described(
    { en: 'A new lock', zh: '重建锁文件' },
    { en: 'How the new lock differs from the one before.', zh: '新的锁文件与原来的差别。' },
  ),
  ...object(
    {
      format: { type: 'string', const: 'rollbook.lock-rebuild/1' },
      corp,
      company,
      end: { type: 'string', enum: ['written', 'same', 'declined', 'refused'] },
      entries: count,
      kept: count,
      added: list(located),
      changed: list(object({ ...ref, before: text, after: text })),
      removed: list(located),
      strays: list(marked),
      doubtful: list(judgement),
      gaps,
      backup: text,
    },
    ['backup'],
  ),
}
