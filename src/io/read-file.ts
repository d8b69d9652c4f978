import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** A file that was not read: larger than allowed (with its size), or no ordinary file. */
export class Unread extends Error {
  override name = 'Unread'
  readonly size: number | undefined

  constructor(size?: number) {
    super(size === undefined ? 'it is not an ordinary file' : 'it is too large')
    this.size = size
  }
}

/** Whether the error of a read says that there is no such file, because a folder above it may be missing as well. */
export function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/**
 * The bytes of an ordinary file of at most `most` bytes. Between listing and reading, a name may have become a link, a
 * pipe or a device: a link is not followed, and opening never waits for somebody to write into a pipe.
 *
 * @throws Unread, or the error of the system.
 */
export function readOrdinary(path: string, most: number): Buffer {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const status = fstatSync(descriptor)
    if (!status.isFile()) throw new Unread()
    if (status.size > most) throw new Unread(status.size)
    // Files of /proc have no size and yet contents; one byte more than allowed tells a file that grows.
    const bytes = Buffer.allocUnsafe(Math.min(most, Math.max(status.size, 4096)) + 1)
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, null)
      if (count === 0) return bytes.subarray(0, filled)
      filled += count
    }
    throw new Unread(filled)
  } finally {
    closeSync(descriptor)
  }
}
