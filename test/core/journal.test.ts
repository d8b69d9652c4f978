import { describe, expect, test } from 'vitest'
import {
  changeDigest,
  headerOf,
  JournalInvalid,
  type JournalLine,
  journalLine,
  lastWrite,
  openCount,
  openEntries,
  parseJournal,
} from '../../src/core/journal.ts'
import { emptyLock, type Lockfile } from '../../src/core/lockfile.ts'
import type { Change } from '../../src/core/model.ts'
import { Personal } from '../../src/core/personal.ts'
import { type Candidate, decide } from '../../src/core/recovery.ts'

const change: Change = {
  action: 'create',
  ref: { kind: 'department', key: '研发部' },
  after: { name: '研发部', parent_id: '/' },
  patch: [{ op: 'add', path: '/department/研发部', value: { name: '研发部', parent_id: '/' } }],
  needs: [],
}
const header = headerOf('dingcorp0001', 'sha256:00', [change], '2026-03-01T00:00:00.000Z')
const time = '2026-03-01T00:00:01.000Z'
const intent = {
  type: 'intent',
  step: 1,
  action: 'create',
  kind: 'department',
  key: '研发部',
  parent: '1',
  name: '研发部',
  time,
} as const
const made = { type: 'result', step: 1, status: 'applied', id: '42', time } as const
const refused = { type: 'result', step: 1, status: 'failed', code: '60009', time } as const
const unclear = { type: 'result', step: 1, status: 'failed', code: 'timeout', unclear: true, time } as const
const left = { type: 'result', step: 1, status: 'failed', code: '400002', id: '42', time } as const
const recorded = { type: 'recorded', step: 1 } as const

const textOf = (...lines: JournalLine[]) => lines.map(journalLine).join('')

function journalOf(...lines: JournalLine[]) {
  const journal = parseJournal(textOf(header, ...lines))
  if (journal === null) throw new Error('no journal')
  return journal
}

describe('what a run left open', () => {
  const states: readonly (readonly [string, readonly JournalLine[], number])[] = [
    ['nothing was begun', [], 0],
    ['a change was begun and its end is not known', [intent], 1],
    ['a change was made and the lock does not know', [intent, made], 1],
    ['a change was made and is in the lock', [intent, made, recorded], 0],
    ['a change was refused', [intent, refused], 0],
    ['a change was refused, and the lock was written for it', [intent, refused, recorded], 0],
    ['a create has an unknown outcome', [intent, unclear, recorded], 1],
    ['a create failed and left something that the lock does not know', [intent, left], 1],
    ['a create failed and left something that is in the lock', [intent, left, recorded], 0],
  ]
  test.each(states)('%s', (_, lines, open) => {
    expect(openEntries(journalOf(...lines))).toHaveLength(open)
  })

  const replace = { type: 'intent', step: 1, action: 'replace', kind: 'user', key: 'lilei', time } as const
  const again = { ...replace, action: 'create' } as const
  const saved = { type: 'saved', kind: 'user', key: 'lilei', fields: { title: '架构师' }, lost: ['email'] } as const
  const replacements: readonly (readonly [string, readonly JournalLine[], number])[] = [
    ['was begun and its end is not known', [replace, saved], 1],
    ['was done', [replace, saved, { ...made, id: 'lilei' }, recorded], 0],
    ['was refused before anything was deleted', [replace, saved, refused, recorded], 0],
    ['lost its answer', [replace, saved, unclear, recorded], 1],
    ['deleted the person and was refused then', [replace, saved, left, recorded], 1],
    ['was taken over from an earlier run, and not begun yet', [saved], 1],
    ['was taken over, and refused once more', [saved, again, refused, recorded], 1],
    ['was taken over and done', [saved, again, { ...made, id: 'lilei' }, recorded], 0],
  ]
  test.each(replacements)('a replacement that %s', (_, lines, count) => {
    const journal = journalOf(...lines)
    expect(openCount(journal)).toBe(count)
    expect(journal.saved).toEqual(count === 0 ? [] : [saved])
  })

  test('the last write is the latest answer, and may be any time after an intent without one', () => {
    const later = { ...intent, step: 2, key: '市场部', time: '2026-03-01T00:00:09.000Z' }
    expect(lastWrite(journalOf())).toBe(0)
    expect(lastWrite(journalOf(intent, made))).toBe(Date.parse(time))
    expect(lastWrite(journalOf(intent, made, later))).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the text of a journal', () => {
  test('comes back as it was written', () => {
    expect(journalOf(intent, made, recorded)).toEqual({
      header,
      entries: [{ intent, result: made, recorded: true }],
      saved: [],
    })
  })

  test('is passed over where its last line is torn anywhere, because nothing was done after it', () => {
    const whole = textOf(header, intent)
    const last = journalLine(made)
    for (let length = 0; length < last.length; length++)
      expect(parseJournal(whole + last.slice(0, length))).toEqual({
        header,
        entries: [{ intent, recorded: false }],
        saved: [],
      })
  })

  test('without a whole first line is no journal: nothing was begun', () => {
    const first = textOf(header)
    for (const length of [0, 1, first.length - 1]) expect(parseJournal(first.slice(0, length))).toBe(null)
  })

  const broken: readonly (readonly [string, string, number])[] = [
    ['text that is not JSON', `${textOf(header)}{"type":"int\n${textOf(intent)}`, 2],
    ['an empty line', `${textOf(header)}\n${textOf(intent)}`, 2],
    ['a list', `${textOf(header)}[]\n`, 2],
    ['another format', textOf(header).replace('journal/1', 'journal/2'), 1],
    ['no header', textOf(intent, made), 1],
    ['a second header', textOf(header, intent, header), 3],
    ['a type nobody knows', `${textOf(header)}{"type":"constructor","step":1}\n`, 2],
    ['a result before its intent', textOf(header, made), 2],
    ['a mark before its intent', textOf(header, recorded), 2],
    ['an intent twice', textOf(header, intent, intent), 3],
    ['a step that is none', textOf(header, { ...intent, step: 0 }), 2],
    ['an action that is none', textOf(header, { ...intent, action: 'drop' as 'create' }), 2],
    ['a time that is none', textOf(header, { ...intent, time: 'soon' }), 2],
    ['a result that is none', textOf(header, intent, { ...made, status: 'maybe' as 'applied' }), 3],
    ['an id that is no text', textOf(header, intent, { ...made, id: 42 as unknown as string }), 3],
    ['changes that are no texts', textOf({ ...header, changes: [1 as unknown as string] }), 1],
    ['a kind that is no text', textOf(header, { ...intent, kind: null as unknown as string }), 2],
    ['a name that is no text', textOf(header, { ...intent, name: {} as unknown as string }), 2],
  ]
  test.each(broken)('is refused at the line that holds %s', (_, text, line) => {
    expect(() => parseJournal(text)).toThrow(new JournalInvalid(line))
  })
})

test('a change has the same digest wherever it stands, another one has another, and a mobile does not show', () => {
  const person = (mobile: string): Change => ({
    action: 'create',
    ref: { kind: 'user', key: 'lilei' },
    patch: [{ op: 'add', path: '/user/lilei', value: { name: '李雷', mobile: new Personal(mobile) } }],
    needs: [],
  })
  expect(changeDigest({ ...change, needs: [4] })).toBe(changeDigest(change))
  expect(changeDigest({ ...change, action: 'update' })).not.toBe(changeDigest(change))
  expect(changeDigest(person('10012345678'))).toBe(changeDigest(person('10099995678')))
  expect(header.changes).toEqual([changeDigest(change)])
})

describe('what a create left behind is decided by what is there now', () => {
  const own: Candidate = { id: '42', mark: 'ours' }
  const plain: Candidate = { id: '43', mark: 'none' }
  const foreign: Candidate = { id: '44', mark: 'other' }
  const owned: Lockfile = { ...emptyLock, resources: { department: { 市场部: { id: '43' }, 财务部: { id: '42' } } } }
  const open = { intent, recorded: false }
  const ref = { kind: 'department', key: '研发部' }
  const nothing = { found: 'open', intent }
  const taken = (id: string) => ({ found: 'made', intent, id })

  const table: readonly (readonly [string, Parameters<typeof decide>, object])[] = [
    ['nothing is there', [open, [], emptyLock, true], nothing],
    ['one carries our marker', [open, [own], emptyLock, true], taken('42')],
    ['one carries our marker, and the files no longer want it', [open, [own], emptyLock, false], taken('42')],
    ['one without a marker, which the files want', [open, [plain], emptyLock, true], taken('43')],
    ['one without a marker, which the files no longer want', [open, [plain], emptyLock, false], nothing],
    [
      'one that DingTalk answered the id of',
      [{ ...open, result: { ...made, id: '43' } }, [plain], emptyLock, false],
      taken('43'),
    ],
    [
      'an answered id that is not there, and another one',
      [{ ...open, result: made }, [plain], emptyLock, false],
      nothing,
    ],
    ['one of another system', [open, [foreign], emptyLock, true], nothing],
    [
      'one of another system that has the answered id',
      [{ ...open, result: { ...made, id: '44' } }, [foreign], emptyLock, true],
      nothing,
    ],
    ['one of ours among others', [open, [plain, own, foreign], emptyLock, true], taken('42')],
    [
      'two with our marker',
      [open, [own, { ...own, id: '41' }], emptyLock, true],
      { ref, ids: ['41', '42'], owners: [] },
    ],
    [
      'two with our marker, one of them answered',
      [{ ...open, result: made }, [own, { ...own, id: '41' }], emptyLock, true],
      taken('42'),
    ],
    [
      'two without a marker',
      [open, [plain, { ...plain, id: '45' }], emptyLock, true],
      { ref, ids: ['43', '45'], owners: [] },
    ],
    ['two without a marker, which nobody wants', [open, [plain, { ...plain, id: '45' }], emptyLock, false], nothing],
    [
      'one that another key owns',
      [open, [plain], owned, true],
      { ref, ids: ['43'], owners: [{ kind: 'department', key: '市场部' }] },
    ],
    [
      'one with our marker that another key owns',
      [open, [own], owned, false],
      { ref, ids: ['42'], owners: [{ kind: 'department', key: '财务部' }] },
    ],
  ]
  test.each(table)('%s', (_, given, expected) => {
    expect(decide(...given)).toEqual(expected)
  })
})
