// `npm run build && node test/bench/import.mjs 1000 10000 --rate 5000`: whole imports of generated companies, and what each
// one took: calls, seconds, seconds of computing, and the most memory that it held. docs/benchmark.md keeps one run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rate: { type: 'string', default: '5000' } },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
const bundles = mkdtempSync(join(root, 'node_modules/.bench-'))
const living = join(bundles, 'living.mjs')
await build({
  entryPoints: [join(root, 'test/bench/living.ts')],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: living,
  logLevel: 'warning',
})
console.log(`Node ${process.versions.node}, ${cpus().length} cores; ROLLBOOK_RATE=${values.rate}\n`)
console.log('| people | calls | seconds | CPU s | most memory, MB |\n|---|---|---|---|---|')
try {
  for (const people of positionals) await measure(people)
} finally {
  rmSync(bundles, { recursive: true, force: true })
}

async function measure(people) {
  const folder = mkdtempSync(join(tmpdir(), 'rollbook-bench-'))
  const other = spawn(process.execPath, [living, people], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
  try {
    const { oapiUrl, apiUrl, clientId, clientSecret } = JSON.parse((await lines.next()).value)
    const env = {
      PATH: process.env.PATH,
      DINGTALK_OAPI_URL: oapiUrl,
      DINGTALK_API_URL: apiUrl,
      DINGTALK_CLIENT_ID: clientId,
      DINGTALK_CLIENT_SECRET: clientSecret,
      ROLLBOOK_RATE: values.rate,
      NODE_OPTIONS: `--import=${join(root, 'test/bench/usage.mjs')}`,
    }
    const began = performance.now()
    const { code, stderr } = await run([join(root, 'dist/cli.js'), 'import', '-d', join(folder, 'company')], env)
    const seconds = (performance.now() - began) / 1000
    if (code !== 0) throw new Error(`import ended with ${code}: ${stderr}`)
    const { megabytes, cpu } = JSON.parse(/^usage (.*)$/m.exec(stderr)?.[1] ?? '{}')
    other.stdin.write('calls\n')
    const calls = Object.values(JSON.parse((await lines.next()).value)).reduce((sum, times) => sum + times, 0)
    console.log(`| ${people} | ${calls} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${megabytes.toFixed(0)} |`)
  } finally {
    other.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })))
}
