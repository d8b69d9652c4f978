import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What sealing costs: 1,000 mobiles sealed in the files, then opened and sealed anew, by the real program. Prints the time
 * of the processor, which other programs on the machine do not change.
 */
const PEOPLE = 1000
const folder = mkdtempSync(join(tmpdir(), 'rollbook-bench-'))
const key = join(mkdtempSync(join(tmpdir(), 'rollbook-key-')), 'key')
const cli = join(import.meta.dirname, '../../dist/cli.js')
try {
  mkdirSync(join(folder, 'departments/研发部'), { recursive: true })
  const people = Array.from({ length: PEOPLE }, (_, at) => `- {userid: u${at}, mobile: "${10010000000 + at}"}\n`)
  writeFileSync(join(folder, 'departments/研发部/people.yaml'), people.join(''))
  writeFileSync(join(folder, 'rollbook.yaml'), 'version: 1\n')
  run('seal', '--new-key', key)
  const start = seconds('validate')
  const sealing = seconds('seal') - start
  const both = seconds('reseal') - start
  console.log(`seal ${PEOPLE} values: ${sealing.toFixed(1)} s; open them: ${(both - sealing).toFixed(1)} s`)
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(key, '..'), { recursive: true, force: true })
}

function seconds(...args) {
  const report = run(...args)
    .stderr.split('\n')
    .find((line) => line.startsWith('{"user"'))
  const { user, system } = JSON.parse(report)
  return (user + system) / 1e6
}

function run(...args) {
  const report = 'process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))'
  const ended = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, cli, args[0], '-d', folder, ...args.slice(1)],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ROLLBOOK_AGE_KEY_FILE: key } },
  )
  if (ended.status !== 0) throw new Error(ended.stderr)
  return ended
}
