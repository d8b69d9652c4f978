import type { ChildProcess } from 'node:child_process'
import { afterEach } from 'vitest'
import { type Finished, rollbook } from './command.ts'
import type { Gateway } from './gateway.ts'
import type { Workplace } from './workplace.ts'

/** `rollbook watch` as a process, while it runs. */
export interface Watcher {
  readonly child: ChildProcess
  /** Everything on stdout and stderr so far. */
  output(): string
  /** Ends once the output matches so many times; fails when the process ends before. */
  said(pattern: RegExp, times?: number): Promise<void>
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Finished>
  /** What the process leaves when it ends by itself. */
  readonly finished: Promise<Finished>
}

const running = new Map<ChildProcess, () => string>()
afterEach(({ task }) => {
  // Whoever looks into a failure needs what it said.
  if (task.result?.state === 'fail') for (const said of running.values()) console.error(said())
  for (const child of running.keys()) child.kill('SIGKILL')
  running.clear()
})

/** Starts it on a directory, behind a gateway; nothing is waited for between an event and its read. */
export function startWatcher(
  { folder, emulator }: Pick<Workplace, 'folder' | 'emulator'>,
  gateway: Pick<Gateway, 'apiUrl'> | null,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Watcher {
  let text = ''
  let child: ChildProcess | undefined
  const looks = new Set<() => void>()
  const finished = rollbook(['watch', '-d', folder, '--settle', '0', ...args], {
    emulator,
    env: { ...(gateway !== null && { DINGTALK_API_URL: gateway.apiUrl }), ...env },
    onStart(started) {
      child = started
    },
    onOutput(all) {
      text = all
      for (const look of [...looks]) look()
    },
  })
  if (child === undefined) throw new Error('nothing was started')
  const started: ChildProcess = child
  running.set(started, () => text)
  return {
    child: started,
    output: () => text,
    finished,
    async said(pattern, times = 1) {
      const global = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
      const enough = () => [...text.matchAll(global)].length >= times
      const ended = finished.then(({ code }) => {
        if (!enough()) throw new Error(`ended with ${code} before it said ${pattern}:\n${text}`)
      })
      const said = new Promise<void>((resolve) => {
        const look = () => {
          if (!enough()) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      })
      await Promise.race([said, ended])
    },
    async stop(signal = 'SIGTERM') {
      started.kill(signal)
      return finished
    },
  }
}
