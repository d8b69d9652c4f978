import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Argument, Command } from 'commander'
import { buildProgram } from '../../src/cli/program.ts'
import { forms } from '../../src/core/form.ts'
import { daysAgo } from '../support/attendance.ts'
import { temporaryFolder } from '../support/files.ts'
import { repository } from '../support/repository.ts'
import type { Look, Stage } from './stage.ts'
import { secrets, sorts, userid } from './values.ts'

/** Every command of the program as it is used, with canaries wherever somebody could type one. */

type Use = (stage: Stage, look: Look) => Promise<unknown>

/** By command, and by what it is told to do where that is a word of a fixed list: `lock verify`. */
export const uses: { readonly [command: string]: readonly Use[] } = {
  init: [
    ({ run, scratch }, look) =>
      run(['init', join(scratch, 'new'), '-d', 'directory', '--actions', `octo-org/x@${'0'.repeat(40)}`], look),
    ({ run, scratch }, look) => run(['init', scratch, '-d', sorts.mobile(13), '--actions', sorts.email(13)], look),
    ({ run, scratch }, look) =>
      run(
        ['init', scratch, '-d', 'directory', '--actions', `octo-org/x@${'0'.repeat(40)}`, '--admins', sorts.email(14)],
        look,
      ),
  ],
  validate: [({ run }, look) => run(['validate'], look)],
  plan: [
    ({ run, scratch }, look) => run(['plan', '--out', join(scratch, 'plan.json')], look),
    ({ run }, look) => run(['plan', '--detailed-exitcode'], look),
    ({ run, place }, look) => {
      repository(place.folder)
      return run(['plan', '--base', 'HEAD', '--refresh', 'none'], look)
    },
    ({ run, place }, look) => {
      repository(place.folder)
      return run(['plan', '--base', 'HEAD'], look)
    },
  ],
  apply: [
    ({ run }, look) => run(['apply', '--yes'], look),
    ({ run, scratch }, look) => run(['apply', '--yes', '--plan', join(scratch, 'plan.json')], look),
    ({ run }, look) => run(['apply'], look),
  ],
  drift: [
    ({ run }, look) => run(['drift'], look),
    ({ run, place }, look) => {
      repository(place.folder)
      return run(['drift', '--base', 'HEAD'], look)
    },
    ({ run }, look) => run(['drift', '--base', sorts.email(17)], look),
  ],
  pull: [
    ({ run }, look) => run(['pull', '--dry-run'], look),
    ({ run }, look) => run(['pull', '--dry-run', '--adopt'], look),
    ({ run }, look) => run(['pull', '--only', `user:${sorts.mobile(17)}`, '--base', sorts.email(17)], look),
    ({ run }, look) => run(['pull', '--only', `user:${sorts.email(17)}`, '--dry-run'], look),
  ],
  import: [
    ({ run }, look) => run(['import'], look),
    ({ run, scratch }, look) => run(['import', '-d', join(scratch, 'imported')], look),
    ({ run, scratch }, look) => run(['import', '-d', join(scratch, 'sealed'), '--contacts', 'seal'], look),
  ],
  attendance: [
    ({ run }, look) => run(['attendance', ...lately], { ...look, format: 'csv' }),
    ({ run }, look) => run(['attendance', ...lately, '--kind', 'records'], { ...look, format: 'json' }),
    ({ run }, look) =>
      run(['attendance', ...lately, '--department', sorts.mobile(17), sorts.email(17)], { ...look, format: 'json' }),
    ({ run }, look) => run(['attendance', '--ghosts'], { ...look, format: 'csv' }),
    ({ run }, look) =>
      run(['attendance', '--from', sorts.mobile(18), '--to', sorts.email(18)], { ...look, format: 'json' }),
  ],
  watch: [
    ({ run }, look) => {
      let stopped = false
      return run(['watch', '--settle', '0', '--health', '127.0.0.1:0'], look, {
        onOutput(text, child) {
          if (stopped || !COMPARED.test(text)) return
          stopped = true
          child.kill('SIGTERM')
        },
      })
    },
    ({ run }, look) => run(['watch', '--health', sorts.email(17)], look),
    ({ run, place }, look) => {
      repository(place.folder)
      return run(['watch', '--pull', `${sorts.email(17)}..${sorts.mobile(17)}`], look)
    },
    ({ run }, look) =>
      run(['watch', '--http', '127.0.0.1:0'], look, {
        env: { DINGTALK_CALLBACK_TOKEN: sorts.mobile(19), DINGTALK_CALLBACK_AES_KEY: sorts.email(19) },
      }),
  ],
  doctor: [({ run }, look) => run(['doctor'], look)],
  api: [
    ({ run }, look) => run(['api', 'getUser', `userid=${userid(201)}`], look),
    ({ run }, look) => run(['api', 'listUsers', 'dept_id=1', '--all'], look),
    ({ run }, look) =>
      run(['api', 'createUser', 'userid=x', 'name=x', 'dept_id_list=1', ...typed(1, 'mobile', 'email'), '--yes'], look),
    ({ run }, look) => run(['api', 'createUser', ...typed(2, 'mobile', 'telephone'), 'mobile=again', '--yes'], look),
    ({ run }, look) => run(['api', 'getUserIdByMobile', `mobile=${sorts.mobile(201)}`], look),
    ({ run }, look) => run(['api', 'getAppAccessToken', 'appKey=dingother', `appSecret=${secrets.clientSecret}`], look),
    ({ run }, look) => run(['api', 'createUser', sorts.mobile(3), `${sorts.email(3)}=x`], look),
    ({ run }, look) => run(['api', sorts.mobile(4)], look),
    ({ run }, look) => run(['api', 'getUser', '--describe'], look),
  ],
  explain: [
    ({ run }, look) => run(['explain', 'limit-exceeded'], look),
    ({ run }, look) => run(['explain', sorts.mobile(5)], look),
  ],
  completion: [
    ({ run }, look) => run(['completion', 'bash'], look),
    ({ run }, look) => run(['completion', sorts.email(6)], look),
  ],
  emulate: [
    async (stage, look) => {
      // The state of an emulator is a company: it is DingTalk's own data, and not looked into.
      const file = join(await temporaryFolder(), 'state.json')
      const whole = JSON.stringify(stage.place.emulator.state.records.company('dingcorp0001'))
      await writeFile(file, whole)
      const stopped = (_: string, child: { kill(signal: NodeJS.Signals): unknown }) => child.kill('SIGTERM')
      await stage.run(['emulate', '--state', file], look, { onOutput: stopped })
      await writeFile(file, whole.replace(/"mobile":\{"number":"/, '$&x"'))
      await stage.run(['emulate', '--state', file], look, { onOutput: stopped })
    },
  ],
  seal: [
    ({ run }, look) => run(['seal', '--check'], look),
    ({ run }, look) => run(['seal', '--user', userid(7), '--field', 'mobile'], look, { input: `${sorts.mobile(7)}\n` }),
    ({ run }, look) =>
      run(['seal', '--user', userid(8), '--field', 'mobile'], look, { input: `x${sorts.mobile(8)}\n` }),
    ({ run }, look) => run(['seal', sorts.mobile(9), `--${sorts.email(9)}`], look),
    ({ run, scratch }, look) => run(['seal', '--new-key', join(scratch, 'new.key')], look),
    ({ run }, look) => run(['seal'], look),
  ],
  'lock verify': [({ run }, look) => run(['lock', 'verify'], look)],
  'lock rebuild': [({ run }, look) => run(['lock', 'rebuild', '--yes'], look)],
  schema: [
    ({ run }, look) => run(['schema'], look),
    ({ run, scratch }, look) => run(['schema', '--out', join(scratch, sorts.mobile(11))], look),
  ],
  form: [
    async ({ run }, look) => {
      const labels = forms.joiner.map(({ label }, at) => `### ${label}\n\n${sorts.mobile(15 + (at % 2))}`)
      const folder = await temporaryFolder({ 'event.json': JSON.stringify({ issue: { body: labels.join('\n\n') } }) })
      await run(['form', '--event', join(folder, 'event.json'), '--out', folder], look)
    },
  ],
  codeowners: [
    async (stage, look) => {
      const repository = await temporaryFolder({
        '.github/rollbook-owners.yaml': `admins: example-org/admins\nlogins:\n  "${sorts.mobile(12)}": octo-hr\n`,
      })
      await stage.run(['codeowners', '--repository', repository], look)
      await stage.run(['codeowners', '--check', '--repository', dirname(stage.place.folder)], look)
    },
  ],
  reseal: [({ run }, look) => run(['reseal'], look)],
}

const lately = ['--from', daysAgo(9), '--to', daysAgo(0)]

/** A watcher runs until it is stopped: its first comparison is enough, however it ends. */
const COMPARED = /"event":"(?:read|failed)"|Read the whole company;|comparison failed|已通读整家公司|没能对照/

function typed(n: number, ...fields: readonly (keyof typeof sorts)[]): string[] {
  return fields.map((field) => `${field}=${sorts[field](n)}`)
}

/** The commands that the program has, as `uses` has to name them. */
export function commandsOfProgram(): string[] {
  return buildProgram(() => async () => {}).commands.flatMap(namesOf)
}

function namesOf(command: Command): string[] {
  if (command.commands.length > 0) return command.commands.flatMap(namesOf).map((inner) => `${command.name()} ${inner}`)
  const [first] = command.registeredArguments as readonly Argument[]
  return first?.argChoices?.map((choice) => `${command.name()} ${choice}`) ?? [command.name()]
}
