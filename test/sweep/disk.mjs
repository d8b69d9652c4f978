/**
 * Loaded into the real program with `node --import`: counts what it does to the files of one folder (SWEEP_FOLDER), and
 * kills it without warning just before the nth of these (SWEEP_KILL_AT). With SWEEP_LOSE=1 what was not flushed to disk
 * before is lost as well, as when the power fails. Each thing done is a line of SWEEP_TRACE, where given.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, sep } from 'node:path'

const folder = fs.realpathSync(process.env.SWEEP_FOLDER)
const killAt = Number(process.env.SWEEP_KILL_AT ?? 0)
const trace = process.env.SWEEP_TRACE
const loses = process.env.SWEEP_LOSE === '1'

const real = { ...fs, promises: { ...fs.promises } }
/** The path behind each descriptor of ours. */
const paths = new Map()
/** Files with bytes that are not on disk yet: how long they were when last flushed. */
const flushed = new Map()
let events = 0

function ours(path) {
  const text = String(path)
  return text === folder || text.startsWith(folder + sep)
}

function event(what, path) {
  events++
  if (trace) real.appendFileSync(trace, `${what} ${nameOf(path)}\n`)
  if (events !== killAt) return
  if (loses) for (const [lost, size] of flushed) if (real.existsSync(lost)) real.truncateSync(lost, size)
  process.kill(process.pid, 'SIGKILL')
}

/** Temporary files of the lock and of the lease are named by chance in each run. */
function nameOf(path) {
  const name = basename(String(path))
  if (String(path) === folder) return '.'
  if (/\.lock\.json\.\d+$/.test(name)) return 'lock-being-written'
  return /^lease\.json\.[0-9a-f-]{36}$/.test(name) ? 'lease-in-passing' : name
}

function dirty(path) {
  if (!flushed.has(path)) flushed.set(path, real.existsSync(path) ? real.statSync(path).size : 0)
}

const writing = (flags) =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
    : flags !== undefined && flags !== 'r'
const byDescriptor = {
  write: 'write',
  writev: 'write',
  fsync: 'flush',
  fdatasync: 'flush',
  ftruncate: 'truncate',
}
const byPath = {
  writeFile: 'write',
  appendFile: 'write',
  unlink: 'remove',
  rm: 'remove',
  truncate: 'truncate',
  mkdir: 'make',
}
const byTarget = { rename: 'rename', link: 'link', copyFile: 'copy' }

function noted(what, path) {
  event(what, path)
  if (what === 'write' || what === 'truncate') dirty(String(path))
  if (what === 'flush') flushed.delete(String(path))
}

function patch(target, name, before) {
  const original = target[name]
  if (typeof original !== 'function') return
  target[name] = function (...args) {
    before(args)
    return original.apply(this, args)
  }
}

for (const suffix of ['', 'Sync']) {
  for (const [name, what] of Object.entries(byDescriptor))
    patch(fs, name + suffix, ([fd]) => paths.has(fd) && noted(what, paths.get(fd)))
  for (const [name, what] of Object.entries(byPath)) patch(fs, name + suffix, ([path]) => change(what, path))
  for (const [name, what] of Object.entries(byTarget)) patch(fs, name + suffix, ([, to]) => change(what, to))
}
for (const [name, what] of Object.entries(byPath)) patch(fs.promises, name, ([path]) => change(what, path))
for (const [name, what] of Object.entries(byTarget)) patch(fs.promises, name, ([, to]) => change(what, to))

function change(what, path) {
  if (typeof path === 'number') {
    if (paths.has(path)) noted(what, paths.get(path))
  } else if (ours(path)) noted(what, path)
}

fs.openSync = (path, flags, mode) => {
  if (ours(path) && writing(flags)) event('open', path)
  const fd = real.openSync(path, flags, mode)
  if (ours(path)) paths.set(fd, String(path))
  return fd
}
fs.open = (path, ...rest) => {
  const done = rest.pop()
  if (ours(path) && writing(rest[0])) event('open', path)
  real.open(path, ...rest, (error, fd) => {
    if (!error && ours(path)) paths.set(fd, String(path))
    done(error, fd)
  })
}
fs.promises.open = async (path, flags, mode) => {
  if (ours(path) && writing(flags)) event('open', path)
  const handle = await real.promises.open(path, flags, mode)
  if (ours(path)) paths.set(handle.fd, String(path))
  return handle
}
fs.close = (fd, ...rest) => {
  paths.delete(fd)
  return real.close(fd, ...rest)
}
fs.closeSync = (fd) => {
  paths.delete(fd)
  return real.closeSync(fd)
}

const handle = await real.promises.open(import.meta.filename)
const prototype = Object.getPrototypeOf(handle)
await handle.close()
const onHandle = {
  write: 'write',
  writev: 'write',
  writeFile: 'write',
  appendFile: 'write',
  sync: 'flush',
  datasync: 'flush',
  truncate: 'truncate',
}
for (const [name, what] of Object.entries(onHandle)) {
  const original = prototype[name]
  prototype[name] = function (...args) {
    if (paths.has(this.fd)) noted(what, paths.get(this.fd))
    return original.apply(this, args)
  }
}
const closeHandle = prototype.close
prototype.close = function () {
  paths.delete(this.fd)
  return closeHandle.call(this)
}

syncBuiltinESMExports()
