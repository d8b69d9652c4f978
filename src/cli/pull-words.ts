import type { NotTaken } from '../core/pull-report.ts'
import { count } from '../render/words/count.ts'
import type { Language } from '../render/words.ts'

/** What `rollbook pull` says. */
const zh = {
  taken: (things: number, files: number) => `已把钉钉里的 ${things} 处改动收进文件，涉及 ${files} 个文件：`,
  wouldTake: (things: number, files: number) =>
    `会把钉钉里的 ${things} 处改动收进文件，涉及 ${files} 个文件（这次没有写）：`,
  nothing: '钉钉里没有要收进文件的改动，文件没有动。',
  inDingTalk: '钉钉没有任何改动，锁文件也没有动：下一次生效时会记下。',
  added: (sentence: string) => `纳入文件：${sentence}`,
  removed: (name: string) => `${name}：钉钉里已经没有，从文件里删掉`,
  conflicts: (n: number) => `${n} 处两边都改了，而且不一样，没有动：`,
  conflictDingTalk: (text: string) => `钉钉里：${text}`,
  conflictUnknown: '钉钉里：上一次生效以后有没有改过，要解密才知道',
  conflictFiles: (text: string) => `文件里：${text}`,
  conflictNext:
    '以钉钉为准：加上 --take dingtalk（用 --only 指定哪些）。以文件为准：不用做什么，下一次生效会写进钉钉。',
  notTaken: (n: number) => `${n} 处没有收进文件：`,
  why: {
    unnamed: '牵涉到文件里没有的人或部门',
    'by-hand': '文件的写法比较特别，自动改怕改坏，请手工编辑',
    'not-empty': '文件夹或文件里还有别的内容，请先处理',
    'not-allowed': '文件格式不收这个值',
    mark: '它在钉钉里的标记（source_identifier）被人改过，只有生效才能改回去',
    'no-recipients': '原来是加密的，而 .recipients 里没有可以加密给的人',
    system: '这是钉钉自带的角色组，由钉钉自己维护',
    circle: '照着收，谁在谁上面就绕成了一圈，文件里写不了：请在钉钉后台改掉圈里的一处，再收一次',
    exchanged: '几个角色互换了名字，而锁文件里记的还是原来的：先运行 rollbook lock rebuild，再收一次',
    unsettled: '收进来以后文件和钉钉还是不一样，请手工编辑',
    invalid: '收进来以后文件会对不上，多半因为牵涉到的另一处没有收：先处理那一处',
  } satisfies Record<NotTaken['why'], string>,
  names: (text: string) => `（${text}）`,
  adoptNext: '把它们也收进来：加上 --adopt',
  unmanaged: (n: number) =>
    `钉钉里还有 ${n} 项不归文件管。全部收进文件：rollbook pull --adopt；只收几项，再加 --only。`,
  intended: (n: number) => `${n} 处是文件里改了、等待生效的，没有动。`,
  same: (names: string) =>
    `${names}：没有什么要收的，名字对吗？写法是 user:<userid>、department:<部门标识>、role:<角色组/角色>。`,
  empty: '现在运行变更预览，钉钉里不会有任何变化。',
  left: (n: number) => `变更预览里还有 ${n} 处改动。`,
  noBase: '没有可以对照的提交，分不清是谁改的：凡是不一样的，都当作钉钉里改的收进来。先用 --dry-run 看一遍。',
  incomplete: '没能把钉钉完整读下来，没有动任何文件：漏读的会被当成已经删掉。',
  incompleteNext: '先运行 rollbook doctor，它会说明是哪里看不到。',
  refused: '现在收不了，没有动任何文件：',
  refusedNext: '运行 rollbook plan，它会说明原因和办法。',
  invalid: (n: number) => `只收这些的话，文件会有 ${n} 处对不上，所以没有写：`,
  invalidNext: '多半是牵涉到的另一处没有一起收：去掉 --only，或者把它也写进 --only。',
  unsettled: '收进来以后文件和钉钉还是不一样，所以没有写：',
  unsettledNext: '请手工编辑这几处；其余的用 --only 收。',
}

const en: typeof zh = {
  taken: (things, files) => `Took ${count(things, 'change')} of DingTalk into ${count(files, 'file')}:`,
  wouldTake: (things, files) =>
    `Would take ${count(things, 'change')} of DingTalk into ${count(files, 'file')} (nothing was written):`,
  nothing: 'DingTalk has no change to take into the files; they stay as they are.',
  inDingTalk: 'Nothing was changed in DingTalk, nor in the lock: the next apply takes note.',
  added: (sentence) => `now in the files: ${sentence}`,
  removed: (name) => `${name}: gone in DingTalk, taken out of the files`,
  conflicts: (n) => `${count(n, 'thing')} changed on both sides, each in its own way, and were left alone:`,
  conflictDingTalk: (text) => `DingTalk: ${text}`,
  conflictUnknown: 'DingTalk: whether it changed since the last apply shows only once it is opened',
  conflictFiles: (text) => `files: ${text}`,
  conflictNext:
    'If DingTalk is right: add --take dingtalk (with --only for some of them). If the files are: there is nothing to do, the next apply writes them.',
  notTaken: (n) => `${count(n, 'thing')} could not be taken:`,
  why: {
    unnamed: 'it names somebody or something that the files do not have',
    'by-hand': 'its file is written in a way that a machine might break: edit it yourself',
    'not-empty': 'its folder or file still holds something else: see to that first',
    'not-allowed': 'the format of the files does not take this value',
    mark: 'somebody changed its mark in DingTalk (source_identifier); only an apply can put it back',
    'no-recipients': 'it was sealed, and .recipients names nobody to seal it for',
    system: 'it is a role group of DingTalk’s own, which DingTalk keeps itself',
    circle:
      'with it, who is above whom would go round in a circle, which files cannot say: change one of them in DingTalk’s console and pull again',
    exchanged:
      'roles exchanged their names, and the lock still has them as they were: run rollbook lock rebuild, then pull again',
    unsettled: 'the files would differ from DingTalk all the same: edit it yourself',
    invalid: 'with it the files would have a mistake, mostly because something else was not taken: see to that first',
  },
  names: (text) => ` (${text})`,
  adoptNext: 'to take them in as well, add --adopt',
  unmanaged: (n) =>
    `DingTalk has ${count(n, 'more thing')} that no file manages. rollbook pull --adopt takes all of them in; with --only, some.`,
  intended: (n) => `${count(n, 'thing')} changed in the files wait for an apply and were left alone.`,
  same: (names) =>
    `${names}: there is nothing to take; is the name right? Write user:<userid>, department:<key>, role:<group/role>.`,
  empty: 'A plan now says that nothing will change in DingTalk.',
  left: (n) => `A plan now has ${count(n, 'change')}.`,
  noBase:
    'There is no commit to compare with, so nobody can tell who changed what: whatever differs is taken for a change in DingTalk. Look at it with --dry-run first.',
  incomplete:
    'DingTalk could not be read as a whole, so no file was touched: what was missed would look as if it were gone.',
  incompleteNext: 'run rollbook doctor, which says what cannot be seen',
  refused: 'nothing can be taken now, and no file was touched:',
  refusedNext: 'run rollbook plan, which says why and what to do',
  invalid: (n) => `with these alone the files would have ${count(n, 'problem')}, so nothing was written:`,
  invalidNext: 'mostly something that belongs to it was not taken: leave --only out, or name that as well',
  unsettled: 'the files would still differ from DingTalk, so nothing was written:',
  unsettledNext: 'edit these yourself, and take the others with --only',
}

/** The words of a pull in one language. */
export function pullWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
