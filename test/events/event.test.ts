import { describe, expect, test } from 'vitest'
import { readEvent } from '../../src/events/event.ts'
import { readData, readFrame } from '../../src/events/frame.ts'

/** The spellings that are documented or were captured, and what is none. */

const corp = 'dingcorp0001'
const stream = (type: string, data: object) =>
  readFrame(
    JSON.stringify({
      specVersion: '1.0',
      type: 'EVENT',
      headers: { messageId: 'm', eventType: type, eventId: 'e1', eventBornTime: '1683533823336', eventCorpId: corp },
      data: JSON.stringify(data),
    }),
  )

describe('one event from every spelling', () => {
  test('a frame of Stream', () => {
    const diffInfo = [{ userid: 'u-001', prev: { name: 'A', telephone: '1135' }, curr: { name: 'B' } }]
    expect(
      stream('user_modify_org', {
        timeStamp: '1683533823300',
        userId: ['u-001'],
        optStaffId: 'manager01',
        diffInfo,
      }),
    ).toEqual({
      type: 'event',
      messageId: 'm',
      read: {
        event: {
          type: 'user_modify_org',
          id: 'e1',
          corp,
          at: 1683533823300,
          by: 'manager01',
          subject: { about: 'user', ids: ['u-001'] },
        },
      },
    })
  })

  const pushed: readonly (readonly [string, string, object])[] = [
    [
      'a capture of 2021, without an id',
      `{"EventType":"user_add_org","CorpId":"${corp}","TimeStamp":"1640921671286","UserId":["u-001"],"OptStaffId":"manager01"}`,
      { type: 'user_add_org', at: 1640921671286, by: 'manager01', subject: { about: 'user', ids: ['u-001'] } },
    ],
    [
      'a department of today, by a number',
      `{"EventType":"org_dept_create","EventTime":1663143335567,"CorpId":"${corp}","eventId":"e9","deptId":[432825033]}`,
      { id: 'e9', at: 1663143335567, subject: { about: 'department', ids: ['432825033'] } },
    ],
    [
      'a department whose id needs all of its digits',
      `{"EventType":"org_dept_modify","EventTime":1663143335567,"CorpId":"${corp}","eventId":"e9","DeptId":[9007199254740993]}`,
      { subject: { about: 'department', ids: ['9007199254740993'] } },
    ],
    [
      'members of a role',
      `{"EventType":"label_user_change","CorpId":"${corp}","TimeStamp":"1640670965490","UserIdList":["u-001"],"LabelIdList":[20,3,20],"action":"add"}`,
      { subject: { about: 'role', ids: ['20', '3'] } },
    ],
    [
      'a role that was renamed, with what only JSON strings say left alone',
      `{"EventType":"label_conf_modify","CorpId":"${corp}","TimeStamp":"1640681578721","scope":"1","LabelIdList":[2393865715],"PostLabelList":["{broken"]}`,
      { subject: { about: 'role', ids: ['2393865715'] } },
    ],
    [
      'the organisation',
      `{"EventType":"org_change","CorpId":"${corp}","EventTime":1}`,
      { subject: { about: 'organisation', dissolved: false } },
    ],
    [
      'a type that is none of ours',
      `{"EventType":"bpms_task_change","CorpId":"${corp}","EventTime":1}`,
      { subject: { about: 'unknown' } },
    ],
  ]
  test.each(pushed)('%s', (_, text, expected) => {
    expect(readData(text, {})).toMatchObject({ event: { corp, ...expected } })
  })

  test('without an id the same event has the same hash, and another time another one', () => {
    const id = (at: number, users: string[]) => {
      const read = readEvent({ EventType: 'user_add_org', TimeStamp: String(at), UserId: users })
      return 'event' in read ? read.event.id : null
    }
    expect(id(1, ['b', 'a'])).toBe(id(1, ['a', 'b']))
    expect(id(1, ['a'])).toMatch(/^hash:[0-9a-f]{32}$/)
    expect(new Set([id(1, ['a']), id(2, ['a']), id(1, ['b'])]).size).toBe(3)
  })

  test('without an id and a time nothing tells two of them apart', () => {
    expect(readEvent({ EventType: 'user_active_org', UserId: ['a'] })).toMatchObject({ event: { id: null, at: null } })
  })
})

describe('what is no event', () => {
  const long = 'x'.repeat(65)
  test.each([
    ['no object', [], 'shape'],
    ['no type', { UserId: ['a'] }, 'shape'],
    ['one name twice and differently', { EventType: 'user_add_org', UserId: ['a'], userId: ['b'] }, 'shape'],
    ['no ids', { EventType: 'user_add_org', UserId: [] }, 'shape'],
    ['ids that are no texts', { EventType: 'user_add_org', UserId: [{}] }, 'shape'],
    ['departments that are no numbers', { EventType: 'org_dept_create', DeptId: ['../1'] }, 'shape'],
    ['an overlong id', { EventType: 'user_add_org', UserId: [long] }, 'size'],
    ['an id with a line break', { EventType: 'user_add_org', UserId: ['a\nb'] }, 'size'],
    ['an overlong type', { EventType: long }, 'size'],
    ['the variant for apps of others', { EventType: 'user_leave_org', UserId: 'a' }, 'third-party'],
    ['a type for apps of others', { EventType: 'org_role_modify' }, 'third-party'],
  ])('%s', (_, payload, refused) => {
    expect(readEvent(payload)).toMatchObject({ refused })
  })

  test('more ids than any edit has are the whole company', () => {
    const UserId = Array.from({ length: 1001 }, (_, n) => `u${n}`)
    expect(readEvent({ EventType: 'user_add_org', UserId })).toMatchObject({
      event: { subject: { about: 'organisation', dissolved: false } },
    })
  })

  test.each(['', 'null', '[]', '{', '{"type":"EVENT"}', '{"type":"EVENT","headers":[]}', '{"type":1,"headers":{}}'])(
    'a frame that says nothing: %s',
    (text) => {
      expect(readFrame(text)).toEqual({ type: 'other' })
    },
  )
})
