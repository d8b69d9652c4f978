import type { ChildProcess } from 'node:child_process'
import { looks, type Stage } from './stage.ts'

const [calm] = looks as [(typeof looks)[number]]

/** An apply that a signal ends while the nth person is being made. */
export async function killedAt({ place, run }: Stage, nth: number, signal: NodeJS.Signals): Promise<void> {
  let child: ChildProcess | undefined
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const arrived = () => {
    child?.kill(signal)
    if (signal !== 'SIGKILL') release()
    return true
  }
  // `where` is asked for every call of the operation: the signal goes with the nth.
  let seen = 0
  place.emulator.inject({
    match: { operation: 'createUser', where: () => ++seen === nth && arrived() },
    do: { delay: held },
  })
  await run(['apply', '--yes'], calm, {
    onStart(started) {
      child = started
    },
  })
  release()
  place.emulator.clearFaults()
}

/** The nth person is made, and nobody answers before the program gives up. */
export function heldUntil({ place }: Stage, nth: number): void {
  const never = new Promise<void>(() => {})
  place.emulator.inject({ match: { operation: 'createUser', nth }, do: { delay: never } })
}
