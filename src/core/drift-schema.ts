import { driftStates } from './drift.ts'
import { described, type JsonSchema } from './json-schema.ts'
import { actions, corp, count, hash, list, object, ref, text } from './output-schemas.ts'

const state: JsonSchema = {
  ...described(
    { en: 'State', zh: '状态' },
    {
      en: 'drift: changed in DingTalk; intended: changed in the files, waits for an apply; conflict: both, each in its own way.',
      zh: 'drift：钉钉里改了；intended：文件里改了，等待生效；conflict：两边都改了，而且不一样。',
    },
  ),
  type: 'string',
  enum: driftStates,
}
const line: JsonSchema = { type: 'integer', minimum: 1 }

const base: JsonSchema = {
  ...described(
    { en: 'Base', zh: '对照的提交' },
    {
      en: 'What stands for the last apply: the commit in the lock, that of --base, HEAD, or none, so that everything counts as drift.',
      zh: '当作上一次生效的是什么：锁文件里的提交、--base 指定的、HEAD，或者没有(这时一律算作线下改动)。',
    },
  ),
  ...object({ from: { type: 'string', enum: ['lock', 'option', 'head', 'none'] }, commit: text }, ['commit']),
}

const field = object(
  {
    path: {
      ...described(
        { en: 'Path', zh: '位置' },
        {
          en: 'The field, and the names below it in a set or a map; empty where the whole thing is on one side only.',
          zh: '字段，以及名单或映射里的名称；整个对象只在一边时为空。',
        },
      ),
      ...list(text),
    },
    state,
    files: {},
    actual: {},
    base: {},
    file: text,
    line,
  },
  ['files', 'actual', 'base', 'file', 'line'],
)

/** `rollbook drift --format json`. */
export const driftSchema: JsonSchema = {
  ...described(
    { en: 'Drift', zh: '线下改动' },
    {
      en: 'What differs between files and DingTalk, and on which side it was changed since the last apply.',
      zh: '文件和钉钉有哪些不同，以及上一次生效以后是哪一边改的。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.drift/1' },
    corp,
    hash,
    base,
    sure: {
      ...described(
        { en: 'Sure', zh: '可信' },
        {
          en: 'False where DingTalk was not read as a whole or is another company; then nothing is said of drift, and reasons say why.',
          zh: '没有读全钉钉，或者是另一家企业时为 false：这时不判断线下改动，原因见 reasons。',
        },
      ),
      type: 'boolean',
    },
    summary: object(Object.fromEntries(driftStates.map((each) => [each, count]))),
    differences: {
      ...described(
        { en: 'Differences', zh: '不同之处' },
        { en: 'Conflicts first, then drift, then what is intended.', zh: '先是冲突，再是线下改动，最后是等待生效的。' },
      ),
      ...list(
        object(
          {
            state,
            action: {
              ...described(
                { en: 'Action', zh: '动作' },
                { en: 'What an apply of the files would do.', zh: '按文件生效会做什么。' },
              ),
              type: 'string',
              enum: actions,
            },
            ...ref,
            name: text,
            file: text,
            line,
            by: {
              ...described(
                { en: 'By', zh: '谁改的' },
                { en: 'Who changed it in DingTalk, where an event said so.', zh: '事件里说明了的，是谁在钉钉里改的。' },
              ),
              ...object({ operator: text, time: text }),
            },
            fields: list(field),
          },
          ['name', 'file', 'line', 'by'],
        ),
      ),
    },
    unopened: list(object({ ...ref, field: text, file: text, line }, ['file', 'line'])),
    unmanaged: list(object({ ...ref, name: text }, ['name'])),
    reasons: {
      ...described(
        { en: 'Reasons', zh: '原因' },
        { en: 'Why an apply would be stopped, and what was not seen.', zh: '生效会被拦下的原因，以及没有读到的内容。' },
      ),
      ...list(object({ code: text, message: text })),
    },
  }),
}
