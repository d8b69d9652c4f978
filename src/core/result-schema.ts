import { described, type JsonSchema } from './json-schema.ts'
import { actions, corp, count, flag, hash, list, object, ref, text } from './output-schemas.ts'
import { reasons } from './quarantine.ts'

/** `rollbook apply --format json`. */
export const resultSchema: JsonSchema = {
  ...described({ en: 'Result', zh: '生效结果' }, { en: 'What became of a plan.', zh: '变更预览的执行结果。' }),
  ...object(
    {
      format: { type: 'string', const: 'rollbook.result/1' },
      corp,
      hash,
      summary: object({ changes: count, applied: count, failed: count, skipped: count, unstarted: count }),
      interrupted: {
        ...described(
          { en: 'Interrupted', zh: '上次中断' },
          {
            en: 'What was found out about an interrupted run before this one: made (recorded now), open (the plan decides), unmade (deleted and not made again: the plan does that; lost are fields that could not be kept), or to compare.',
            zh: '本次之前中断的那次生效，核对的结果：已建好（现已记录）、没有查到（由变更预览决定）、已删除未重建（这次重建；lost 是没能留下的字段）、需重新比对。',
          },
        ),
        ...list(
          object(
            {
              found: { type: 'string', enum: ['made', 'open', 'unmade', 'compare'] },
              action: { type: 'string', enum: actions },
              ...ref,
              id: text,
              lost: list(text),
            },
            ['id', 'lost'],
          ),
        ),
      },
      quarantined: {
        ...described(
          { en: 'Quarantined', zh: '搁置' },
          {
            en: 'What could not be made for a reason of its own; everything that does not wait for it went on. The next run tries exactly these and what waits for them.',
            zh: '因自身原因没有做成的；不依赖它的都照常做了。下一次运行只做这些和等它们的。',
          },
        ),
        ...list(
          object(
            {
              ...ref,
              action: { type: 'string', enum: actions },
              file: text,
              line: { type: 'integer', minimum: 1 },
              reason: {
                ...described(
                  { en: 'Reason', zh: '原因' },
                  { en: 'A name for it that does not change.', zh: '固定不变的原因代码。' },
                ),
                type: 'string',
                enum: reasons,
              },
              code: {
                ...described(
                  { en: 'Code', zh: '错误码' },
                  { en: 'DingTalk’s own, where it gave one.', zh: '钉钉的错误码；没有时不写。' },
                ),
                type: 'string',
              },
              message: text,
              hint: text,
              waiting: {
                ...described(
                  { en: 'Waiting', zh: '等它的' },
                  { en: 'What was skipped, or written without it.', zh: '因为它而跳过的，或者暂时不带它写入的。' },
                ),
                ...list(object(ref)),
              },
            },
            ['file', 'line', 'code'],
          ),
        ),
      },
      outcomes: list(
        object(
          {
            status: { type: 'string', enum: ['applied', 'failed', 'skipped'] },
            action: { type: 'string', enum: actions },
            ...ref,
            reason: { type: 'string', enum: reasons },
            error: object(
              {
                operation: text,
                code: { type: ['string', 'integer'] },
                subCode: text,
                action: text,
                outcome: text,
                requestId: text,
                message: text,
              },
              ['operation', 'code', 'subCode', 'action', 'outcome', 'requestId'],
            ),
            because: object(ref),
            without: list(object(ref)),
            recovered: {
              ...described(
                { en: 'Recovered', zh: '找回' },
                { en: 'It had been made already; only the answer was lost.', zh: '其实已经建好，只是没有收到应答。' },
              ),
              ...flag,
            },
          },
          ['reason', 'error', 'because', 'without', 'recovered'],
        ),
      ),
    },
    ['interrupted'],
  ),
}
