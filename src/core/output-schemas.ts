import { described, type JsonSchema } from './json-schema.ts'
import { refusalCodes } from './model.ts'
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

const patch: JsonSchema = {
  ...described(
    { en: 'Patch', zh: '补丁' },
    {
      en: 'RFC 6902 operations from DingTalk to the files; personal values are masked.',
      zh: '从钉钉现状到文件的 RFC 6902 操作；个人信息已遮盖。',
    },
  ),
  ...list(object({ op: { type: 'string', enum: ['add', 'remove', 'replace'] }, path: text, value: {} }, ['value'])),
}

/** `rollbook plan --format json`. */
export const planSchema: JsonSchema = {
  ...described({ en: 'Plan', zh: '变更预览' }, { en: 'What apply would do.', zh: '生效时会做什么。' }),
  ...object({
    format: { type: 'string', const: 'rollbook.plan/1' },
    corp,
    hash,
    refresh: {
      ...described(
        { en: 'Read', zh: '读取范围' },
        {
          en: 'How much of DingTalk was read: all of it, what the files changed, or nothing.',
          zh: '读取了钉钉的多少内容：全部、只读文件改动涉及的、或完全没读。',
        },
      ),
      type: 'string',
      enum: ['full', 'touched', 'none'],
    },
    complete: {
      ...described(
        { en: 'Complete', zh: '读取完整' },
        { en: 'The read had no gap; without it nothing is deleted.', zh: '读取没有缺漏；有缺漏时不会删除任何内容。' },
      ),
      type: 'boolean',
    },
    summary: object(Object.fromEntries(actions.map((action) => [action, count]))),
    changes: {
      ...described({ en: 'Changes', zh: '改动' }, { en: 'In the order of execution.', zh: '按执行顺序排列。' }),
      ...list(
        object(
          {
            action: { type: 'string', enum: actions },
            ...ref,
            file: text,
            line: { type: 'integer', minimum: 1 },
            patch,
            inferred: {
              ...described(
                { en: 'Inferred', zh: '推断' },
                { en: 'Why this is taken for the same department.', zh: '为什么认为是同一个部门。' },
              ),
              type: 'string',
            },
            departs: {
              ...described(
                { en: 'Leaves', zh: '离职' },
                { en: 'The file of the person is gone.', zh: '这个人的文件已被移除。' },
              ),
              ...flag,
            },
            temporary: {
              ...described(
                { en: 'Temporary', zh: '临时' },
                { en: 'A step that makes room for a swap of names.', zh: '交换名称时的中间步骤。' },
              ),
              ...flag,
            },
          },
          ['file', 'line', 'inferred', 'departs', 'temporary'],
        ),
      ),
    },
    adopted: {
      ...described(
        { en: 'Adopted', zh: '纳入管理' },
        { en: 'Already in DingTalk; only the lock learns of it.', zh: '钉钉里已有，只在锁文件中登记。' },
      ),
      ...list(object({ ...ref, formerly: text }, ['formerly'])),
    },
    kept: {
      ...described(
        { en: 'Kept', zh: '保留' },
        {
          en: 'Stays although the files leave it out: the first apply of a list removes nothing.',
          zh: '文件里没有但会保留：名单第一次生效时不移除任何成员。',
        },
      ),
      ...list(object({ ...ref, field: text, members: list(text) })),
    },
    unopened: {
      ...described(
        { en: 'Unopened', zh: '未解密' },
        {
          en: 'Sealed values that an apply opens and compares; a plan cannot judge them.',
          zh: '加密的值，生效时解密比较；预览时无法判断。',
        },
      ),
      ...list(object({ ...ref, field: text, file: text, line: { type: 'integer', minimum: 1 } }, ['file', 'line'])),
    },
    unmanaged: {
      ...described(
        { en: 'Not managed', zh: '不归管理' },
        { en: 'Seen in DingTalk, not in the files, never touched.', zh: '钉钉里有、文件里没有，不会改动。' },
      ),
      ...list(object({ ...ref, name: text }, ['name'])),
    },
    left: {
      ...described(
        { en: 'Left behind', zh: '遗留' },
        {
          en: 'No longer in the files, and DingTalk has no call to delete it.',
          zh: '文件里已没有，但钉钉不支持删除。',
        },
      ),
      ...list(object(ref)),
    },
    refusals: {
      ...described(
        { en: 'Refusals', zh: '拒绝执行的原因' },
        { en: 'Why apply would stop before the first call.', zh: '生效前会停下来的原因。' },
      ),
      ...list(
        object(
          {
            code: { type: 'string', enum: refusalCodes },
            message: text,
            hint: text,
            refs: list(object(ref)),
            limit: object({ name: text, amount: count, most: count, managed: count }),
          },
          ['limit'],
        ),
      ),
    },
    proof: {
      ...described(
        { en: 'Proof', zh: '完整性证明' },
        { en: 'What was counted to show that the read was whole.', zh: '用来证明读取完整的计数。' },
      ),
      ...object({
        scope: {
          ...described(
            { en: 'Scope', zh: '权限范围' },
            {
              en: 'What the app may see: the whole company or a part of it; null where DingTalk was not asked.',
              zh: '应用能看到的范围：全公司或一部分；没有询问钉钉时为 null。',
            },
          ),
          enum: ['company', 'part', null],
        },
        departments: count,
        levels: count,
        pages: count,
        people: count,
        headCount: { type: ['integer', 'null'], minimum: 0 },
        gone: {
          ...described(
            { en: 'Gone', zh: '确已不存在' },
            {
              en: 'In the lock, in no list, and DingTalk says that it does not exist.',
              zh: '锁文件里有、名单里没有，逐个询问后钉钉确认不存在。',
            },
          ),
          ...list(object(ref)),
        },
        gaps: list(object({ code: text, message: text, refs: list(object(ref)) }, ['refs'])),
      }),
    },
  }),
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
