import { randomUUID } from 'node:crypto'
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { type Lease, LeaseHeld, parseLease } from '../core/lease.ts'
import { workspacePath } from './workspace.ts'

/**
 * One apply at a time for each directory on a machine. A lease is a file that only one process can make: it is written
 * under a name of its own and then linked, so that nobody ever sees half of one. A process that was killed leaves its
 * lease behind; whoever comes next sees that it is dead and takes over. Copies of a directory on other machines know
 * nothing of each other: there DingTalk's own refusal of duplicates has to do.
 */

/** Leases of this very process: its own number says nothing about whether they are still held. */
const held = new Set<string>()

/** What a lease is for: applies keep each other out, and so do watchers, but not one another. */
const FILES: { readonly [work in LeaseHeld['work']]: string } = { apply: 'lease.json', watch: 'watch-lease.json' }

/**
 * Takes the directory for one run; the result gives it back.
 *
 * @throws LeaseHeld while another run has it.
 */
export function takeLease(directory: string, now: number, work: LeaseHeld['work'] = 'apply'): () => void {
  const path = workspacePath(directory, FILES[work])
  const { pid } = process
  const own: Lease = {
    token: randomUUID(),
    pid,
    host: hostname(),
    started: new Date(now).toISOString(),
    born: birthOf(pid),
  }
  const draft = `${path}.${own.token}`
  writeFileSync(draft, `${JSON.stringify(own)}\n`, { flag: 'wx', mode: 0o600 })
  try {
    while (!linked(draft, path)) {
      const holder = holderOf(path)
      if (holder !== undefined && isAlive(holder) && !isStale(path, holder, now, work))
        throw new LeaseHeld(holder, path, holder.host === own.host, work)
      if (holder !== undefined) remove(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  held.add(own.token)
  const renewal = work === 'watch' ? setInterval(() => renew(path, own), RENEWED).unref() : undefined
  return () => {
    clearInterval(renewal)
    held.delete(own.token)
    try {
      if (holderOf(path)?.token === own.token) rmSync(path, { force: true })
    } catch {
      // What a dead process leaves behind is taken over; nothing is lost if this is.
    }
  }
}

/** Milliseconds between two renewals of a watcher's lease, and after which one of another machine is dead. */
const RENEWED = 60_000
const STALE = 180_000

function renew(path: string, { token }: Lease): void {
  const now = new Date()
  try {
    if (holderOf(path)?.token === token) utimesSync(path, now, now)
  } catch {
    // Somebody took the file away: then there is nothing to renew.
  }
}

/**
 * Whether a watcher on another machine has renewed its lease no more. A container that is made anew is another machine,
 * and nobody is there to take its lease away. An apply has an end, so its lease is never renewed and never stale.
 */
function isStale(path: string, { host }: Lease, now: number, work: LeaseHeld['work']): boolean {
  if (work !== 'watch' || host === hostname()) return false
  try {
    return now - statSync(path).mtimeMs > STALE
  } catch {
    return false
  }
}

/** Whether an apply, or anything else that writes the directory, is at work in it. */
export function isTaken(directory: string): boolean {
  const holder = holderOf(workspacePath(directory, FILES.apply))
  return holder !== undefined && isAlive(holder)
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A disk that knows no links; a copy that must not be there yet is as exclusive.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(String(code))) throw error
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const NOBODY: Lease = { token: '', pid: 0, host: '', started: '', born: null }

/** Whose lease stands there; undefined where none does. */
function holderOf(path: string): Lease | undefined {
  try {
    return parseLease(readFileSync(path, 'utf8')) ?? NOBODY
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Of a process on another machine nobody can tell, so it counts as alive. */
function isAlive({ token, pid, host, born }: Lease): boolean {
  if (token === '') return false
  if (host !== hostname()) return true
  if (pid === process.pid) return held.has(token)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return born === null || birthOf(pid) === born
}

/** Takes a dead lease away, and puts it back if it was another one by then: two may find the same one dead. */
function remove(path: string, dead: Lease): void {
  const away = `${path}.${randomUUID()}`
  try {
    renameSync(path, away)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    if (holderOf(away)?.token !== dead.token) linked(away, path)
  } finally {
    rmSync(away, { force: true })
  }
}

/** When a process began, as Linux tells it (`man 5 proc`, field 22 of stat); null where nothing tells. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
