/** Who applies a directory. `started` is ISO 8601; `born` tells a process from a later one of the same number. */
export interface Lease {
  readonly token: string
  readonly pid: number
  readonly host: string
  readonly started: string
  readonly born: string | null
}

/** Another run has the directory; nothing was written. */
export class LeaseHeld extends Error {
  override name = 'LeaseHeld'
  readonly holder: Lease
  /** The file that says so. */
  readonly path: string
  /** Whether the holder is on this machine, and was seen to run. */
  readonly here: boolean
  /** What both want to do, and only one may at a time. */
  readonly work: 'apply' | 'watch'

  constructor(holder: Lease, path: string, here: boolean, work: LeaseHeld['work'] = 'apply') {
    const doing = work === 'apply' ? 'applying' : 'watching'
    super(`process ${holder.pid} on ${holder.host} has been ${doing} this directory since ${holder.started}`)
    this.work = work
    this.holder = holder
    this.path = path
    this.here = here
  }
}

/** A lease from its text; null for anything else, which is then nobody's. */
export function parseLease(text: string): Lease | null {
  try {
    const { token, pid, host, started, born } = JSON.parse(text) as Record<string, unknown>
    const fits =
      [token, host, started].every((value) => typeof value === 'string') &&
      Number.isSafeInteger(pid) &&
      (born === null || typeof born === 'string')
    return fits ? ({ token, pid, host, started, born } as Lease) : null
  } catch {
    return null
  }
}
