import type { BranchUnusable } from '../commands/watch-pull.ts'
import type { Language } from '../render/words.ts'

/** By why nothing can be committed to a branch: what is said of the subject of that, with what to do. */
type Words = { readonly [which in BranchUnusable['case']]: (subject: string) => string }

const zh: Words = {
  git: () => '--pull 要用 git，这台电脑上没有。请安装 git，或者去掉 --pull。',
  name: (branch) => `--pull："${branch}" 不能作分支名，例如 rollbook/watch`,
  repository: (folder) => `--pull：${folder} 不在 git 仓库里。在那里运行 git init，提交一次，再试；或者去掉 --pull。`,
  unborn: (folder) => `--pull：${folder} 所在的仓库还没有提交。先运行 git add . 和 git commit。`,
  'checked-out': (branch) =>
    `分支 ${branch} 正检出着，不能在它上面自动提交。请换到别的分支（git switch main），或者用 --pull 指定别的分支名。`,
  dirty: (file) =>
    `${file} 和已提交的不一样，没法从提交接着做。先提交（git commit）、撤销，或者放到别处（git stash -u）。锁文件不要紧。`,
  'never-applied': () =>
    '锁文件没有记下上一次生效的提交，分不清一处改动是文件里改的还是钉钉里改的。请运行一次 rollbook apply，再提交锁文件。',
  foreign: (branch) =>
    `分支 ${branch} 上有别人的提交（或者另一个公司文件夹的），不能接着提交，只作报告。请合并它或者删掉它（git branch -D ${branch}），也可以用 --pull 指定别的分支名。`,
  ignored: (file) => `要改的 ${file} 被 .gitignore 排除在 git 之外，不能提交。请手工修改，或者不再排除它。`,
  moved: (branch) => `正在提交时，检出的内容或分支 ${branch} 变了，这次没有提交。`,
  failed: (said) => `git 没有做成：${said}`,
}

const en: Words = {
  git: () => '--pull needs git, which is not installed here; install it, or leave --pull out',
  name: (branch) => `--pull: "${branch}" is no name of a branch; give one such as rollbook/watch`,
  repository: (folder) =>
    `--pull: ${folder} is not in a git repository; run git init there, commit once, and try again, or leave --pull out`,
  unborn: (folder) => `--pull: the repository of ${folder} has no commit yet; run git add . and git commit first`,
  'checked-out': (branch) =>
    `the branch ${branch} is checked out, so nothing is committed to it; switch to another one (git switch main), or name another with --pull`,
  dirty: (file) =>
    `${file} is not as it was committed, so there is nothing to go on from; commit it (git commit), take it back, or put it away (git stash -u). The lock does not matter.`,
  'never-applied': () =>
    'the lock names no commit that was applied last, so nobody can tell an edit of the files from one in DingTalk; run rollbook apply once and commit the lock',
  foreign: (branch) =>
    `the branch ${branch} has commits of somebody else (or of another company folder), so it is left as it is, and changes are only reported; merge it or delete it (git branch -D ${branch}), or name another with --pull`,
  ignored: (file) =>
    `${file} would have to change, and .gitignore keeps it out of git; edit it yourself, or ignore it no more`,
  moved: (branch) => `what is checked out, or the branch ${branch}, changed meanwhile, so nothing was committed`,
  failed: (said) => `git could not do it: ${said}`,
}

/** Why a watcher can commit nothing to its branch, in one language. */
export function branchWords(language: Language): Words {
  return language === 'zh' ? zh : en
}
