import { count } from './count.ts'
import type { chartZh, pageZh, resultZh } from './page-zh.ts'

/** The same in English. */
export const pageEn: typeof pageZh = {
  offline: 'Offline plan',
  basis: {
    full: 'Compared with DingTalk as it is now; the whole company was read',
    holes: 'Compared with DingTalk as it is now, but not all of it could be read',
    touched:
      'Compared with DingTalk as it is now; only what these changes touch was read, and what was not read will not be changed',
    none: 'DingTalk was not read: this is what the files change. It is compared with DingTalk before it is applied',
  },
  nothingOffline: 'By the files alone, nothing will change in DingTalk',

  byDepartment: {
    line: (p) => `${p.department}: ${p.counted}`,
    people: (n) => count(n, 'person', 'people'),
    departments: (n) => count(n, 'department'),
    lines: (n) => count(n, 'line'),
    rest: (p) => `${count(p.departments, 'other department')}: ${p.counted} in all`,
  },

  merge: 'This is applied by itself after the merge',
  stopped: 'Deal with the reasons above first: merged as it is, nothing of this is applied',
  approvalFile: 'What to save',
  full: 'The full plan',
  sentence: (text) => `${text}. `,
  titled: (p) => `${p.title}: ${p.text}`,
  moreRefusals: (n) => count(n, 'more reason to stop', 'more reasons to stop'),
}

/** The same in English. */
export const chartEn: typeof chartZh = {
  title: 'Departments and people before and after',
  before: 'Before',
  after: 'After',
  legend: '+ new here, − no longer there, → moved or renamed',
  more: (n) => count(n, 'more department'),
  morePeople: (n) => `${n} more`,
}

/** The same in English. */
export const resultEn: typeof resultZh = {
  whole: 'Applied',
  partly: 'Not all of it was applied',
  failed: 'Failed',
  pending: 'Invited, to be accepted by the person',
  partial: 'Done in part',
  skipped: 'Skipped because of that',
  done: (n) => `Done: ${count(n, 'change')}`,
  more: (n) => `${n} more not listed here`,
  enough: 'Everything is in DingTalk and recorded: there is nothing left to do',
  again: 'What was done is recorded. Run it again: it goes on with the rest',
  againAfter: 'What was done is recorded. Deal with the reasons above and run it again: it goes on with the rest',
  rerun: 'Run it again',
}
