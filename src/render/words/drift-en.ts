import { count } from './count.ts'
import type { driftZh } from './drift-zh.ts'

/** The same in English. */
export const driftEn: typeof driftZh = {
  title: {
    lock: (commit) => `Drift (since the last apply, commit ${commit})`,
    option: (commit) => `Drift (since commit ${commit}, named with --base)`,
    head: (commit) => `Drift (since HEAD, commit ${commit})`,
    none: 'Drift (with no commit to compare with)',
  },
  counts: {
    conflict: (n) => count(n, 'conflict'),
    drift: (n, of) => `${n} changed in DingTalk (${of})`,
    intended: (n, of) => `${n} waiting for an apply (${of})`,
  },
  noted: {
    head: 'The lock does not say yet which commit was applied last, so the files of HEAD are taken for it: what was committed and is not applied yet counts as drift here too',
    none: 'With no commit to compare with nobody can tell who changed what: edits of the files that wait for an apply count as drift here too',
  },
  found: 'Somebody changed DingTalk in its console',
  agree: 'Files and DingTalk agree: there is no drift',
  agreeButSealed: 'Files and DingTalk agree but for the sealed values below, which are still to be compared',
  onlyIntended: 'There is no drift; below is what was changed in the files and waits for an apply',
  unsure:
    'DingTalk was not read as a whole, or this is not the company of the files, so nobody knows whether there is drift',
  stopped: 'An apply would be stopped now, for the reasons below; until they are dealt with nothing can be put back',
  conflicts: 'Conflicts',
  conflictNote:
    'Since the last apply, files and DingTalk changed the same thing, each in its own way. Somebody has to decide: write the decision into the files, then apply.',
  drifted: (section) => `Changed in DingTalk · ${section}`,
  intended: (section) => `Waiting for an apply · ${section}`,
  inDingTalk: (text) => `DingTalk: ${text}`,
  inFiles: (text) => `Files: ${text}`,
  inDingTalkUnknown: 'DingTalk: whether it changed since the last apply, only opening the sealed value can tell',
  by: (p) => `changed by ${p.name} at ${p.time}`,
  ways: {
    apply: (command) =>
      `To put it back: ${command}. DingTalk becomes what the files say, with everything that waits for an apply`,
    accept: 'To accept the drift, run rollbook pull and merge what it writes; or edit the files yourself:',
    acceptNew: 'what is new in DingTalk: write it down',
    acceptEdited: 'what was changed in DingTalk: write what it has now, on the lines that are named',
    acceptGone: 'what is gone from DingTalk: delete the lines that are named',
    masked: 'Mobiles and other personal values are not shown in full here; look them up in the console of DingTalk',
    unblock: 'To put it back, deal with the reasons above first; the next check brings this up to date',
    revert: (hash) =>
      `To put it back, start the workflow apply by hand in Actions: directory is the folder named above, plan-hash is ${hash}, which says that you have looked at this. What waits for an apply is applied with it`,
    close: 'Once files and DingTalk agree, the issue about it closes by itself',
    intended: (command) => `To apply what was changed in the files: ${command}`,
    adopt:
      'To manage what is not managed, run rollbook pull --adopt (with --only for some of it), or write it into the files yourself: people under the userid they have, departments with the same name in the same place, roles in the group of the same name. Written as DingTalk has it, an apply only records it and changes nothing',
  },
}
