import type { InitFile } from '../commands/init.ts'
import { OWNERS_FILE } from '../core/owners-schema.ts'
import type { Language } from '../render/words.ts'

/** What `rollbook init` says. */
const zh = {
  noActions:
    '请用 --actions 说明工作流用哪里的 action，写到具体的提交，例如 --actions example-org/rollbook@（40 位提交号）。提交号可以这样查：git ls-remote https://github.com/example-org/rollbook',
  noName: (directory: string) =>
    `“${directory}”不能用作公司文件夹：请写仓库里的相对路径，只用文字、数字、点、横线、下划线和 /`,
  noOwner: (admins: string) => `“${admins}”不是 GitHub 的团队或登录名：请写成 example-org/admins 或 octo-admin`,
  state: {
    written: '新建',
    same: '已有，一样',
    kept: '已有，没有改动',
    blocked: '没写：这里是链接，或同名的别的东西',
  } satisfies Record<InitFile['state'], string>,
  would: '与模板的差别（- 现有的，+ 模板里的）：',
  more: (n: number) => `……另外还有 ${n} 行`,
  counts: (written: number, kept: number) =>
    kept === 0 ? `新建 ${written} 个文件。` : `新建 ${written} 个文件；${kept} 个原来就有、内容不同，原样保留。`,
  nobody: `还没有 CODEOWNERS：用 --admins 指定管理员团队再运行一次，或写好 ${OWNERS_FILE} 后运行 rollbook codeowners。`,
  problems: (n: number) => `CODEOWNERS 没有写：文件里有 ${n} 处问题。查看：rollbook codeowners`,
  next: [
    '接下来：',
    '  1. 在 GitHub 仓库的 Settings → Environments 里建 dingtalk-read 和 dingtalk-write，各放 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET；dingtalk-write 只允许 main 分支。',
    '  2. Settings → Rules 里保护 main：必须通过拉取请求，必须通过 validate 检查，必须由 Code Owners 审核。',
    '  3. 提交并推送这些文件。公司已经在用钉钉的，先删掉空的公司文件夹，运行 rollbook import，把现有的部门和人写成文件。',
  ],
}

const en: typeof zh = {
  noActions:
    'say with --actions where the actions of the workflows are, down to the commit: --actions example-org/rollbook@<40 hex digits>. To find the commit: git ls-remote https://github.com/example-org/rollbook',
  noName: (directory) =>
    `"${directory}" cannot be the company folder: give a path inside of the repository, of letters, digits, dots, dashes, underscores and /`,
  noOwner: (admins) => `"${admins}" is no team or login of GitHub: write example-org/admins or octo-admin`,
  state: {
    written: 'new',
    same: 'there already, the same',
    kept: 'there already, left as it is',
    blocked: 'not written: a link, or something else of that name, is in its place',
  },
  would: 'how the template differs (- what is there, + what the template has):',
  more: (n) => `… and ${n} more lines`,
  counts: (written, kept) =>
    kept === 0
      ? `${written} files are new.`
      : `${written} files are new; ${kept} were there with other contents and stay as they are.`,
  nobody: `There is no CODEOWNERS yet: name the team of administrators with --admins and run this again, or write ${OWNERS_FILE} and run rollbook codeowners.`,
  problems: (n) => `CODEOWNERS was not written: the files have ${n} problems. See: rollbook codeowners`,
  next: [
    'What comes next:',
    '  1. On GitHub, under Settings → Environments, make dingtalk-read and dingtalk-write, each with DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET; let dingtalk-write be used by the branch main alone.',
    '  2. Under Settings → Rules, protect main: a pull request is required, the check validate too, and a review by code owners.',
    '  3. Commit and push these files. Where the company uses DingTalk already, first delete the empty company folder and run rollbook import, which writes the departments and people who are there.',
  ],
}

/** The words of a new repository in one language. */
export function initWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
