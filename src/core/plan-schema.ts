import { described, type JsonSchema } from './json-schema.ts'
import { refusalCodes } from './model.ts'
import { actions, corp, count, flag, hash, list, object, ref, text } from './output-schemas.ts'

/** RFC 6902 operations. */
export const patch: JsonSchema = {
  ...described(
    { en: 'Patch', zh: '补丁' },
    {
      en: 'RFC 6902 operations from DingTalk to the files; personal values are masked.',
      zh: '从钉钉现状到文件的 RFC 6902 操作；个人信息已遮盖。',
    },
  ),
  ...list(object({ op: { type: 'string', enum: ['add', 'remove', 'replace'] }, path: text, value: {} }, ['value'])),
}

const refusal = object(
  {
    code: { type: 'string', enum: refusalCodes },
    case: {
      ...described(
        { en: 'Case', zh: '情形' },
        { en: 'Which of the cases of its code this is.', zh: '这个代码的哪一种情形。' },
      ),
      type: 'string',
      enum: ['unread', 'super', 'few', 'renamed'],
    },
    message: text,
    hint: text,
    refs: list(object(ref)),
    limit: object({ name: text, amount: count, most: count, managed: count, subtree: text }, ['subtree']),
    blocking: {
      ...described(
        { en: 'In the way', zh: '挡在前面的' },
        { en: 'What stands in the way, where that is not what is refused.', zh: '挡住这次改动的部门和员工。' },
      ),
      ...list(object(ref)),
    },
    entry: {
      ...described(
        { en: 'Entry', zh: '设置' },
        { en: 'What would allow it in rollbook.yaml, as YAML.', zh: '写进 rollbook.yaml 就会放行的内容。' },
      ),
      type: 'string',
    },
    base: {
      ...described(
        { en: 'By the base commit', zh: '按基准提交' },
        { en: 'The policy of the base commit refuses it.', zh: '按基准提交里的规则被拦下。' },
      ),
      ...flag,
    },
    approvable: {
      ...described(
        { en: 'Can be approved', zh: '可以批准' },
        { en: 'Whether a file of approvals can lift it.', zh: '批准文件能不能放行它。' },
      ),
      type: 'boolean',
    },
  },
  ['case', 'limit', 'blocking', 'entry', 'base'],
)

/** `rollbook plan --format json`. */
export const planSchema: JsonSchema = {
  ...described({ en: 'Plan', zh: '变更预览' }, { en: 'What apply would do.', zh: '生效时会做什么。' }),
  ...object(
    {
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
          {
            en: 'The read had no gap; without it nothing is deleted. False where nothing was read.',
            zh: '读取没有缺漏；有缺漏时不会删除任何内容。完全没有读取时为 false。',
          },
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
              reappears: {
                ...described(
                  { en: 'Comes back', zh: '换了 userid' },
                  {
                    en: 'Userid of somebody created in the same plan who seems to be this person.',
                    zh: '同一次变更里新建的、看上去是同一个人的 userid。',
                  },
                ),
                type: 'string',
              },
              temporary: {
                ...described(
                  { en: 'Temporary', zh: '临时' },
                  { en: 'A step that makes room for a swap of names.', zh: '交换名称时的中间步骤。' },
                ),
                ...flag,
              },
            },
            ['file', 'line', 'inferred', 'departs', 'reappears', 'temporary'],
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
      waiting: {
        ...described(
          { en: 'Waiting', zh: '待同意' },
          {
            en: 'Invited and not there yet: left out, and so is every mention of them, until they accept.',
            zh: '已邀请、还没有加入的员工：本人同意之前，这次变更不包括他们，也不包括提到他们的地方。',
          },
        ),
        ...list(
          object(
            {
              ...ref,
              file: text,
              line: { type: 'integer', minimum: 1 },
              since: {
                ...described(
                  { en: 'Since', zh: '邀请日期' },
                  { en: 'The day of the invitation.', zh: '发出邀请的日期。' },
                ),
                type: 'string',
                pattern: '^\\d{4}-\\d\\d-\\d\\d$',
              },
              state: { type: 'string', enum: ['invited', 'elsewhere', 'readdressed', 'withdrawn'] },
              id: {
                ...described(
                  { en: 'Id', zh: '现在的 userid' },
                  { en: 'The userid under which the person is there.', zh: '这个人加入以后的 userid。' },
                ),
                type: 'string',
              },
              named: list(object(ref)),
            },
            ['file', 'line', 'id'],
          ),
        ),
      },
      refusals: {
        ...described(
          { en: 'Refusals', zh: '拒绝执行的原因' },
          { en: 'Why apply would stop before the first call.', zh: '生效前会停下来的原因。' },
        ),
        ...list(refusal),
      },
      approved: {
        ...described(
          { en: 'Approved', zh: '已批准' },
          { en: 'What would be refused, had it not been approved.', zh: '本来会被拦下、已经批准的。' },
        ),
        ...list(refusal),
      },
      approvals: {
        ...described(
          { en: 'Files of approvals', zh: '批准文件' },
          { en: 'What became of each file in approvals/.', zh: 'approvals/ 里的每个文件起了什么作用。' },
        ),
        ...list(
          object(
            {
              file: text,
              state: {
                type: 'string',
                enum: ['applied', 'incomplete', 'unused', 'expired', 'too-far', 'other-plan'],
              },
              code: { type: 'string', enum: refusalCodes },
              expires: text,
              refs: list(object(ref)),
            },
            ['code', 'expires'],
          ),
        ),
      },
      approval: {
        ...described(
          { en: 'Approval to write', zh: '可以写的批准' },
          {
            en: 'The file below the directory, and its text, that would lift the refusals that can be approved.',
            zh: '写上这个文件(相对于通讯录目录)，就能放行可以批准的拦截原因。',
          },
        ),
        ...object({ file: text, yaml: text }),
      },
      base: {
        ...described({ en: 'Base commit', zh: '基准提交' }, { en: 'The commit of --base.', zh: '--base 指定的提交。' }),
        type: 'string',
      },
      unjudged: {
        ...described(
          { en: 'Not judged', zh: '没有判断的' },
          {
            en: "Refusals that need DingTalk's answers, where nothing was read: nobody looked for them.",
            zh: '要读取钉钉才能判断的拦截原因：没有读取，所以没有判断。',
          },
        ),
        ...list({ type: 'string', enum: refusalCodes }),
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
    },
    ['approval', 'base', 'unjudged'],
  ),
}
