import { described, type JsonSchema } from './json-schema.ts'
import { actions, corp, list, object, ref, text } from './output-schemas.ts'
import { patch } from './plan-schema.ts'

const author: { readonly [field: string]: JsonSchema } = {
  by: {
    ...described(
      { en: 'By', zh: '操作人' },
      { en: 'Who did it in DingTalk, where an event said so.', zh: '在钉钉里操作的人；事件没有说明时没有这一项。' },
    ),
    ...object({ userid: text, name: text }, ['name']),
  },
  at: {
    ...described(
      { en: 'At', zh: '时间' },
      { en: 'When, by the event; ISO 8601 in UTC.', zh: '事件里的时间，ISO 8601，UTC。' },
    ),
    type: 'string',
  },
}

/** One line of `rollbook watch --format json`. */
export const watchSchema: JsonSchema = {
  ...described(
    { en: 'Watch report', zh: '跟踪报告' },
    {
      en: 'What was changed in DingTalk and differs from the files. One document on a line.',
      zh: '在钉钉里改过、与文件不一致的内容。每行一个文档。',
    },
  ),
  ...object({
    format: { type: 'string', const: 'rollbook.watch/1' },
    time: {
      ...described(
        { en: 'Time', zh: '时间' },
        { en: 'When it was compared; ISO 8601 in UTC.', zh: '对照的时间，ISO 8601，UTC。' },
      ),
      type: 'string',
    },
    corp,
    cause: {
      ...described(
        { en: 'Cause', zh: '起因' },
        { en: 'Events named it, or the whole company was read.', zh: '由事件引起，或通读整家公司时发现。' },
      ),
      type: 'string',
      enum: ['events', 'full'],
    },
    changes: list(
      object(
        {
          state: {
            ...described(
              { en: 'State', zh: '状态' },
              {
                en: 'Changed in DingTalk only, or in the files as well.',
                zh: '只在钉钉里改过，还是两边都改过。',
              },
            ),
            type: 'string',
            enum: ['drift', 'conflict'],
          },
          action: {
            ...described(
              { en: 'Action', zh: '动作' },
              {
                en: 'What an apply of the files would do; so create means that it is gone in DingTalk.',
                zh: '按文件生效会做什么；所以 create 表示钉钉里已经没有了。',
              },
            ),
            type: 'string',
            enum: actions,
          },
          ...ref,
          file: text,
          line: { type: 'integer', minimum: 1 },
          patch,
          ...author,
        },
        ['state', 'file', 'line', 'by', 'at'],
      ),
    ),
    unmanaged: list(object({ ...ref, name: text, ...author }, ['name', 'by', 'at'])),
  }),
}
