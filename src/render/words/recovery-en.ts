import { count } from './count.ts'
import type { Words } from './zh.ts'

/** What an interrupted run left behind, and two runs at once, in English: the equal of the Chinese one. */
export const recoveryEn: Words['recovery'] = {
  waiting: (p) =>
    `An earlier apply (begun ${p.started}) was interrupted, and the end of ${count(p.open, 'change')} is not known; the next rollbook apply looks into it first, then goes on`,
  looked: (p) =>
    `An earlier apply (begun ${p.started}) was interrupted; ${count(p.open, 'change')} of it were looked into first`,
  made: (p) => `· ${p.name}: it had been made, and is recorded now (DingTalk id ${p.id})`,
  open: (name) => `· ${name}: nothing was found that was made then; this plan decides`,
  unmade: (p) =>
    `· ${p.name}: had been deleted and not made again yet; this apply does that, with what only DingTalk knew`,
  unmadeWithout: (p) =>
    `· ${p.name}: had been deleted and not made again yet; this apply does that, but ${p.lost} stood in DingTalk alone and could not be kept: put it in again, in the files or in the console`,
  compared: (n) =>
    `· ${n} more made nothing new: they are compared with DingTalk again, and only what is missing is done`,

  undecided: (n) =>
    `An earlier apply was interrupted, and of ${count(n, 'change')} it cannot be told what was made; nothing was written`,
  fits: (p) => `· ${p.name}: these ids in DingTalk fit: ${p.ids}`,
  owned: (p) => `· ${p.name}: the id in DingTalk that fits is ${p.ids}, and the lock has it as ${p.owner}`,
  undecidedNext: (path) =>
    `look at these ids in the admin console, rename or remove what is too many, and run rollbook apply again; if the lock is right, remove ${path} and run it again: marker, name and userid then tell what is what`,

  journal: (p) =>
    `The journal ${p.path} of an earlier apply is damaged (line ${p.line} is not one that Rollbook wrote)`,
  journalNext: (path) =>
    `remove ${path} and run rollbook apply again: what was made is recognised by marker, name and userid, and nothing is made twice`,

  held: (p) =>
    `Another rollbook apply is writing this directory (host ${p.host}, process ${p.pid}, since ${p.started}); nothing was written by this one`,
  watched: (p) => `a rollbook watch follows this directory already (process ${p.pid} on ${p.host}, since ${p.started})`,
  heldHere: 'wait until it has ended, then run it again',
  heldElsewhere: (path) =>
    `wait until it has ended, then run it again; if it no longer runs on that machine, remove ${path} first`,

  found: 'it had been made already; only the answer was lost',
}
