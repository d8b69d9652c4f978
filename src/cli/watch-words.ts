import type { WatchNote } from '../commands/watch.ts'
import { count } from '../render/words/count.ts'
import type { Language } from '../render/words.ts'

type Of<Name extends WatchNote['note']> = Extract<WatchNote, { readonly note: Name }>

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, n) => all + n, 0)
const each = (counts: ReadonlyMap<string, number>) => [...counts].map(([name, n]) => `${name} ${n}`)
const seconds = (milliseconds: number) => Math.round(milliseconds / 1000)

/** What `rollbook watch` says beside its reports. */
const zh = {
  started: (directory: string) => `开始跟踪 ${directory}。先通读一遍整家公司，之后由事件触发。按 Ctrl-C 停止。`,
  health: (address: string) => `健康检查：http://${address}/live 和 http://${address}/ready`,
  badAddress: (option: string, text: string) => `${option}："${text}" 不是地址，例如 127.0.0.1:8080`,
  badSettle: '--settle：要写 0 到 600 的整数（秒）',
  inUse: (option: string, text: string, code: string) =>
    `${option}：不能在 ${text} 上监听（${code}），换一个地址或端口`,
  stopping: '正在停止：收到的事件都已记下……（再按一次立即退出）',
  dissolved: '钉钉说这家企业已经解散。已停止跟踪，请向钉钉主管理员核实。',
  connected: ({ gap }: Of<'connected'>): string =>
    gap ? '已连上钉钉。此前可能漏了事件，所以要通读一遍整家公司。' : '已按钉钉的要求换了一条连接，没有漏事件。',
  disconnected: ({ end }: Of<'disconnected'>) =>
    ({
      rotated: '钉钉要求换一条连接。',
      lost: '连接断了。',
      silent: '一分钟没有收到任何内容，这条连接当作已断开。',
    })[end],
  unreachable: ({ wait }: Of<'unreachable'>) => `连不上钉钉，${seconds(wait)} 秒后再试：`,
  unknown: ({ type }: Of<'unknown'>) => `收到不认识的事件类型 ${type}，只计数。`,
  refused: ({ reason, type }: Of<'refused'>) =>
    `${
      {
        shape: '收到读不懂的通讯录事件，改为通读整家公司',
        size: '收到内容超长的通讯录事件，改为通读整家公司',
        'third-party': '收到只有第三方应用才有的事件，不采用',
        company: '收到另一家企业的事件，不采用',
        signature: '收到签名不对的推送，可能是伪造的，或者 token 填错了',
        stale: '收到时间相差 5 分钟以上的推送，可能是重放，或者这台电脑的时间不准',
        'other-owner': '收到别的应用或企业的推送',
        undecipherable: '收到解不开的推送，aes_key 可能填错了',
        malformed: '收到不像推送的请求',
        method: '收到不是 POST 的请求',
        'too-large': '收到过大的请求',
      }[reason] ?? '拒绝了一个请求'
    }${type === '' ? '' : `（${type}）`}。同样的情况以后只计数。`,
  read: ({ full, objects, differences }: Of<'read'>) =>
    `${full ? '已通读整家公司' : `已重新读取 ${objects} 项`}，${differences === 0 ? '没有新的不一致。' : `新发现 ${differences} 处不一致。`}`,
  adoptWhat: '--adopt 要和 --pull 一起用。',
  pulled: ({ branch, commit, changes, left }: Of<'pulled'>) =>
    `已提交到分支 ${branch}（${commit.slice(0, 12)}），${changes === 0 ? '先前的改动已经改回' : `${changes} 处改动`}。${left === 0 ? '' : `另有 ${left} 处没有收：两边都改过，或者要手工改；运行 rollbook pull --dry-run 查看。`}`,
  'not-pulled': ({ branch }: Of<'not-pulled'>) => `没有提交到分支 ${branch}，只作报告：`,
  failed: ({ wait }: Of<'failed'>) => `这次没能对照，事件都还在，${seconds(wait)} 秒后再试：`,
  incomplete: '没有读全钉钉，没看到的可能被误当成没有了，所以不作报告。运行 rollbook doctor 查看原因。',
  'wrong-company': '这不是文件所说的公司，所以不作报告。请检查应用凭证和 rollbook.yaml 里的 corp。',
  'failed-list': ({ events }: Of<'failed-list'>) =>
    events === null
      ? '读不到钉钉的推送失败列表（没有权限或没有应答），不影响通读。'
      : `推送失败列表里有 ${events} 个事件。`,
  listening: ({ address }: Of<'listening'>) => `在 ${address} 上接收推送。`,
  applying: () => '这个目录正在生效，等它结束再对照。',
  stopped: ({ counts: { kept, repeated, unknown, refused } }: Of<'stopped'>) =>
    `已停止。收到事件 ${kept} 个，重复 ${repeated} 个，不认识 ${sum(unknown)} 个${list(each(unknown))}，拒绝 ${sum(refused)} 个${list(each(refused))}。`,
}

const en: typeof zh = {
  started: (directory) =>
    `Following ${directory}. First the whole company is read, then events say what to look at. Ctrl-C stops it.`,
  health: (address) => `Health: http://${address}/live and http://${address}/ready`,
  badAddress: (option, text) => `${option}: "${text}" is no address; give one such as 127.0.0.1:8080`,
  badSettle: '--settle: give whole seconds from 0 to 600',
  inUse: (option, text, code) => `${option}: cannot listen on ${text} (${code}); choose another address or port`,
  stopping: 'Stopping; every event that came in is kept… (once more to leave at once)',
  dissolved: 'DingTalk says that this organisation was dissolved. Following has ended; ask its main administrator.',
  connected: ({ gap }) =>
    gap
      ? 'Connected to DingTalk. Events may have been missed before, so the whole company is read.'
      : 'Changed to another connection, as DingTalk asked; no event was missed.',
  disconnected: ({ end }) =>
    ({
      rotated: 'DingTalk asks for another connection.',
      lost: 'The connection was lost.',
      silent: 'Nothing came for a minute, so this connection is taken to be dead.',
    })[end],
  unreachable: ({ wait }) => `DingTalk cannot be reached; next attempt in ${seconds(wait)} s:`,
  unknown: ({ type }) => `An event of an unknown type, ${type}; these are only counted.`,
  refused: ({ reason, type }) =>
    `${
      {
        shape: 'A contact event that cannot be understood; the whole company is read instead',
        size: 'A contact event with an overlong text; the whole company is read instead',
        'third-party': 'An event that only third-party apps get was not taken',
        company: 'An event of another company was not taken',
        signature: 'A push with a wrong signature: forged, or the token is not the right one',
        stale: 'A push whose time is off by more than 5 minutes: repeated, or this machine’s clock is wrong',
        'other-owner': 'A push for another app or company',
        undecipherable: 'A push that cannot be decrypted: the aes_key may not be the right one',
        malformed: 'A request that is no push',
        method: 'A request that is no POST',
        'too-large': 'A request that is too large',
      }[reason] ?? 'A request was refused'
    }${type === '' ? '' : ` (${type})`}. More of the kind are only counted.`,
  read: ({ full, objects, differences }) =>
    `${full ? 'Read the whole company' : `Read again: ${objects}`}; ${differences === 0 ? 'nothing new differs.' : `new differences: ${differences}.`}`,
  adoptWhat: '--adopt goes with --pull',
  pulled: ({ branch, commit, changes, left }) =>
    `Committed to the branch ${branch} (${commit.slice(0, 12)}): ${changes === 0 ? 'earlier changes were taken back' : count(changes, 'change')}.${left === 0 ? '' : ` Left alone: ${left}, changed on both sides or to be edited by hand; rollbook pull --dry-run shows them.`}`,
  'not-pulled': ({ branch }) => `Nothing was committed to the branch ${branch}; this is only reported:`,
  failed: ({ wait }) => `This comparison failed. The events are kept; next attempt in ${seconds(wait)} s:`,
  incomplete:
    'DingTalk was not read as a whole, and what was not seen could be taken for missing, so nothing is reported. rollbook doctor says why.',
  'wrong-company':
    'This is not the company of the files, so nothing is reported. Check the credential, and corp in rollbook.yaml.',
  'failed-list': ({ events }) =>
    events === null
      ? 'DingTalk’s list of failed pushes cannot be read (no permission, or no answer); the whole company is read anyway.'
      : `Events in the list of failed pushes: ${events}.`,
  listening: ({ address }) => `Receiving pushes on ${address}.`,
  applying: () => 'An apply is at work in this directory; the comparison waits until it has ended.',
  stopped: ({ counts: { kept, repeated, unknown, refused } }) =>
    `Stopped. Events: ${kept} kept, ${repeated} repeated, ${sum(unknown)} unknown${list(each(unknown))}, ${sum(refused)} refused${list(each(refused))}.`,
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.join(', ')})`
}

/** The words of a watcher in one language. */
export function watchWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
