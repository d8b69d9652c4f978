/** Loaded into the real program with `node --import`: a disk on which nothing can be written any more. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const writes = (flags) => (typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r'))
const full = (path) =>
  Object.assign(new Error(`ENOSPC: no space left on device, open '${path}'`), {
    errno: -28,
    code: 'ENOSPC',
    syscall: 'open',
    path,
  })

const { open, openSync, writeFileSync } = fs
const { open: opened, writeFile } = fs.promises
fs.open = (path, flags, ...rest) =>
  writes(flags) ? process.nextTick(rest.at(-1), full(path)) : open(path, flags, ...rest)
fs.openSync = (path, flags, ...rest) => {
  if (writes(flags)) throw full(path)
  return openSync(path, flags, ...rest)
}
fs.writeFileSync = (path, ...rest) => {
  if (typeof path === 'string') throw full(path)
  return writeFileSync(path, ...rest)
}
fs.promises.open = async (path, flags, ...rest) => {
  if (writes(flags)) throw full(path)
  return opened(path, flags, ...rest)
}
fs.promises.writeFile = async (path, ...rest) => {
  if (typeof path === 'string') throw full(path)
  return writeFile(path, ...rest)
}
syncBuiltinESMExports()
