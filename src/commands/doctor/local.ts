import { type Finding, found } from '../../core/doctor.ts'
import type { Evidence, FilesEvidence } from './evidence.ts'

/** The oldest Node.js that package.json names; a test holds the two together. */
export const NEEDED_NODE = '20.19'

/** Calls a second for each API that DingTalk's standard edition lets through (contract, errors and limits, 2026-05-09). */
const STANDARD_RATE = 20

/** What can be told of Node.js and the variables without asking anybody. */
export function judgeEnvironment({ node, environment }: Evidence): Finding[] {
  const old = isOlder(node, NEEDED_NODE) ? [found('problem', 'node-old', { node, needed: NEEDED_NODE })] : []
  if ('errors' in environment) {
    const wrong = environment.errors.map(({ variable: name, missing }) =>
      found('problem', missing ? 'variable-missing' : 'variable-unusable', { name }),
    )
    return [...old, ...wrong]
  }
  const { hosts, rate } = environment
  const named = { DINGTALK_OAPI_URL: hosts.oapi, DINGTALK_API_URL: hosts.api }
  const others = Object.entries(named).filter(([, host]) => !isExpected(host))
  return [
    ...old,
    ...others.map(([name, host]) => found('warning', 'other-host', { name, host })),
    ...(rate !== undefined && rate > STANDARD_RATE
      ? [found('warning', 'high-rate', { rate, standard: STANDARD_RATE })]
      : []),
    ...(old.length === 0 ? [found('ok', 'environment', { node, hosts: [...new Set(Object.values(named))] })] : []),
  ]
}

/** What can be told of the files, the lock and the folder. */
export function judgeFiles(files: FilesEvidence): Finding[] {
  const { counts, problems, corp, lock, interrupted, locked } = files
  const findings: Finding[] = [
    problems > 0
      ? found('problem', 'files-wrong', { problems, files: files.files })
      : found('ok', 'files', { ...counts }),
  ]
  if ('error' in lock) findings.push(found('problem', 'lock-unreadable', { error: lock.error }))
  else if (!lock.present) findings.push(found('ok', 'no-lock', {}))
  else if (lock.corp !== null && corp !== null && lock.corp !== corp)
    findings.push(found('problem', 'lock-of-another-company', { lock: lock.corp, files: corp }))
  else findings.push(found('ok', 'lock', { entries: lock.entries }))
  if (interrupted !== undefined)
    findings.push(
      'line' in interrupted
        ? found('problem', 'journal-unreadable', { ...interrupted })
        : found('warning', 'run-interrupted', { ...interrupted }),
    )
  return [...findings, ...locked.map((path) => found('problem', 'not-writable', { path }))]
}

/** DingTalk's own hosts, and this machine, where the emulator is. */
function isExpected(host: string): boolean {
  return /(^|\.)dingtalk\.(com|io)(:\d+)?$/.test(host) || /^(localhost|\[::1\]|127(\.\d+){3})(:\d+)?$/.test(host)
}

function isOlder(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = needed.split('.').map(Number)
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
}
