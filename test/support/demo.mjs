// `npm run demo`: watch the example company appear in DingTalk, with nothing but this clone. Starts the embedded
// DingTalk as a process of its own, plans, applies, shows the lock, plans again, and leaves nothing running.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'rollbook-demo-'))
const company = join(folder, 'directory')
const color = process.stdout.isTTY && !process.env.NO_COLOR
const say = (text) => console.log(color ? `\n\u001b[1;36m${text}\u001b[0m\n` : `\n${text}\n`)

const emulator = spawn(process.execPath, [cli, 'emulate', '--format', 'json'], { stdio: ['ignore', 'pipe', 'inherit'] })
let env = process.env
try {
  cpSync(join(root, 'directory'), company, { recursive: true })
  const [line] = await new Promise((resolve, reject) => {
    createInterface({ input: emulator.stdout }).once('line', (text) => resolve([text]))
    emulator.once('exit', (code) => reject(new Error(`the emulator ended with ${code}`)))
  })
  const { oapiUrl, apiUrl, clientId, clientSecret } = JSON.parse(line)
  env = {
    ...process.env,
    DINGTALK_OAPI_URL: oapiUrl,
    DINGTALK_API_URL: apiUrl,
    DINGTALK_CLIENT_ID: clientId,
    DINGTALK_CLIENT_SECRET: clientSecret,
  }
  say('1. rollbook validate: are the files sound? (offline)')
  rollbook('validate')
  say('2. rollbook plan: what would happen in an empty DingTalk company?')
  rollbook('plan')
  say('3. rollbook apply: make it so')
  appear()
  say('4. rollbook.lock.json: which DingTalk id everything got (first lines)')
  console.log(readFileSync(join(company, 'rollbook.lock.json'), 'utf8').split('\n').slice(0, 14).join('\n'))
  say('5. rollbook plan, once more')
  rollbook('plan', '--detailed-exitcode')
  say('Done: the second plan is empty. Nothing is left running.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  emulator.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

function rollbook(command, ...options) {
  const args = [cli, command, '--directory', company, ...options]
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`rollbook ${command} ended with ${status}`)
}

/** Applies; every step shows on stderr as it happens, and of stdout only the end, for the plan was just shown. */
function appear() {
  const args = [cli, 'apply', '--directory', company, '--yes']
  const { status, stdout } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  console.log(stdout.trimEnd().split('\n').slice(-1).join('\n'))
  if (status !== 0) throw new Error(`rollbook apply ended with ${status}`)
}
