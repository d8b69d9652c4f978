// `npm run bench`: whole processes, each measured several times in turn with what it is compared to, medians printed as
// a table. Ratios travel from machine to machine; seconds do not. docs/benchmark.md keeps one run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const RUNS = 7
/** Nothing but the parser, on every file. */
const PARSE = `
  import { readdirSync, readFileSync } from 'node:fs'
  import { parseDocument } from '${import.meta.resolve('yaml')}'
  const folder = process.argv[1]
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.yaml')) parseDocument(readFileSync(folder + '/' + file, 'utf8')).toJS()`
/** Nothing but the network: as many answers of the same sort, twelve at a time. */
const CALLS = `
  import undici from '${import.meta.resolve('undici')}'
  const [oapi, api, appKey, appSecret, count] = process.argv.slice(1)
  const pool = new undici.Agent({ connections: 12 })
  const post = async (url, body) => {
    const answer = await undici.request(url, { method: 'POST', dispatcher: pool, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return JSON.parse(await answer.body.text())
  }
  const { accessToken } = await post(api + '/v1.0/oauth2/accessToken', { appKey, appSecret })
  let left = Number(count) - 1
  await Promise.all(Array.from({ length: 12 }, async () => {
    while (left-- > 0) await post(oapi + '/topapi/v2/user/get?access_token=' + accessToken, { userid: '000001' })
  }))
  await pool.close()`
const PEOPLE = 1000
const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(root, 'node_modules/.bench-'))
const directory = join(mkdtempSync(join(tmpdir(), 'rollbook-bench-')), 'directory')

await build({
  entryPoints: [join(root, 'test/bench/company.ts')],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: join(folder, 'company.mjs'),
  logLevel: 'warning',
})
const other = spawn(process.execPath, [join(folder, 'company.mjs'), directory, String(PEOPLE)], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: other.stdout }).once('line', resolve)
    other.once('exit', (code) => reject(new Error(`the emulator ended with ${code}`)))
  })
  const { oapiUrl, apiUrl, clientId, clientSecret } = JSON.parse(line)
  const env = {
    ...process.env,
    DINGTALK_OAPI_URL: oapiUrl,
    DINGTALK_API_URL: apiUrl,
    DINGTALK_CLIENT_ID: clientId,
    DINGTALK_CLIENT_SECRET: clientSecret,
    ROLLBOOK_RATE: '10000',
  }
  const rollbook = (...args) => [cli, ...args]
  const applied = spawnSync(process.execPath, rollbook('apply', '-d', directory, '--yes', '--quiet'), { env })
  if (applied.status !== 0) throw new Error(`apply ended with ${applied.status}: ${applied.stderr}`)
  const calls = callsOf(
    spawnSync(process.execPath, rollbook('plan', '-d', directory, '--verbose'), { env, encoding: 'utf8' }),
  )
  const yaml = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

  print([
    compare('rollbook --version', rollbook('--version'), 'node -e 0', ['-e', '0'], env),
    compare(
      `rollbook validate, ${PEOPLE} people`,
      rollbook('validate', '-d', directory),
      `parsing the same ${yaml.length} files with yaml`,
      ['--input-type=module', '-e', PARSE, directory],
      env,
    ),
    compare(
      `rollbook plan, ${PEOPLE} people, nothing to do`,
      rollbook('plan', '-d', directory, '--quiet'),
      `the same ${calls} calls with undici and JSON.parse`,
      ['--input-type=module', '-e', CALLS, oapiUrl, apiUrl, clientId, clientSecret, String(calls)],
      env,
    ),
  ])
} finally {
  other.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(directory, '..'), { recursive: true, force: true })
}

/** Both in turn, so that a machine that slows down slows both; user and system time of the whole process. */
function compare(name, command, otherName, otherCommand, env) {
  const rows = []
  for (let run = 0; run <= RUNS; run += 1) {
    const row = [cpu(command, env), cpu(otherCommand, env)]
    if (run > 0) rows.push(row)
  }
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  const [ours, theirs] = [median(rows.map(([a]) => a)), median(rows.map(([, b]) => b))]
  return { name, otherName, ours, theirs, ratio: median(rows.map(([a, b]) => a / b)) }
}

/** The second line of the shell's `times` is what its children took: `0m1.230s 0m0.120s`. */
function cpu(args, env) {
  const script = '"$0" "$@" >/dev/null 2>/dev/null || exit 1; times'
  const { status, stdout } = spawnSync('/bin/sh', ['-c', script, process.execPath, ...args], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')} failed`)
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}

function callsOf({ stderr }) {
  return stderr.split('\n').filter((text) => /^\w+ \d{3} \d+ ms/.test(text)).length
}

function print(rows) {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores; CPU seconds (user and system) of the whole process, medians of ${RUNS} runs in turn\n`,
  )
  console.log('| process | CPU s | compared with | CPU s | ratio | difference |\n|---|---|---|---|---|---|')
  for (const { name, otherName, ours, theirs, ratio } of rows)
    console.log(
      `| ${name} | ${ours.toFixed(2)} | ${otherName} | ${theirs.toFixed(2)} | ${ratio.toFixed(2)} | ${(ours - theirs).toFixed(2)} s |`,
    )
}
