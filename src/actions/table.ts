import type { Both } from '../core/json-schema.ts'

/** The actions that a workflow can use, each in its folder of `.github/actions`. */
export const actionNames = ['validate', 'plan', 'apply', 'drift'] as const
export type ActionName = (typeof actionNames)[number]

/** One input; `choices` are all it may be, or with `list` all that may stand in it, separated by commas. */
export interface Input extends Both {
  readonly of: readonly ActionName[]
  readonly standard: string
  readonly choices?: readonly string[]
  readonly list?: true
}

/** One output, set where the run came far enough to know it. */
export interface Output extends Both {
  readonly of: readonly ActionName[]
}

/** What each action is for. */
export const abouts: { readonly [name in ActionName]: Both } = {
  validate: {
    zh: '检查通讯录文件，不联网，不需要任何密钥；问题标在文件的对应行上。',
    en: 'Checks the files of the directory, offline and without any secret; notes problems beside their lines.',
  },
  plan: {
    zh: '预览：合并后钉钉里会有哪些变化，写进拉取请求的评论和运行摘要。只读钉钉，不写。',
    en: 'Says what a merge would change in DingTalk, in a comment and the job summary. Reads DingTalk, never writes.',
  },
  apply: {
    zh: '让钉钉与文件一致。会写入钉钉，所以只在合并之后运行，从不在拉取请求上运行。',
    en: 'Makes DingTalk equal the files. It writes, so it runs after the merge and never for a pull request.',
  },
  drift: {
    zh: '定时检查线下改动：钉钉和主分支上的文件不一致时，写进一个议题；一致了就关闭它。只读钉钉，不写。',
    en: 'Looks for drift on schedule: where DingTalk differs from the files of the main branch, one issue says so, and is closed once they agree. Reads DingTalk, never writes.',
  },
}

/** Every input of every action, in the order in which people read them. */
export const inputs = {
  directory: {
    of: ['validate', 'plan', 'apply', 'drift'],
    standard: 'directory',
    zh: '公司文件夹在仓库里的路径。',
    en: "Path of the company's folder in the repository.",
  },
  language: {
    of: ['validate', 'plan', 'apply', 'drift'],
    standard: '',
    choices: ['', 'zh', 'en', 'both'],
    zh: '用什么语言写：zh 中文，en 英文，both 两种都写；留空则按 rollbook.yaml 的 language。',
    en: 'Language to write in: zh, en, or both; that of rollbook.yaml when left empty.',
  },
  codeowners: {
    of: ['validate'],
    standard: 'off',
    choices: ['off', 'warn', 'fail'],
    zh: '是否检查 .github/CODEOWNERS 与部门主管一致：off 不检查；warn 不一致时提醒；fail 不一致时算失败。要先有 .github/rollbook-owners.yaml。',
    en: 'Whether .github/CODEOWNERS has to name the heads of departments as they are in the files: off: it is not looked at; warn: a warning beside it; fail: the step fails. It needs .github/rollbook-owners.yaml.',
  },
  comment: {
    of: ['plan', 'apply'],
    standard: 'sticky',
    choices: ['sticky', 'changes-only', 'always-new', 'off'],
    zh: '评论方式：sticky 只有一条，随每次推送更新；changes-only 同上，没有变化且还没有评论时不写；always-new 每次新写一条，折叠旧的；off 不写。',
    en: 'How to comment: sticky: one comment, updated with every push; changes-only: the same, and none while nothing changes; always-new: a new one each time, the former ones folded away; off: none.',
  },
  'fail-on': {
    of: ['plan'],
    standard: 'invalid, guard',
    choices: ['invalid', 'guard', 'changes'],
    list: true,
    zh: '出现什么情况算失败：invalid 文件有错，guard 被安全限制拦下，changes 有任何变化。用逗号分隔。',
    en: 'What makes the step fail: invalid: the files have problems; guard: a safety limit stops the plan; changes: anything would change. Separated by commas.',
  },
  base: {
    of: ['plan', 'apply'],
    standard: '',
    zh: '还要按哪个提交里的 rollbook.yaml 判断，使任何修改都不能放宽对自己的限制。留空则取事件自带的基准提交；检出时要有这个提交（fetch-depth: 0）。',
    en: 'Commit whose rollbook.yaml has to allow the plan as well, so that no change lifts its own limit. The base of the event when left empty; the checkout must hold it (fetch-depth: 0).',
  },
  'plan-hash': {
    of: ['apply'],
    standard: '',
    zh: '不看拉取请求里的预览，只执行这个哈希的变更，以及中途失败后剩下的部分；由手动运行的人填写，就等于由他审过。',
    en: 'Apply the plan of this hash, or what is left of it after a failure, whatever pull requests showed. Whoever starts the workflow by hand with it has reviewed it.',
  },
  'require-review': {
    of: ['apply'],
    standard: 'true',
    choices: ['true', 'false'],
    zh: 'true：只执行拉取请求里预览过的变更，多出来的一律停下；false：主分支上有什么就执行什么。',
    en: 'true: apply only what a pull request showed, and stop for anything more; false: apply whatever is on the branch.',
  },
  'lock-store': {
    of: ['plan', 'apply', 'drift'],
    standard: 'main',
    choices: ['main', 'branch', 'none'],
    zh: '锁文件放在哪里：main 就在主分支上；branch 放在 dingtalk-state 分支上，主分支受保护也不用另外的令牌；none 只留在工作目录里，由工作流自己处理，适合试用。plan、apply、drift 要写成一样的。',
    en: 'Where the lock is kept: main: on the main branch; branch: on the branch dingtalk-state, which needs no other token even where main is protected; none: in the working copy only, for the workflow to deal with, as in a trial. The same for plan, apply and drift.',
  },
  'lock-token': {
    of: ['apply'],
    standard: '',
    zh: '提交锁文件用的令牌，要有 contents: write 权限；主分支受保护时，用可以绕过保护规则的 GitHub App 的令牌。留空则用 github-token。',
    en: 'The token that commits the lock, with the permission contents: write; where main is protected, that of a GitHub App which may bypass the rules. github-token when left empty.',
  },
  label: {
    of: ['drift'],
    standard: '',
    zh: '新开的议题加上哪个标签；留空则不加。',
    en: 'The label that an issue gets when it is opened; none when left empty.',
  },
  accept: {
    of: ['drift'],
    standard: 'branch',
    choices: ['branch', 'none'],
    zh: 'branch：把线下改动写进文件，放在一个现成的分支上，议题里给出链接，点开就能开拉取请求来接受；需要 contents: write 权限，没有就只写议题。none：不建分支。',
    en: 'branch: a branch holds the files with the drift accepted, and the issue links to it, ready for a pull request; it needs the permission contents: write, and without it only the issue is written. none: no branch.',
  },
  'github-token': {
    of: ['plan', 'apply', 'drift'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions.
    standard: '${{ github.token }}',
    zh: '写评论和检查记录用的令牌，任务需要 pull-requests: write 和 checks: write 权限；apply 要写回锁文件，还需要 contents: write；drift 要写议题、建分支，需要 issues: write 和 contents: write。',
    en: 'The token that comments and records what was shown; the job needs the permissions pull-requests: write and checks: write, and for apply, which brings the lock back, contents: write. For drift, which writes an issue and a branch: issues: write and contents: write.',
  },
} as const satisfies { readonly [name: string]: Input }

export type InputName = keyof typeof inputs

/** Every output of every action. */
export const outputs = {
  drift: {
    of: ['drift'],
    zh: 'true 有线下改动或冲突（或者两边一致、但现在生效会被安全限制拦下），或 false 没有；合并了、等待生效的不算。',
    en: 'true where DingTalk was changed past the files, also in conflict with them (or where both agree and a safety limit would stop an apply), or false; what was merged and waits for an apply does not count.',
  },
  changes: { of: ['plan', 'apply', 'drift'], zh: '变更的总数。', en: 'How many changes there are in all.' },
  creates: { of: ['plan'], zh: '其中新建多少。', en: 'How many of them create something.' },
  updates: { of: ['plan'], zh: '其中修改多少。', en: 'How many of them update something.' },
  moves: { of: ['plan'], zh: '其中调动多少。', en: 'How many of them move something.' },
  replaces: { of: ['plan'], zh: '其中删除后重新添加多少。', en: 'How many of them delete and add again.' },
  deletes: { of: ['plan'], zh: '其中删除多少。', en: 'How many of them delete something.' },
  'plan-hash': {
    of: ['plan', 'apply', 'drift'],
    zh: '全部变更的哈希，与评论里显示多少无关。',
    en: 'The hash of all changes, whatever part of them a comment shows.',
  },
  guard: {
    of: ['plan', 'apply', 'drift'],
    zh: 'passed 通过，或 refused 被安全限制拦下。',
    en: 'passed, or refused by a safety limit.',
  },
  read: {
    of: ['plan'],
    zh: '对照的是什么：dingtalk 钉钉里现在的数据，或 nothing 没有读取钉钉，只看文件。',
    en: 'What was compared with: dingtalk, as it is now, or nothing of it but the files.',
  },
  problems: { of: ['validate', 'plan', 'drift'], zh: '文件里有多少处问题。', en: 'How many problems the files have.' },
  applied: { of: ['apply'], zh: '完成了多少项变更。', en: 'How many changes were done.' },
  failed: { of: ['apply'], zh: '多少项失败。', en: 'How many failed.' },
  skipped: { of: ['apply'], zh: '多少项因此没有做。', en: 'How many were skipped because of that.' },
  'issue-number': {
    of: ['drift'],
    zh: '写了哪个议题的编号；没有写则没有。',
    en: 'The number of the issue that says so; not set where there is none.',
  },
  'plan-json-path': {
    of: ['plan', 'drift'],
    zh: '预览的 JSON 文件（个人信息已隐去），可作为构件上传。',
    en: 'The plan as a JSON file, personal values masked, to be kept as an artifact.',
  },
  'result-json-path': {
    of: ['apply'],
    zh: '结果的 JSON 文件（个人信息已隐去）。',
    en: 'The result as a JSON file, personal values masked.',
  },
  'lock-path': {
    of: ['apply'],
    zh: '锁文件在工作目录里的路径；没能写回去时，可作为构件上传。',
    en: 'Path of the lock in the working copy, to be kept as an artifact where it could not be brought back.',
  },
  'summary-path': {
    of: ['validate', 'plan', 'apply', 'drift'],
    zh: '运行摘要的 Markdown 文件，与摘要页内容相同。',
    en: 'The job summary as a Markdown file.',
  },
} as const satisfies { readonly [name: string]: Output }

export type OutputName = keyof typeof outputs
