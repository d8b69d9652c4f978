import type { Language } from '../render/words.ts'

/** What the doors themselves say: questions, hints and banners around what commands return. */
const zh = {
  reading: '读取钉钉',
  applying: '生效中',
  ask: '以上改动将写入钉钉。继续吗？输入 yes 确认：',
  needsYes: '这里没有终端可以提问：确认无误后请加 --yes',
  refresh: {
    base: (refresh: string) =>
      `--refresh ${refresh} 要和 --base 一起用：--base 指定文件改动之前的提交，例如 --base origin/main`,
    apply: '--refresh none 只能用于 rollbook plan：没有读取钉钉，就不能生效',
  },
  declined: '未作任何改动。',
  planChanged: (expected: string, found: string) =>
    `这次的变更预览与审核过的不同，没有写入任何内容（审核：${expected}，现在：${found}）。请重新审核后再生效。`,
  noPlan: {
    'no-file': (file: string, _: string) =>
      `${file} 不是普通文件，而是链接、文件夹或设备：--plan 要写 rollbook plan --out 保存的文件`,
    'too-large': (file: string, _: string) => `${file} 超过 64 MiB，没有读：用 rollbook plan --out 重新保存一份`,
    'no-json': (file: string, at: string) => `${file} 不是完整的 JSON（${at}）：用 rollbook plan --out 重新保存一份`,
    'no-plan': (file: string, at: string) =>
      `${file} 不是这个版本的 Rollbook 保存的变更预览（${at} 不对）：用 rollbook plan --out 重新保存一份`,
    offline: (file: string, _: string) =>
      `${file} 是没有读取钉钉的离线预览，不能用来生效：连上钉钉，用 rollbook plan --out 重新保存一份`,
  },
  twoPlans: (file: string, saved: string, given: string) =>
    `--plan 和 --plan-hash 说的不是同一次变更：${file} 里是 ${saved}，而 --plan-hash 是 ${given}。请只写其中一个`,
  interrupted: '正在停止：等当前这一步完成并记录……（再按一次立即退出）',
  stopped: (done: number, total: number) => `已停止。${total} 步中完成了 ${done} 步，都已记录；再运行一次即可继续。`,
  nextApply: 'rollbook apply',
  valid: (departments: number, people: number, roles: number) =>
    `文件没有问题：${departments} 个部门，${people} 人，${roles} 个角色。`,
  askCall: (operation: string, effect: string) => `${operation} 会写入钉钉（${effect}）。继续吗？输入 yes 确认：`,
  emulating: (seed: string) => `内置的钉钉已启动（初始数据：${seed}）。按 Ctrl-C 停止。在另一个终端里：`,
  saved: (file: string) => `变更预览已保存到 ${file}`,
  tracing:
    '设置了环境变量 NODE_DEBUG：Node.js 会把请求原样打印出来，包括访问凭证和手机号。请先取消它（unset NODE_DEBUG），要看每次调用请用 --verbose',
  crashed:
    '程序自身出错，中断了。已经完成的都有记录，可以重新运行。请把下面的内容(不含个人信息和密钥)发给 Rollbook 的维护者：',
  seal: {
    choose: '--check、--new-key、以及 --user 加 --field，三种用法一次只用一种；--user 和 --field 要一起写',
    keyMade: (file: string) =>
      `新密钥已写入 ${file}，公钥已加入 .recipients。私钥只有这一份：请放进运行 apply 的地方的密钥库（ROLLBOOK_AGE_KEY），另存一份备份，绝不要提交到 git。`,
    keyRefused: {
      exists: (file: string) => `${file} 已经存在，不会覆盖：请换一个文件名`,
      'no-folder': (file: string) => `${file} 所在的文件夹不存在：请先建好`,
      'in-directory': (file: string) => `${file} 在通讯录目录里面，私钥会跟着文件泄露：请放到别处，例如 ~/rollbook.key`,
      'in-git': (file: string) => `${file} 在一个 git 仓库里面，私钥早晚会被提交：请放到别处，例如 ~/rollbook.key`,
    },
    notSealable: (field: string, fields: readonly string[]) =>
      `「${field}」不是可以加密的字段；可以加密的有：${fields.join('、')}`,
    value: (user: string, field: string) => `请输入 ${user} 的 ${field}（不会显示）：`,
    plain: (n: number) => `${n} 个个人信息是明文。运行 rollbook seal 加密。`,
    nonePlain: '文件里没有明文的个人信息。',
    noneSealed: '文件里没有加密的个人信息。',
    sealed: (n: number, files: number) => `已加密 ${n} 个个人信息，涉及 ${files} 个文件。`,
    history: '注意：git 历史里仍有原来的明文。',
    resealed: (n: number, files: number) => `已按现在的 .recipients 重新加密 ${n} 个个人信息，涉及 ${files} 个文件。`,
    oldHistory: '注意：git 历史里仍有旧的密文，用旧密钥还能解开。旧密钥如果泄露过，当时的内容就当作已经公开。',
  },
}

const en: typeof zh = {
  reading: 'Reading DingTalk',
  applying: 'Applying',
  ask: 'This will be written to DingTalk. Go on? Type yes: ',
  needsYes: 'there is no terminal to ask on: add --yes once you are sure',
  refresh: {
    base: (refresh) =>
      `--refresh ${refresh} needs --base: the commit before the files were changed, such as --base origin/main`,
    apply: '--refresh none is for rollbook plan alone: what did not read DingTalk cannot be applied',
  },
  declined: 'Nothing was changed.',
  planChanged: (expected, found) =>
    `The plan is not the one that was reviewed; nothing was written (reviewed: ${expected}, now: ${found}). Have it reviewed again, then apply.`,
  noPlan: {
    'no-file': (file) =>
      `${file} is not an ordinary file, but a link, a folder or a device: give the file that rollbook plan --out saved`,
    'too-large': (file) =>
      `${file} is larger than 64 MiB and was not read: save the plan again with rollbook plan --out`,
    'no-json': (file, at) => `${file} is not whole JSON (${at}): save the plan again with rollbook plan --out`,
    'no-plan': (file, at) =>
      `${file} is not a plan that this version of Rollbook saved (wrong at ${at}): save it again with rollbook plan --out`,
    offline: (file) =>
      `${file} is an offline plan, made without DingTalk, and cannot be applied: save one with rollbook plan --out where DingTalk can be read`,
  },
  twoPlans: (file, saved, given) =>
    `--plan and --plan-hash name two plans: ${file} holds ${saved}, and --plan-hash is ${given}; give only one of them`,
  interrupted: 'Stopping: the step under way is finished and recorded first … (again: stop at once)',
  stopped: (done, total) =>
    `Stopped. ${done} of ${total} steps were done, and all are recorded; run it again to go on.`,
  nextApply: 'rollbook apply',
  valid: (departments, people, roles) =>
    `The files are fine: ${departments} departments, ${people} people, ${roles} roles.`,
  askCall: (operation, effect) => `${operation} writes to DingTalk (${effect}). Go on? Type yes: `,
  emulating: (seed) => `The embedded DingTalk is running (seed: ${seed}). Ctrl-C stops it. In another terminal:`,
  saved: (file) => `The plan was saved to ${file}`,
  tracing:
    'NODE_DEBUG is set: Node.js would print requests as they are, with access tokens and mobiles. Unset it first (unset NODE_DEBUG); --verbose shows every call',
  crashed:
    'Rollbook broke off because of a mistake of its own. What was done is recorded: run it again. Please send what follows (it holds no personal data and no secrets) to the maintainers of Rollbook:',
  seal: {
    choose: 'use one of --check, --new-key, and --user with --field at a time; --user and --field go together',
    keyMade: (file) =>
      `The new key is in ${file}, its public half in .recipients. There is one copy of it: put it into the secret store of wherever apply runs (ROLLBOOK_AGE_KEY), keep a backup, and never commit it.`,
    keyRefused: {
      exists: (file) => `${file} exists already and is not overwritten: choose another name`,
      'no-folder': (file) => `the folder of ${file} does not exist: make it first`,
      'in-directory': (file) =>
        `${file} is inside the company folder, and a secret key would leave with it: choose another place, such as ~/rollbook.key`,
      'in-git': (file) =>
        `${file} is inside a git work tree, where a secret key is committed some day: choose another place, such as ~/rollbook.key`,
    },
    notSealable: (field, fields) => `"${field}" is no field that can be sealed; these are: ${fields.join(', ')}`,
    value: (user, field) => `${field} of ${user} (not shown): `,
    plain: (n) => `${n} personal values stand in clear. To seal them: rollbook seal`,
    nonePlain: 'No personal value stands in clear in the files.',
    noneSealed: 'No sealed value stands in the files.',
    sealed: (n, files) => `Sealed ${n} personal values in ${files} files.`,
    history: 'Mind: the history of git still holds the values in clear.',
    resealed: (n, files) => `Sealed ${n} personal values anew for today's .recipients, in ${files} files.`,
    oldHistory:
      'Mind: the history of git still holds the old ciphertext, which the old key opens. If that key ever got out, take those values to be known.',
  },
}

/** The doors' words in one language. */
export function doorWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
