import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { maskText } from '../core/mask-text.ts'
import { EXIT } from './exit.ts'
import { type CommonOptions, harmlessIn, type Session, sessionOf } from './session.ts'
import { refuseTracing } from './tracing.ts'
import { version } from './version.ts'

/**
 * The command line as data: commands, options, help. Every action loads its door when it is called, so that `--version`
 * and a mistyped option cost nothing but this file. An unknown option or command stops with 64, so a lost flag can
 * only ever mean less.
 */

type Door = (session: Session, options: Record<string, unknown>, ...args: string[]) => Promise<number>

/** Parses and runs one command line; the result is the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  let exit: number = EXIT.done
  const program = buildProgram((door) => async (...input: unknown[]) => {
    const command = input[input.length - 1] as Command
    const options = command.optsWithGlobals()
    const args = (input.slice(0, -2) as (string | string[] | undefined)[]).flat().filter((arg) => arg !== undefined)
    const session = sessionOf(options as unknown as CommonOptions)
    try {
      refuseTracing(session)
      exit = await (await door())(session, options, ...args)
    } catch (error) {
      exit = await (await import('./failure.ts')).reportFailure(session, error)
    }
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.done : EXIT.usage
  }
  return exit
}

type Action = (door: () => Promise<Door>) => (...input: unknown[]) => Promise<void>

/** The whole program; the completion script is written from it too. */
export function buildProgram(action: Action): Command {
  const program = new Command('rollbook')
    .description("A company's DingTalk address book kept as files in git.")
    .version(version, '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(type "rollbook --help", or "rollbook <command> --help")')
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(harmlessIn(process.env)(maskText(text))) })
    .addHelpText('after', EXAMPLES)

  const formats = ['text', 'json', 'markdown']
  const command = (name: string, summary: string, help: string, choices: readonly string[] = formats) => {
    const made = program.command(name).description(summary).addHelpText('after', help).exitOverride()
    return made
      .option('-d, --directory <folder>', 'the company folder', 'directory')
      .addOption(new Option('--format <format>', 'what stdout gets').choices(choices).default(choices[0]))
      .addOption(new Option('--lang <language>', 'language of plans and messages').choices(['zh', 'en']))
      .option('--no-color', 'no colours (also: NO_COLOR=1)')
      .option('-q, --quiet', 'no progress and no notes on stderr')
      .option('-v, --verbose', 'every call on stderr, without secrets')
  }

  command('init [folder]', 'make a repository ready: folders, workflows, editor settings, CODEOWNERS', HELP.init)
    .option('--actions <owner/repo@commit>', 'where the actions of the workflows are, down to the commit')
    .option('--admins <name>', 'team or login of GitHub that reviews settings, roles and workflows')
    .action(action(async () => (await import('./init.ts')).initDoor))
  command('validate', 'check the files against schema and cross-file rules; offline', HELP.validate).action(
    action(async () => (await import('./validate.ts')).validateDoor),
  )
  command('plan', 'show what would change in DingTalk; writes nothing', HELP.plan, [...formats, 'html'])
    .option('--out <file>', 'also save the plan as JSON')
    .option('--detailed-exitcode', 'exit 2 when there are changes')
    .option(
      '--base <ref>',
      'the commit before the change: read only what changed since, and judge by its rollbook.yaml too',
    )
    .addOption(refresh())
    .action(action(async () => (await import('./plan.ts')).planDoor))
  command('apply', 'make DingTalk equal the files: plan, guard, execute, record', HELP.apply)
    .option('--plan <file>', 'apply only if the plan still equals this saved one')
    .option('--plan-hash <hash>', 'apply only if the plan has this hash')
    .option(
      '--base <ref>',
      'the commit before the change: read only what changed since, and judge by its rollbook.yaml too',
    )
    .addOption(refresh())
    .option('--yes', 'do not ask (needed where there is no terminal)')
    .action(action(async () => (await import('./apply.ts')).applyDoor))
  command('drift', 'show what was changed in DingTalk since the last apply; writes nothing', HELP.drift)
    .option('--base <ref>', 'the commit that was applied last; default: the one that the lock names, else HEAD')
    .action(action(async () => (await import('./drift.ts')).driftDoor))
  command('pull', 'take over into the files what was changed in DingTalk; comments stay', HELP.pull)
    .option('--only <kind:key...>', 'only these, such as user:lilei, department:研发部 or role:岗位/会计')
    .option('--adopt', 'also take what is in no file: all of it, or what --only names')
    .addOption(
      new Option('--take <side>', 'who is right where both sides changed the same since the last apply').choices([
        'dingtalk',
        'files',
      ]),
    )
    .option('--base <ref>', 'take this commit for what was applied last')
    .option('--dry-run', 'show what would be taken and write nothing')
    .action(action(async () => (await import('./pull.ts')).pullDoor))
  command('import', 'write an existing company of DingTalk as files and lock; the next plan is empty', HELP.import)
    .addOption(
      new Option('--layout <layout>', 'one people.yaml for each department, or one file for each person')
        .choices(['department', 'person'])
        .default('department'),
    )
    .addOption(personal('--mobiles <choice>', 'mobile numbers'))
    .addOption(personal('--contacts <choice>', 'e-mail addresses and telephone numbers'))
    .option('--mark', 'put our mark on departments that carry none: the only write of an import')
    .option('--corp <corpId>', 'write this corpId into rollbook.yaml: the files are then for that company alone')
    .action(action(async () => (await import('./import.ts')).importDoor))
  command('watch', 'follow contact events of DingTalk, and report what they change', HELP.watch, ['text', 'json'])
    .option('--settle <seconds>', 'how long nothing must come in before objects are read', wholeNumber, 5)
    .option('--http <host:port>', 'receive HTTP pushes there instead of opening a Stream connection')
    .option('--health <host:port>', 'serve GET /live and GET /ready there')
    .option(
      '--pull [branch]',
      'commit what was changed to this branch, rollbook/watch by default; nothing is checked out',
    )
    .option('--adopt', 'with --pull: also take into the files what is in none of them')
    .action(action(async () => (await import('./watch.ts')).watchDoor))
  command('doctor', 'check credential, permissions, scope, clock and files; writes nothing', HELP.doctor).action(
    action(async () => (await import('./doctor.ts')).doctorDoor),
  )
  command('attendance', 'write who clocked in when, as a table for people of the files', HELP.attendance, [
    'csv',
    'json',
  ])
    .option('--from <day>', 'the first day, YYYY-MM-DD, in China')
    .option('--to <day>', 'the last day')
    .option('--department <key...>', 'only these departments, each with everything below it')
    .addOption(
      new Option('--kind <kind>', 'results: each planned check and what became of it; records: each clock-in')
        .choices(['results', 'records'])
        .default('results'),
    )
    .option('--ghosts', 'instead: who never signed in to DingTalk, and who left and still clocks in')
    .action(action(async () => (await import('./attendance.ts')).attendanceDoor))
  command('seal', 'seal personal values in the files, so that only apply can read them', HELP.seal)
    .option('--check', 'list what stands in clear and write nothing; exit 2 if anything does')
    .option('--user <userid>', 'seal one value from standard input for this person')
    .option('--field <field>', 'the field of that value, such as mobile')
    .option('--new-key <file>', 'make a secret key in this file, and add its public half to .recipients')
    .action(action(async () => (await import('./seal.ts')).sealDoor))
  command('reseal', 'open all sealed values and seal them for the recipients of today', HELP.reseal).action(
    action(async () => (await import('./reseal.ts')).resealDoor),
  )
  command('lock', 'prove the lock against DingTalk, or make it anew', HELP.lock)
    .addArgument(
      new Argument('<action>', 'verify: prove every entry; rebuild: make it anew').choices(['verify', 'rebuild']),
    )
    .option('--yes', 'rebuild: do not ask (needed where there is no terminal)')
    .action(action(async () => (await import('./lock.ts')).lockDoor))
  command('emulate', 'run the embedded DingTalk on this machine, for trying things out', HELP.emulate)
    .option('--port <number>', 'TCP port on 127.0.0.1; 0 takes a free one', wholeNumber, 0)
    .option('--state <file>', 'keep the company in this file')
    .option('--seed <seed>', 'what the company starts with: empty, demo, or a number of people', 'empty')
    .action(action(async () => (await import('./emulate.ts')).emulateDoor))
  command('api [operation] [arguments...]', "list, describe or call any operation of DingTalk's contract", HELP.api)
    .option('--all', 'walk all pages of a paged operation')
    .option('--describe', 'say what the operation takes and answers, and call nothing')
    .option('--yes', 'do not ask before an operation that writes')
    .action(action(async () => (await import('./api.ts')).apiDoor))
  command('schema', 'write schemas for editors that know the departments, people and roles', HELP.schema)
    .option('--out <folder>', 'where to write them; default: .rollbook/schema in the company folder')
    .action(action(async () => (await import('./schema.ts')).schemaDoor))
  command('codeowners', 'write CODEOWNERS from the heads of departments; offline', HELP.codeowners)
    .option('--check', 'write nothing; exit 2 when the file is not current')
    .option('--repository <folder>', "the repository's root", '.')
    .action(action(async () => (await import('./codeowners.ts')).codeownersDoor))
  command('form', 'carry out an issue form of GitHub in the files; offline', HELP.form)
    .option('--event <file>', 'the payload of the issue; default: GITHUB_EVENT_PATH')
    .option('--out <folder>', 'also write title and body of a pull request there, or the answer to the issue')
    .action(action(async () => (await import('./form.ts')).formDoor))
  command('explain <code>', 'explain a problem, refusal, exit or DingTalk error code', HELP.explain).action(
    action(async () => (await import('./explain.ts')).explainDoor),
  )
  command('completion <shell>', 'print a completion script for bash, zsh, fish or pwsh', HELP.completion).action(
    action(async () => (await import('./completion.ts')).completionDoor(program)),
  )
  return program
}

/** How much of DingTalk is read; apply takes it too, so that asking it for too little is told in words. */
function refresh(): Option {
  return new Option('--refresh <extent>', 'how much of DingTalk to read; with --base touched, else full').choices([
    'full',
    'touched',
    'none',
  ])
}

/** What becomes of personal values that an import finds. */
function personal(flags: string, what: string): Option {
  return new Option(flags, `${what}: left out of the files, sealed in them, or written in clear`)
    .choices(['omit', 'seal', 'clear'])
    .default('omit')
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

const EXAMPLES = `
Examples:
  rollbook validate                        check ./directory, offline
  rollbook plan                            what would change in DingTalk
  rollbook apply                           make it so, after asking
  rollbook plan -d corps/acme --lang en    another company's folder, in English
  rollbook doctor                          what is wrong with credential, permissions or network
  rollbook emulate --seed demo             a DingTalk of your own to try things with

Credentials come from the environment only: DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET.
Exit codes: 0 done, 1 error, 2 changes (where asked for), 3 refused, 4 files invalid, 5 incomplete: run it again,
64 wrong usage, 130 and 143 interrupted.`

const HELP = {
  init: `
Examples:
  rollbook init --actions example-org/rollbook@0123456789abcdef0123456789abcdef01234567 --admins example-org/admins
  rollbook init address-book --actions …   in a new folder

What is there already stays as it is: then it says how ours differs. Run it again whenever you like.`,
  validate: `
Examples:
  rollbook validate
  rollbook validate --format json          for editors and scripts`,
  plan: `
Examples:
  rollbook plan
  rollbook plan --out plan.json            save it; "apply --plan plan.json" applies exactly this
  rollbook plan --detailed-exitcode        0: nothing to do, 2: there are changes
  rollbook plan --format html > plan.html  one page of its own, to send or keep
  rollbook plan --base origin/main         only what the files changed since then is read, and can change
  rollbook plan --base HEAD~1 --refresh none    offline: what the last commit changes in the files`,
  apply: `
Examples:
  rollbook apply                           shows the plan and asks
  rollbook apply --yes                     in a pipeline
  rollbook apply --plan plan.json --yes    only what was reviewed
  rollbook apply --base HEAD~1 --yes       only what the last commit changed

Ctrl-C lets the call in flight finish and records it. After a failure, run it again: it goes on with the rest.`,
  drift: `
Examples:
  rollbook drift                           exit 2: somebody changed DingTalk; 0: nobody did; 3: nobody can tell
  rollbook drift --format json             for scripts
  rollbook drift --base v12                as if the commit v12 had been applied last

What was changed in the files and waits for an apply is told apart, and is no drift. What both changed is a conflict.`,
  pull: `
Examples:
  rollbook pull --dry-run                  what would be taken into which file
  rollbook pull                            take all of it; then look at git diff, and commit
  rollbook pull --only user:lilei department:研发部
  rollbook pull --adopt                    also new people, departments and roles that no file has
  rollbook pull --take dingtalk --only user:lilei    where both sides changed it, DingTalk is right

It never writes to DingTalk, and never to the lock. What the files changed and no apply has written stays as it is.`,
  import: `
Examples:
  rollbook import                          into ./directory, which must not exist yet
  rollbook import -d corps/acme --layout person
  rollbook seal --new-key ../apply.key     a key first, and then values sealed for it:
  rollbook import --mobiles seal --contacts seal

Without --mark it reads only. Nobody's mobile number is needed in the files once they are in DingTalk, so they are left out.`,
  watch: `
Examples:
  rollbook watch                           until Ctrl-C: reads the company once, then follows its events
  rollbook watch --format json --health 127.0.0.1:8080    as a service
  rollbook watch --http 127.0.0.1:8081     behind your own reverse proxy with https
  rollbook watch --pull                    what was changed becomes commits on the branch rollbook/watch

--http takes DINGTALK_CALLBACK_TOKEN and DINGTALK_CALLBACK_AES_KEY from the environment.
It writes neither to DingTalk nor into the files: --pull touches neither the work tree nor what is checked out. One directory has one watcher; it goes on where it stopped.`,
  doctor: `
Examples:
  rollbook doctor
  rollbook doctor --format json            for monitoring; exit 1 when something is broken

It reads only. Each problem comes with what to do, in the words of DingTalk's console.`,
  attendance: `
Examples:
  rollbook attendance --from 2026-11-01 --to 2026-11-30 > november.csv
  rollbook attendance --from 2026-11-16 --to 2026-11-20 --department 研发部 市场部/品牌组
  rollbook attendance --from 2026-11-20 --to 2026-11-20 --kind records --format json
  rollbook attendance --ghosts             of the last 30 days, where no days are given

The CSV opens in Excel as it is. Every call counts towards DingTalk's monthly quota. Exit 5 when a part could not be read.`,
  seal: `
Examples:
  rollbook seal --new-key ~/rollbook.key   once: a key; its public half goes into .recipients
  rollbook seal --check                    what stands in clear? (exit 2: something does)
  rollbook seal                            seal all of it, in place
  rollbook seal --user lilei --field mobile < number.txt

Only apply and reseal open values, with the key in ROLLBOOK_AGE_KEY, or its file in ROLLBOOK_AGE_KEY_FILE.`,
  reseal: `
Examples:
  rollbook reseal                          with ROLLBOOK_AGE_KEY, or ROLLBOOK_AGE_KEY_FILE=~/rollbook.key

After somebody was added to or taken off .recipients. The next plan is as empty as it was before.`,
  lock: `
Examples:
  rollbook lock verify                     every entry: proven, agrees, gone or contradicted; exit 3 for the last two
  rollbook lock verify --format json       for scripts
  rollbook lock rebuild                    shows the difference and asks; the former lock is kept in .rollbook/
  rollbook lock rebuild --yes              in a pipeline

Neither writes to DingTalk. rebuild also mends a lock that is missing, conflicted or damaged.`,
  emulate: `
Examples:
  rollbook emulate --seed demo
  rollbook emulate --port 8700 --state company.json
  rollbook emulate --format json           base URLs and credential as one JSON line`,
  api: `
Examples:
  rollbook api                             list all operations
  rollbook api getDepartment --describe
  rollbook api getDepartment dept_id=1
  rollbook api listUsers dept_id=1 --all
  rollbook api deleteUser userid=lilei     asks first`,
  schema: `
Examples:
  rollbook schema                          into directory/.rollbook/schema, which git ignores
  rollbook schema --out .vscode/schema     somewhere else

Your editor then offers real departments and people where a file names one. Offline; run it again after changes.`,
  codeowners: `
Examples:
  rollbook codeowners                      write .github/CODEOWNERS
  rollbook codeowners --check              for CI: exit 2 when it is not current

Logins of GitHub come from .github/rollbook-owners.yaml; rules that you wrote around our part stay.`,
  form: `
Examples:
  rollbook form                            in a workflow that an issue starts
  rollbook form --event event.json --out answer

Everything in the issue is taken for untrusted. Exit 3 and a sentence for the sender when it cannot be carried out.`,
  explain: `
Examples:
  rollbook explain limit-exceeded
  rollbook explain 60021`,
  completion: `
Examples:
  rollbook completion bash > /etc/bash_completion.d/rollbook
  rollbook completion zsh > "\${fpath[1]}/_rollbook"`,
}
