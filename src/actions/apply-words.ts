import type { Both } from '../core/json-schema.ts'
import type { Cause } from '../github/api.ts'

/** What the action `apply` says of reviews, locks and turns, in Chinese and in English side by side. */
export const applyWords = {
  notWritten: {
    zh: '没有执行：什么都没有写入钉钉。',
    en: 'Not applied: nothing was written to DingTalk.',
  },
  broken: {
    zh: '执行中断了。已经写入钉钉的都有记录；重新运行会接着做剩下的。',
    en: 'The apply broke off. What was written to DingTalk is recorded: run it again, and it goes on with the rest.',
  },
  otherBranch: (ref: string, branch: string): Both => ({
    zh: `只执行主分支（${branch}）上的内容，这次运行的是 ${ref}，所以什么都没有写入钉钉。请先合并，或者在主分支上运行。`,
    en: `Only what is on the branch ${branch} is applied, and this run is for ${ref}, so nothing was written to DingTalk. Merge it first, or run this on ${branch}.`,
  }),
  turn: {
    newer: {
      zh: '主分支上已经有更新的内容，由那一次运行来执行；这一次什么都没有做。如果那一次没有运行，请在主分支上手动运行 apply。',
      en: 'The branch has newer contents, which their own run applies; this one did nothing. Should there be no such run, start apply on the branch by hand.',
    },
    lock: {
      zh: '这次推送只有锁文件，是 Rollbook 自己写的，没有什么要执行的。',
      en: 'This push has nothing but the lock, which Rollbook itself wrote: there is nothing to apply.',
    },
    same: {
      zh: '上次执行之后，这家公司的文件没有变过，没有什么要执行的。',
      en: "The company's files have not changed since the last apply: there is nothing to do.",
    },
  },
  edited: {
    zh: '这个拉取请求改了锁文件。锁文件只能由 apply 写：它决定钉钉里哪些东西归 Rollbook 管、可以删除。请把它恢复成主分支上的样子。',
    en: 'This pull request changes the lock. Only apply may write it: it decides what in DingTalk is ours and may be deleted. Put it back as it is on the main branch.',
  },
  editedUnknown: {
    zh: '没能问到 GitHub 这个拉取请求有没有改锁文件。任务要有 permissions: contents: read。',
    en: 'GitHub could not be asked whether this pull request changes the lock. The job needs the permission contents: read.',
  },
  shown: {
    success: { zh: '钉钉里不会有任何变化', en: 'Nothing will change in DingTalk' },
    neutral: { zh: '合并后会有变化，请先看过', en: 'There will be changes: look at them before merging' },
    action_required: { zh: '被安全限制拦下', en: 'Stopped by a safety limit' },
    failure: { zh: '没有预览', en: 'No preview' },
  },
  unrecorded: {
    token: {
      zh: '预览没有存档：GitHub 不认这个 github-token。合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: GitHub does not know this github-token. After the merge, apply will stop and ask for a review.',
    },
    permission: {
      zh: '预览没有存档：任务要有 permissions: checks: write。合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: the job needs the permission checks: write. After the merge, apply will stop and ask for a review.',
    },
    rate: {
      zh: '预览没有存档：GitHub 说请求太多。请过一会儿重新运行，否则合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: GitHub says that there were too many calls. Run it again later, or apply will stop and ask for a review.',
    },
    gone: {
      zh: '预览没有存档：GitHub 找不到这个提交，或者令牌看不到它。合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: GitHub knows no such commit, or the token may not see it. After the merge, apply will stop and ask for a review.',
    },
    refused: {
      zh: '预览没有存档：GitHub 不接受这条检查记录。合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: GitHub does not take the check run. After the merge, apply will stop and ask for a review.',
    },
    trouble: {
      zh: '预览没有存档：GitHub 暂时出了问题。请过一会儿重新运行，否则合并之后 apply 会停下来，要求审核。',
      en: 'What was shown is not on record: GitHub is in trouble. Run it again later, or apply will stop and ask for a review.',
    },
  } satisfies { readonly [cause in Cause]: Both },
  check: {
    running: { zh: '正在写入钉钉', en: 'Writing to DingTalk' },
    done: { zh: '已生效', en: 'Applied' },
    incomplete: { zh: '没有全部完成，可以重新运行', en: 'Not all of it was done: run it again' },
    refused: { zh: '被安全限制拦下，没有执行', en: 'Stopped by a safety limit, not applied' },
    unreviewed: { zh: '有没审过的变更，没有执行', en: 'Something was not reviewed, not applied' },
    'plan-changed': { zh: '变更与审过的不一样，没有执行', en: 'The plan is another one, not applied' },
    declined: { zh: '没有执行', en: 'Not applied' },
    interrupted: { zh: '运行被中断，可以重新运行', en: 'Interrupted: run it again' },
    invalid: { zh: '文件有问题，没有执行', en: 'The files have problems, not applied' },
    failed: { zh: '运行失败，可以重新运行', en: 'Failed: run it again' },
  },
  unreviewed: {
    what: ({ zh, en }: Both): Both => ({
      zh: `没有执行：有变更没人审过（${zh}），所以什么都没有写入钉钉。`,
      en: `Not applied: nobody has reviewed what would change about ${en}, so nothing was written to DingTalk.`,
    }),
    noPull: {
      zh: '上次执行之后，没有合并过拉取请求。',
      en: 'No pull request was merged since the last apply.',
    },
    unrecorded: (numbers: readonly number[]): Both => ({
      zh: `拉取请求 ${numbers.map((n) => `#${n}`).join('、')} 的最后一次推送没有预览记录。`,
      en: `There is no preview on record for the last push to ${numbers.map((n) => `#${n}`).join(', ')}.`,
    }),
    more: {
      zh: '预览之后，钉钉里或文件里又有了改动。',
      en: 'Since the preview something changed in DingTalk or in the files.',
    },
    next: (hash: string): Both => ({
      zh: `完整的变更见运行摘要。看过没有问题，就在主分支上手动运行这个工作流，plan-hash 填 ${hash}；否则请用新的拉取请求改正。`,
      en: `The job summary shows all that would change. If it is right, start this workflow on the branch by hand with the plan-hash ${hash}; if not, put it right in another pull request.`,
    }),
  },
  lock: {
    conflict: (keys: readonly string[]): Both => ({
      zh: `锁文件没有写回去：同时有人改了同样的条目（${keys.slice(0, 5).join('、')}）。`,
      en: `The lock could not be brought back: somebody changed the same entries meanwhile (${keys.slice(0, 5).join(', ')}).`,
    }),
    broken: {
      zh: '锁文件没有写回去：分支上的锁文件已经损坏。',
      en: 'The lock could not be brought back: the one on the branch is broken.',
    },
    raced: {
      zh: '锁文件没有写回去：分支上一直有新的提交。',
      en: 'The lock could not be brought back: the branch moved at each attempt.',
    },
    failed: {
      token: {
        zh: '锁文件没有写回去：GitHub 不认这个令牌。',
        en: 'The lock could not be brought back: GitHub does not know the token.',
      },
      permission: {
        zh: '锁文件没有写回去：令牌没有 contents: write 权限。',
        en: 'The lock could not be brought back: the token lacks the permission contents: write.',
      },
      rate: {
        zh: '锁文件没有写回去：GitHub 说请求太多。',
        en: 'The lock could not be brought back: GitHub says that there were too many calls.',
      },
      gone: {
        zh: '锁文件没有写回去：GitHub 找不到这个分支，或者令牌看不到它。',
        en: 'The lock could not be brought back: GitHub knows no such branch, or the token may not see it.',
      },
      refused: {
        zh: '锁文件没有写回去：GitHub 不让这个令牌直接提交到分支。请把 lock-token 设为可以绕过保护规则的 GitHub App 的令牌，或者设 lock-store: branch。',
        en: 'The lock could not be brought back: GitHub lets this token commit nothing to the branch. Give lock-token that of a GitHub App which may bypass the rules, or set lock-store: branch.',
      },
      trouble: {
        zh: '锁文件没有写回去：GitHub 暂时出了问题。',
        en: 'The lock could not be brought back: GitHub is in trouble.',
      },
    } satisfies { readonly [cause in Cause]: Both },
    kept: (branch: string): Both => ({
      zh: `钉钉里的结果不受影响。它在输出 lock-path 指的文件里，可以由管理员放到分支 ${branch} 上；放不了，就运行 rollbook lock rebuild 重建。`,
      en: `What was done in DingTalk stands. The lock is the file that the output lock-path names: an administrator can put it on the branch ${branch}, or rebuild it with "rollbook lock rebuild".`,
    }),
  },
  github: {
    token: {
      zh: 'GitHub 不认这个 github-token，没有执行。',
      en: 'GitHub does not know this github-token; nothing more was done.',
    },
    permission: {
      zh: '令牌的权限不够，没有执行。任务要有 permissions: contents: write、checks: write、pull-requests: write。',
      en: 'The token may not do what is needed; nothing more was done. The job needs the permissions contents: write, checks: write and pull-requests: write.',
    },
    rate: {
      zh: 'GitHub 说请求太多。过一会儿重新运行即可。',
      en: 'GitHub says that there were too many calls. Run it again later.',
    },
    gone: {
      zh: 'GitHub 找不到这个仓库、分支或提交，或者令牌看不到它。',
      en: 'GitHub knows no such repository, branch or commit, or the token may not see it.',
    },
    refused: {
      zh: 'GitHub 不接受这个请求。重新运行一次；还是这样，请检查令牌和仓库设置。',
      en: 'GitHub does not take what was sent. Run it once more; if that does not help, look at the token and the settings of the repository.',
    },
    trouble: {
      zh: 'GitHub 暂时出了问题。过一会儿重新运行，会接着做剩下的。',
      en: 'GitHub is in trouble. Run it again later: it goes on with what is left.',
    },
  } satisfies { readonly [cause in Cause]: Both },
} as const
