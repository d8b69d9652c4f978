import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { heldIn } from '../support/held.ts'
import { smallCompany, type Workplace, workplace } from '../support/workplace.ts'

/** Ends of a run that nobody planned: signals, a closed pipe, an answer at the terminal. */

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** Holds the nth write until told to go on, so that a test knows what is under way. */
function hold({ emulator }: Workplace, nth: number): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  emulator.inject({ match: { effect: 'write', nth }, do: { delay: released } })
  return () => release()
}

/** Calls `act` once when the output first matches. */
function once(pattern: RegExp, act: (child: ChildProcess) => void) {
  let done = false
  return (text: string, child: ChildProcess) => {
    if (done || !pattern.test(text)) return
    done = true
    act(child)
  }
}

async function undisturbed() {
  const place = await workplace(smallCompany)
  expect((await place.run(['apply', '--yes'])).code).toBe(0)
  return heldIn(place.emulator.snapshot())
}

describe.each(signals)('%s', (signal, exit) => {
  test('in the middle of an apply: the call under way is finished and recorded, and the next run does the rest', async () => {
    const place = await workplace(smallCompany)
    const release = hold(place, 5)
    const kill = once(/^\[4\/8\]/m, (child) => child.kill(signal))
    const stopping = once(/Stopping/, release)
    const stopped = await place.run(['apply', '--yes', '--lang', 'en'], {
      onOutput(text, child) {
        kill(text, child)
        stopping(text, child)
      },
    })
    expect(stopped.code).toBe(exit)
    expect(stopped.stderr).toMatch(/Stopped\. 5 of 8/)
    expect(stopped.stdout).toMatch(/5 of 8/)

    const { departments, users } = place.emulator.snapshot()
    const lock = JSON.parse((await place.files())['rollbook.lock.json'] ?? '').resources
    const locked = [...Object.values(lock.department), ...Object.values(lock.user)].map((entry) => Object(entry).id)
    const made = [...departments.map(({ dept_id }) => String(dept_id)), ...users.map(({ userid }) => userid)]
    expect(locked.sort()).toEqual(made.filter((id) => id !== '1').sort())

    expect((await place.run(['apply', '--yes'])).code).toBe(0)
    expect(heldIn(place.emulator.snapshot())).toEqual(await undisturbed())
    expect((await place.run(['plan', '--detailed-exitcode'])).code).toBe(0)
  })

  test('twice ends at once, and the next run finds out what the call under way did', async () => {
    const place = await workplace(smallCompany)
    const release = hold(place, 5)
    const first = once(/^\[4\/8\]/m, (child) => child.kill(signal))
    const second = once(/Stopping/, (child) => child.kill(signal))
    const { code } = await place.run(['apply', '--yes', '--lang', 'en'], {
      onOutput(text, child) {
        first(text, child)
        second(text, child)
      },
    })
    expect(code).toBe(exit)
    release()
    expect((await place.run(['apply', '--yes'])).code).toBe(0)
    expect(heldIn(place.emulator.snapshot())).toEqual(await undisturbed())
  })

  test('while DingTalk is still being read writes nothing', async () => {
    const place = await workplace(smallCompany)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let kill = () => {}
    const arrived = () => {
      kill()
      return true
    }
    place.emulator.inject({ match: { operation: 'countUsers', where: arrived }, do: { delay: released } })
    const { code, stderr } = await place.run(['apply', '--yes', '--lang', 'en'], {
      onStart: (child) => {
        kill = () => child.kill(signal)
      },
      onOutput: once(/Stopping/, release),
    })
    expect(code).toBe(exit)
    expect(stderr).toMatch(/Nothing was changed/)
    expect([place.written(), (await place.files())['rollbook.lock.json']]).toEqual([0, undefined])
  })
})

test('a reader of the output that goes away does not end an apply half way', async () => {
  const place = await workplace(smallCompany)
  const { oapiUrl, apiUrl, clientId, clientSecret } = place.emulator
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../dist/cli.js'), 'apply', '--yes', '-d', place.folder],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DINGTALK_OAPI_URL: oapiUrl,
        DINGTALK_API_URL: apiUrl,
        DINGTALK_CLIENT_ID: clientId,
        DINGTALK_CLIENT_SECRET: clientSecret,
        ROLLBOOK_RATE: '5000',
      },
    },
  )
  child.stdout.destroy()
  child.stderr.destroy()
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code).toBe(0)
  expect(heldIn(place.emulator.snapshot())).toEqual(await undisturbed())
  expect((await place.run(['plan', '--detailed-exitcode'])).code).toBe(0)
})

/** `script` of util-linux gives a program a terminal; the BSD one of macOS takes other arguments. */
const terminals = spawnSync('script', ['--version']).status === 0

describe.skipIf(!terminals)('on a terminal', () => {
  /** Runs apply on a terminal of its own and types `keys` at the question. */
  async function atTheQuestion(place: Workplace, keys: string) {
    const { oapiUrl, apiUrl, clientId, clientSecret } = place.emulator
    const program = join(import.meta.dirname, '../../dist/cli.js')
    const command = `"${process.execPath}" "${program}" apply --lang en -d "${place.folder}"`
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        TERM: 'xterm',
        DINGTALK_OAPI_URL: oapiUrl,
        DINGTALK_API_URL: apiUrl,
        DINGTALK_CLIENT_ID: clientId,
        DINGTALK_CLIENT_SECRET: clientSecret,
        ROLLBOOK_RATE: '5000',
      },
    })
    let output = ''
    const answer = once(/Type yes: /, () => child.stdin.write(keys))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      answer(output, child)
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    return { code, output }
  }

  test.each([
    ['no', 'no\r', 0],
    ['a mere y', 'y\r', 0],
    ['the end of input', '\u0004', 0],
    ['Ctrl-C', '\u0003', 130],
  ])('%s at the question changes nothing', async (_, keys, exit) => {
    const place = await workplace(smallCompany)
    const { code, output } = await atTheQuestion(place, keys)
    expect(output).toMatch(/Nothing was changed/)
    expect([code, place.written(), (await place.files())['rollbook.lock.json']]).toEqual([exit, 0, undefined])
  })

  test('yes at the question applies', async () => {
    const place = await workplace(smallCompany)
    const { code } = await atTheQuestion(place, 'yes\r')
    expect(code).toBe(0)
    expect(heldIn(place.emulator.snapshot())).toEqual(await undisturbed())
  })
})
