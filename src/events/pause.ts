import type { Clock } from '../dingtalk/clock.ts'

/** Waits, but not beyond the signal: then it ends at once, and without an error. */
export async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || milliseconds <= 0) return
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
    signal.addEventListener('abort', stop)
  })
  // A clock that is told to stop as well rejects, which is the same to us.
  const slept = clock.sleep(milliseconds).catch(() => {})
  await Promise.race([slept, stopped])
  signal.removeEventListener('abort', stop)
}
