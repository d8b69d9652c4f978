import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { temporaryFolder } from '../support/files.ts'

/** What a watched process said about one of its items, or at its end. */
export interface Said {
  readonly nth?: number
  readonly wrong?: readonly string[]
  /** Milliseconds, by the clock or of the processor, whichever are fewer, where they were more than a second. */
  readonly slow?: number
  readonly slowest?: { readonly nth: number; readonly milliseconds: number }
}

export interface Ended {
  readonly said: readonly Said[]
  /** The item that it was at in the end. */
  readonly nth: number
  /** How it ended, where it did not end by itself. */
  readonly how?: string
  /** It was killed because it made no step. */
  readonly silent?: true
}

/** Real time without a step, after which a process is killed: far more than anything takes, also on a busy machine. */
const SILENCE = 60_000
const LOOK_EVERY = 500

/** A program of this folder as one file that Node can run. */
export async function built(program: string): Promise<string> {
  const outfile = join(await temporaryFolder(), basename(program).replace(/\.ts$/, '.mjs'))
  const entry = join(import.meta.dirname, program)
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner,
  })
  return outfile
}

/**
 * Runs a program that says lines of JSON, and writes the number of its item into `progress` in the folder that is its
 * last word (see `Steps`). Kills it when it makes no step for long; an abort of Node itself ends it as well.
 */
export async function watched(program: string, words: readonly (string | number)[]): Promise<Ended> {
  const room = await temporaryFolder()
  const all = ['--max-old-space-size=512', program, ...words.map(String), room]
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  let silent: true | undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-2000)
  })
  let seen = { at: '', since: Date.now() }
  const timer = setInterval(() => {
    const at = reached(room)
    if (at !== seen.at) seen = { at, since: Date.now() }
    else if (Date.now() - seen.since > SILENCE) {
      silent = true
      child.kill('SIGKILL')
    }
  }, LOOK_EVERY)
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...ended) => resolve(ended))
  })
  clearInterval(timer)
  if (reached(room) === '') throw new Error(`${basename(program)} did not begin: ${stderr}`)
  const lines = stdout.split('\n').filter((line) => line.endsWith('}'))
  const ended = { said: lines.map((line) => JSON.parse(line) as Said), nth: Number(reached(room)) }
  if (silent) return { ...ended, silent, how: `no end after ${SILENCE / 1000} s` }
  if (code === 0) return ended
  return { ...ended, how: `the process ended with ${signal ?? code}: ${stderr.trim().slice(0, 400)}` }
}

function reached(room: string): string {
  try {
    return readFileSync(join(room, 'progress'), 'utf8').trim()
  } catch {
    return ''
  }
}
