import type { Both } from '../core/json-schema.ts'
import type { Cause } from '../github/api.ts'

/** What the actions say, in Chinese and in English side by side. */
export const words = {
  live: {
    zh: '已对照钉钉里现在的数据，只读，没有改动任何内容。',
    en: 'Compared with DingTalk as it is now; read only, nothing was changed.',
  },
  unread: {
    zh: '没有读取钉钉，因为没有提供应用凭证（DINGTALK_CLIENT_ID、DINGTALK_CLIENT_SECRET）：只看文件。',
    en: 'Nothing was read from DingTalk, for there is no credential (DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET): this goes by the files alone.',
  },
  stranger: {
    fork: {
      zh: '没有读取钉钉，因为来自复刻仓库（fork）的拉取请求拿不到密钥：只看文件。',
      en: 'Nothing was read from DingTalk, for pull requests from forks get no secrets: this goes by the files alone.',
    },
    dependabot: {
      zh: '没有读取钉钉，因为 Dependabot 的拉取请求拿不到密钥：只看文件。',
      en: 'Nothing was read from DingTalk, for pull requests of Dependabot get no secrets: this goes by the files alone.',
    },
  },
  problems: {
    zh: '文件有问题，改好之后才能预览：',
    en: 'The files have problems; there is a preview once they are mended:',
  },
  noPreview: {
    zh: '这次没能做出预览：',
    en: 'No preview could be made this time:',
  },
  valid: (n: { departments: number; people: number; roles: number }): Both => ({
    zh: `文件没有问题：${n.departments} 个部门、${n.people} 名员工、${n.roles} 个角色。`,
    en: `The files are fine: ${n.departments} departments, ${n.people} people, ${n.roles} roles.`,
  }),
  written: {
    zh: '按文件写入钉钉的结果。',
    en: 'What was written to DingTalk, as the files say.',
  },
  run: { zh: '完整内容见本次运行的摘要', en: 'All of it is in the summary of this run' },
  closed: {
    zh: '这个拉取请求已经关闭，不用预览。',
    en: 'This pull request is closed: there is nothing to preview.',
  },
  left: {
    zh: '拉取请求里已经有更新的推送，或者已经合并、关闭，所以没有改动评论。',
    en: 'There has been a newer push, or the pull request was merged or closed, so the comment was left as it is.',
  },

  owners: {
    zh: '.github/CODEOWNERS 与文件里的部门主管不一致：请管理员运行 rollbook codeowners，并提交它写的文件。',
    en: '.github/CODEOWNERS does not name the heads of departments as the files do: let an administrator run rollbook codeowners and commit what it writes.',
  },
  ownersInvalid: {
    zh: '.github/rollbook-owners.yaml 有问题，没法检查 CODEOWNERS：请管理员按上面的说明修改。',
    en: '.github/rollbook-owners.yaml has problems, so CODEOWNERS could not be checked: let an administrator mend it as said above.',
  },
  invalid: (n: number): Both => ({
    zh: `文件里有 ${n} 处问题，什么都没有写入钉钉。每一处都在上面的日志和运行摘要里。`,
    en: `The files have ${n} problem${n === 1 ? '' : 's'}; nothing was written to DingTalk. The log above and the job summary name every one.`,
  }),
  refused: {
    zh: '被安全限制拦下了，什么都没有写入钉钉。原因和解决办法见运行摘要。',
    en: 'A safety limit stops this; nothing was written to DingTalk. The job summary says why, and what to do.',
  },
  changes: {
    zh: '有变更，而 fail-on 里写了 changes。',
    en: 'There is something to change, and fail-on names changes.',
  },
  incomplete: {
    zh: '没有全部完成。已完成的都有记录；处理好原因后重新运行，会接着做剩下的。',
    en: 'Not all of it was done. What was done is recorded: deal with the reasons and run it again, and it goes on with the rest.',
  },
  interrupted: {
    zh: '运行被中断了。已完成的都有记录；重新运行会接着做剩下的。',
    en: 'The run was interrupted. What was done is recorded: run it again, and it goes on with the rest.',
  },
  planChanged: (reviewed: string, now: string): Both => ({
    zh: `变更与审过的不一样，什么都没有写入（审过的：${reviewed}，现在的：${now}）。请重新审核后再执行。`,
    en: `The plan is not the one that was reviewed; nothing was written (reviewed: ${reviewed}, now: ${now}). Have it reviewed again.`,
  }),
  rest: (n: number): Both => ({
    zh: `还有 ${n} 条没有标在文件上，都在运行摘要里。`,
    en: `${n} more are not shown beside the files; the job summary has them all.`,
  }),

  wrongEvent: (event: string): Both => ({
    zh: `不能在“${event}”事件里做预览。请用 pull_request、merge_group、push、schedule 或 workflow_dispatch。`,
    en: `There is no preview for the event "${event}". Use pull_request, merge_group, push, schedule or workflow_dispatch.`,
  }),
  unmerged: (event: string): Both => ({
    zh: `不能在“${event}”事件里执行：还没有合并的修改不会写入钉钉。请把 apply 放在推送到主分支（push）的工作流里。`,
    en: `Nothing is applied for the event "${event}": a change that is not merged is never written to DingTalk. Run apply in a workflow for pushes to the main branch.`,
  }),
  notApplied: (event: string): Both => ({
    zh: `不能在“${event}”事件里执行。apply 只在 push、schedule、workflow_dispatch 里运行。`,
    en: `Nothing is applied for the event "${event}". Apply runs for push, schedule and workflow_dispatch only.`,
  }),
  event: (part: string): Both => ({
    zh: `读不懂 GitHub 的事件（${part}）。这个动作要在 GitHub Actions 里运行；如果确实是，请重新运行一次。`,
    en: `The event of GitHub cannot be read (${part}). This action runs in GitHub Actions; if it does, run it once more.`,
  }),
  input: (name: string, allowed: readonly string[]): Both => {
    if (allowed.length > 0)
      return {
        zh: `输入 ${name} 只能是：${allowed.join('、')}。`,
        en: `The input ${name} can be: ${allowed.join(', ')}.`,
      }
    return name.endsWith('-token')
      ? {
          zh: `输入 ${name} 是空的，没有令牌什么都做不了。不写这个输入，用的就是任务自己的令牌。`,
          en: `The input ${name} is empty, and without a token nothing can be done. Left out, it is the token of the job.`,
        }
      : { zh: `输入 ${name} 要写仓库里的相对路径。`, en: `The input ${name} has to be a path inside the repository.` }
  },
  tracing: {
    zh: '设置了 NODE_DEBUG：Node.js 会原样打印请求，包括访问令牌和手机号。请先去掉它。',
    en: 'NODE_DEBUG is set: Node.js would print requests as they are, with access tokens and mobiles. Unset it first.',
  },
  crashed: {
    zh: 'Rollbook 因为自身的错误中断了。已完成的都有记录，请重新运行。',
    en: 'Rollbook broke off because of a mistake of its own. What was done is recorded: run it again.',
  },

  noToken: {
    zh: '没有 github-token，所以没有写评论；预览在运行摘要里。',
    en: 'There is no github-token, so there is no comment; the preview is in the job summary.',
  },
  strangerComment: {
    zh: '来自复刻仓库或 Dependabot 的运行不能写评论；预览在运行摘要里。',
    en: 'A run for a fork or for Dependabot may not comment; the preview is in the job summary.',
  },
  comment: {
    token: {
      zh: 'GitHub 不认这个 github-token，所以没有写评论；预览在运行摘要里。',
      en: 'GitHub does not know this github-token, so there is no comment; the preview is in the job summary.',
    },
    permission: {
      zh: '这个令牌不能写评论；预览在运行摘要里。请在任务里写上 permissions: pull-requests: write。',
      en: 'This token may not comment; the preview is in the job summary. Give the job "permissions: pull-requests: write".',
    },
    rate: {
      zh: 'GitHub 说请求太多，所以没有写评论；预览在运行摘要里。过一会儿重新运行即可。',
      en: 'GitHub says that there were too many calls, so there is no comment; the preview is in the job summary. Run it again later.',
    },
    gone: {
      zh: 'GitHub 找不到这个拉取请求，或者令牌看不到它，所以没有写评论；预览在运行摘要里。',
      en: 'GitHub knows no such pull request, or the token may not see it, so there is no comment; the preview is in the job summary.',
    },
    refused: {
      zh: 'GitHub 不接受这条评论，缩短了也不行；预览在运行摘要里。',
      en: 'GitHub does not take the comment, however short; the preview is in the job summary.',
    },
    trouble: {
      zh: 'GitHub 暂时出了问题，没有写成评论；预览在运行摘要里。过一会儿重新运行即可。',
      en: 'GitHub is in trouble, so there is no comment; the preview is in the job summary. Run it again later.',
    },
  } satisfies { readonly [cause in Cause]: Both },
} as const
