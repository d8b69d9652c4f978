import type { lockZh, wrongCompanyZh } from './lock-zh.ts'

/** What is said about the lock and its proof, in English; a part of the catalogue. */
export const lockEn: typeof lockZh = {
  title: 'Proof of the lock',
  verdicts: { proven: 'Proven', plausible: 'Agrees', gone: 'Gone from DingTalk', contradicted: 'Contradicted' },
  proofs: {
    department: 'its mark in DingTalk is the same',
    user: 'the userid is the same',
    'role-group': 'the name is the same',
    role: 'group and name are the same',
  },
  evidence: {
    former: (p) => `DingTalk still has it as "${p.other}", which is about to be renewed`,
    natural: 'no mark of Rollbook, but its name, its parent or the people in it agree',
    unread: 'name and parent are the same',
    unreadable: 'DingTalk returns no mark, so nothing proves it',
    renamed: (p) => `DingTalk calls it "${p.name}": somebody renamed it there`,
    superseded: (p) => `files and DingTalk have it as "${p.other}" by now; only the lock is behind`,
    gone: 'not to be found in DingTalk',
    userid: (p) => `its userid was made ${p.other}`,
    root: 'it points at the root department',
    'other-key': (p) => `in DingTalk this is "${p.other}"`,
    twin: (p) => `in DingTalk the one of this key is ${p.other}`,
    stranger: (p) => `it points at "${p.name}", of which neither mark nor name nor parent nor people agree`,
    'unmarked-removal': (p) => `"${p.name}" would be removed, and nothing in DingTalk proves that it is the one`,
  },
  entry: (p) => `${p.what} (${p.id}): ${p.why}`,
  counts: (p) =>
    `${p.proven} proven, ${p.plausible} agree, ${p.gone} gone from DingTalk, ${p.contradicted} contradicted`,
  good: 'The lock can be trusted',
  bad: 'The lock does not agree with DingTalk',
  empty: 'The lock lists nothing',
  unknownDepartments: 'Marked by Rollbook and not in the files, so not managed',
  strays: 'Marked by Rollbook, and not in the lock',
  stray: (p) => `department "${p.name}" (${p.id}), marked "${p.key}"`,
  waiting: 'In files and DingTalk, and not yet in the lock',
  filesInvalid: (n) => `the files have ${n} problem(s), so they were left out of account; run rollbook validate first`,
  notWhole: 'DingTalk was not read as a whole: what is called gone may only be out of sight',
  nextRebuild: (command) => `take the last good lock from git; if there is none, run ${command}`,
  nextGone: (command) => `what somebody really removed in DingTalk: run ${command}, the plan says what comes of it`,
  older: 'The lock is an earlier one of this machine, and what was made since is missing in it',

  rebuild: {
    title: 'A new lock',
    same: 'The lock agrees with DingTalk and the files already; nothing to change',
    added: 'Added',
    changed: 'Corrected',
    removed: 'Taken out',
    addedLine: (p) => `${p.what}: ${p.id}`,
    changedLine: (p) => `${p.what}: ${p.before} becomes ${p.after}`,
    removedLine: (p) => `${p.what}: ${p.id}, gone from the files, or from DingTalk`,
    lost: 'What is taken out is no longer managed: it is neither changed nor deleted',
    counts: (p) => `${p.entries} entries; ${p.kept} of them keep what the lock knew`,
    incomplete:
      'DingTalk was not read as a whole, so no lock was made: what is out of sight would be taken for unmanaged',
    ambiguous: 'For these it cannot be told which one is meant, so no lock was made',
    nextAmbiguous:
      'in the DingTalk console, delete or rename the one that is not meant, or put the last good lock back from git',
    saved: (p) => `The lock was written; the former one is kept as ${p.file}`,
    written: 'The lock was written',
    ask: 'Write the lock like this? Nothing changes in DingTalk. Type yes: ',
  },
}

/** What shows that the credential, the files and the lock are not of one company, and what to do, in English. */
export const wrongCompanyEn: typeof wrongCompanyZh = {
  credential: {
    what: (p) => `DingTalk says that this app does not belong to the company ${p.corp}`,
    next: 'check DINGTALK_CLIENT_ID, and corp in rollbook.yaml',
  },
  lock: {
    what: (p) => `rollbook.yaml names the company ${p.corp}, but the lock was written for ${p.other}`,
    next: 'check whether this is the right folder; if only the lock is wrong, take the one of this company from git, or run rollbook lock rebuild',
  },
  base: {
    what: (p) => `rollbook.yaml names the company ${p.corp}, but at the base commit it names ${p.other}`,
    next: 'use the folder of the right company; a directory is never turned from one company to another',
  },
  nothing: {
    what: (p) => `Nothing of the ${p.n} entries in the lock exists in this company`,
    next: 'check that the credential is of the right company; if everything was really deleted there, run rollbook lock rebuild',
  },
  ids: {
    what: (p) => `None of the ${p.n} departments and roles in the lock exists in this company`,
    next: 'check that credential and folder are of the same company; if all of them were really deleted, run rollbook lock rebuild',
  },
}
