import type { Both } from '../core/json-schema.ts'
import type { Cause } from '../github/api.ts'

/** What the action `drift` says, in Chinese and in English side by side. */
export const driftWords = {
  title: (directory: string): Both => ({
    zh: `线下改动：${directory}`,
    en: `Drift: ${directory} and DingTalk differ`,
  }),
  wrongEvent: (event: string): Both => ({
    zh: `不能在“${event}”事件里检查线下改动：要对照的是主分支上的文件。请用 schedule 或 workflow_dispatch。`,
    en: `There is no check for drift for the event "${event}": it is about the files of the main branch. Use schedule or workflow_dispatch.`,
  }),
  otherBranch: (ref: string, branch: string): Both => ({
    zh: `线下改动只对照主分支（${branch}）上的文件，这次运行的是 ${ref}。请在主分支上运行。`,
    en: `Drift is looked for with the files of the branch ${branch} only, and this run is for ${ref}. Run it on ${branch}.`,
  }),
  overtaken: {
    zh: '这次运行等待期间，主分支上有了更新的内容，所以没有检查，议题也没有动。下一次会按新的内容检查。',
    en: 'While this run waited, the branch got newer contents, so nothing was looked at and the issue is as it was. The next run goes by the new ones.',
  },
  unsure: {
    zh: '没有读全钉钉，或者这不是文件所说的公司，所以不知道有没有线下改动，议题没有动。原因见运行摘要。',
    en: 'DingTalk was not read as a whole, or this is not the company of the files, so nobody knows whether there is drift, and the issue is as it was. The job summary says why.',
  },
  told: {
    opened: (issue: number): Both => ({
      zh: `发现线下改动，写进了新议题 #${issue}。`,
      en: `There is drift: the new issue #${issue} says what.`,
    }),
    updated: (issue: number): Both => ({
      zh: `线下改动还在，已更新议题 #${issue}。`,
      en: `There is still drift: the issue #${issue} was brought up to date.`,
    }),
    unchanged: (issue: number): Both => ({
      zh: `线下改动还在，与议题 #${issue} 里写的一样。`,
      en: `The drift is still there, as the issue #${issue} says.`,
    }),
    closed: (issue: number): Both => ({
      zh: `文件和钉钉又一致了，已关闭议题 #${issue}。`,
      en: `Files and DingTalk agree again: the issue #${issue} was closed.`,
    }),
  },
  accept: {
    offer: (branch: string, left: number): Both => ({
      zh: `要接受线下改动：改好的文件已经放在分支 ${branch} 上，点这里打开拉取请求，看过预览就可以合并${left > 0 ? `。还有 ${left} 处不在里面，要由人来改` : ''}`,
      en: `To accept the drift: the branch ${branch} has the files ready. Open a pull request here, look at its plan, and merge it${left > 0 ? `. ${left} more are not on it, and have to be written by somebody` : ''}`,
    }),
    permission: {
      zh: '这个令牌不能建分支，所以议题里没有接受线下改动的现成分支。请在任务里写上 permissions: contents: write，或者把 accept 设为 none。',
      en: 'This token may not make a branch, so the issue offers none for accepting the drift. Give the job "permissions: contents: write", or set accept to none.',
    },
    failed: {
      zh: 'GitHub 没有建成接受线下改动的分支，议题里就没有链接；下一次检查会再试。',
      en: 'GitHub did not make the branch for accepting the drift, so the issue has no link to it; the next check tries again.',
    },
    unwritable: {
      zh: '线下改动没法自动写进文件，所以没有现成的分支；在本地运行 rollbook pull 会说明原因。',
      en: 'The drift cannot be written into the files automatically, so no branch offers it; rollbook pull says why.',
    },
  },
  issue: {
    token: {
      zh: 'GitHub 不认这个 github-token，没有写成议题；检查结果在运行摘要里。',
      en: 'GitHub does not know this github-token, so no issue was written; what was found is in the job summary.',
    },
    permission: {
      zh: '这个令牌不能写议题；检查结果在运行摘要里。请在任务里写上 permissions: issues: write。',
      en: 'This token may not write an issue; what was found is in the job summary. Give the job "permissions: issues: write".',
    },
    rate: {
      zh: 'GitHub 说请求太多，没有写成议题；检查结果在运行摘要里。过一会儿重新运行即可。',
      en: 'GitHub says that there were too many calls, so no issue was written; what was found is in the job summary. Run it again later.',
    },
    gone: {
      zh: '这个仓库没有启用议题（Settings 里的 Issues），或者令牌看不到它们；检查结果在运行摘要里。',
      en: 'This repository has no issues (Settings, Issues), or the token may not see them; what was found is in the job summary.',
    },
    refused: {
      zh: 'GitHub 不接受这个议题，缩短了也不行；检查结果在运行摘要里。请看看 label 写的标签是否可用。',
      en: 'GitHub does not take the issue, however short; what was found is in the job summary. See whether the label can be used.',
    },
    trouble: {
      zh: 'GitHub 暂时出了问题，没有写成议题；检查结果在运行摘要里。过一会儿重新运行即可。',
      en: 'GitHub is in trouble, so no issue was written; what was found is in the job summary. Run it again later.',
    },
  } satisfies { readonly [cause in Cause]: Both },
  unasked: {
    token: {
      zh: 'GitHub 不认这个 github-token，没有检查，议题没有动。',
      en: 'GitHub does not know this github-token: nothing was looked at, and the issue is as it was.',
    },
    permission: {
      zh: '令牌读不到主分支和锁文件，没有检查，议题没有动。任务要有 permissions: contents: read。',
      en: 'The token may not read the main branch and the lock: nothing was looked at, and the issue is as it was. The job needs the permission contents: read.',
    },
    rate: {
      zh: 'GitHub 说请求太多，没有检查，议题没有动。过一会儿重新运行即可。',
      en: 'GitHub says that there were too many calls: nothing was looked at, and the issue is as it was. Run it again later.',
    },
    gone: {
      zh: 'GitHub 找不到这个仓库或分支，或者令牌看不到它；没有检查，议题没有动。',
      en: 'GitHub knows no such repository or branch, or the token may not see it: nothing was looked at, and the issue is as it was.',
    },
    refused: {
      zh: 'GitHub 不接受这个请求，没有检查，议题没有动。重新运行一次；还是这样，请检查令牌和仓库设置。',
      en: 'GitHub does not take what was sent: nothing was looked at, and the issue is as it was. Run it once more; if that does not help, look at the token and the settings of the repository.',
    },
    trouble: {
      zh: 'GitHub 暂时出了问题，没有检查，议题没有动。过一会儿重新运行即可。',
      en: 'GitHub is in trouble: nothing was looked at, and the issue is as it was. Run it again later.',
    },
  } satisfies { readonly [cause in Cause]: Both },
} as const
