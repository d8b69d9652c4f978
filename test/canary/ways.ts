import { heldUntil, killedAt } from './cut.ts'
import type { Parrot } from './parrot.ts'
import { loaded, looks, type Stage } from './stage.ts'
import { secrets, sorts, userid } from './values.ts'

/** One way in which runs can go. */
export interface Way {
  readonly name: string
  /** The environment that the way needs. */
  readonly env?: NodeJS.ProcessEnv
  /** What stands between the program and DingTalk. */
  readonly parrot?: Parrot
  prepare?(stage: Stage): Promise<unknown> | unknown
  /** Exit codes that show that it went this way. */
  readonly ends: { readonly [command: string]: number }
}

const [calm] = looks as [(typeof looks)[number]]
const applied = ({ run }: Stage) => run(['apply', '--yes'], calm)
const folder = 'departments/部门61'

/** A person's file with one line instead of the mobile's. */
const withLine = (n: number, line: string) => `userid: wrong${n}\nname: 错误${n}\n${line}\nemail: ${sorts.email(n)}\n`

/** Ways to break a file at the very line where a mobile, a mail or a password stands. */
const brokenLines: readonly ((n: number) => string)[] = [
  (n) => `mobile: "${sorts.mobile(n)}`,
  (n) => `mobile: '${sorts.mobile(n)}' ${sorts.mobile(n)}`,
  (n) => `mobile:${sorts.mobile(n)}`,
  (n) => `mobile: &${sorts.mobile(n)} x`,
  (n) => `mobile: *${sorts.mobile(n)}`,
  (n) => `mobile: !${sorts.mobile(n)} x`,
  (n) => `mobile: ${sorts.mobile(n)}: ${sorts.email(n)}`,
  (n) => `mobile: [${sorts.mobile(n)}`,
  (n) => `mobile: "${sorts.mobile(n)}\\q"`,
  (n) => `\tmobile: ${sorts.mobile(n)}`,
  (n) => `mobile: ${sorts.mobile(n)}\nmobile: ${sorts.mobile(n)}`,
  (n) => `${sorts.mobile(n)}: x\n${sorts.mobile(n)}: y`,
  (n) => `mobile: @${sorts.mobile(n)}`,
  (n) => `mobile: ${sorts.mobile(n)}\u0007`,
  (n) => `<<<<<<< ${sorts.mobile(n)}\nmobile: ${sorts.mobile(n)}\n=======\nmobile: ${sorts.mobile(n + 1)}\n>>>>>>> x`,
  (n) => `--- ${sorts.mobile(n)}\n%${sorts.email(n)}`,
  (n) => `  mobile: ${sorts.mobile(n)}`,
  (n) => `{mobile:${sorts.mobile(n)}, init_password:${sorts.init_password(n + 40)}}`,
]

/** Fields in which a value stands that belongs into another one. */
const misplaced: readonly ((n: number) => string)[] = [
  (n) => `manager_userid: ${sorts.mobile(n)}`,
  (n) => `manager_userid: ${sorts.email(n)}`,
  (n) => `${sorts.mobile(n)}: mobile`,
  (n) => `${sorts.email(n)}: email`,
  (n) => `order: ${sorts.mobile(n)}x`,
  (n) => `order: ${sorts.email(n)}`,
  (n) => `hired_date: ${sorts.mobile(n)}-${sorts.mobile(n)}`,
  (n) => `hide_mobile: ${sorts.mobile(n)}`,
  (n) => `senior_mode: ${sorts.email(n)}`,
  (n) => `also: [{department: ${sorts.mobile(n)}}]`,
  (n) => `also: ${sorts.mobile(n)}`,
  (n) => `extension: [${sorts.mobile(n)}]`,
  (n) => `extension: mobile:${sorts.mobile(n)}`,
  (n) => `replace: ${sorts.mobile(n)}`,
  (n) => `mobile: {number: ${sorts.mobile(n)}}`,
  (n) => `mobile: [${sorts.mobile(n)}, ${sorts.mobile(n)}]`,
  (n) => `mobile: ${sorts.mobile(n)}${sorts.mobile(n)}`,
  (n) => `mobile: tel ${sorts.mobile(n)}`,
  (n) => `mobile: ${sorts.mobile(n)}\nemail: ${sorts.mobile(n)}`,
  (n) => `exclusive_account_type: ${sorts.mobile(n)}`,
  (n) => `init_password: "${'9'.repeat(3)}"\nremark: [${sorts.init_password(n + 40)}]`,
  (n) => `moble: ${sorts.mobile(n)}`,
  (n) => `userid: ${sorts.email(n)} ${sorts.mobile(n)}`,
]

function files(lines: readonly ((n: number) => string)[], from = 1) {
  return Object.fromEntries(
    lines.map((line, index) => [`${folder}/wrong${index}.yaml`, withLine(from + index, line(from + index))]),
  )
}

const answer = (body: unknown) => ({ body: JSON.stringify(body) })
const page = (echo: string) => ({ headers: { 'content-type': 'text/html' }, body: `<html><p>${echo}</p></html>` })
/** Some people of each sort, whom the parrot lets nobody make. */
const parroted = [1, 2, 41, 101, 141].map(userid).concat('x')
/** Answers what makes them, and what `api` asks by a mobile. */
const toWrites =
  (said: (echo: string) => ReturnType<Parrot>): Parrot =>
  ({ operation, user, echo }) =>
    (operation === 'createUser' && parroted.includes(user)) || operation === 'getUserIdByMobile'
      ? said(echo)
      : undefined
const toReads =
  (said: (echo: string) => ReturnType<Parrot>): Parrot =>
  ({ effect, echo }) =>
    effect === 'read' ? said(echo) : undefined

/** Every way, from what goes well to what breaks. */
export const ways: readonly Way[] = [
  { name: 'all goes well', ends: { plan: 0, apply: 0 } },
  { name: 'nothing is left to do', prepare: applied, ends: { plan: 0, apply: 0 } },
  { name: 'in an Action', env: { GITHUB_ACTIONS: 'true' }, ends: { apply: 0 } },
  {
    name: 'somebody changed values in DingTalk',
    async prepare(stage) {
      await applied(stage)
      for (const n of [1, 2, 101])
        stage.place.emulator.console('updateUser', { userid: userid(n), email: `drifted${n}@mail.example` } as never)
    },
    ends: { apply: 0 },
  },
  {
    name: 'files that are broken at the line of a value',
    prepare: ({ edit }) => edit(files(brokenLines)),
    ends: { validate: 4, plan: 4, apply: 4, seal: 4, reseal: 4 },
  },
  {
    name: 'values in the wrong place',
    prepare: ({ edit }) => edit(files(misplaced)),
    ends: { validate: 4, plan: 4, apply: 4 },
  },
  {
    name: 'values that somebody else has',
    prepare: ({ edit }) => edit({ 'departments/twice.yaml': withLine(1, `mobile: "${sorts.mobile(2)}"`) }),
    ends: { validate: 4, apply: 4 },
  },
  {
    name: 'values in lists of people and departments',
    prepare: ({ edit }) =>
      edit({
        [`${folder}/department.yaml`]: `managers: [${sorts.mobile(1)}, ${sorts.email(1)}]\nuser_permits: [${sorts.mobile(2)}]\n`,
        'roles/岗位.yaml': `roles:\n- {name: 会计, members: [${sorts.mobile(3)}, {person: ${sorts.email(4)}}]}\n`,
        'rollbook.yaml': `version: ${sorts.mobile(4)}\nprotected: {users: [${sorts.mobile(5)}]}\n${sorts.email(5)}: x\n`,
      }),
    ends: { validate: 4, apply: 4 },
  },
  {
    name: 'a guard refuses',
    async prepare(stage) {
      await applied(stage)
      await stage.edit({
        [`departments/部门61/person1.yaml`]: `userid: person1\nname: 员工1\nmobile: "${sorts.mobile(39)}"\n`,
      })
      const gone = Array.from({ length: 20 }, (_, index) => 20 + index)
      await stage.edit(
        Object.fromEntries(gone.map((n) => [`departments/部门${61 + ((n - 1) % 5)}/${userid(n)}.yaml`, '[]\n'])),
      )
    },
    ends: { apply: 3 },
  },
  {
    name: 'a mobile changes, and the person is made anew',
    async prepare(stage) {
      await applied(stage)
      const lines = `userid: person1\nname: 员工1\nmobile: "${sorts.mobile(39)}"\nreplace: mobile\nemail: ${sorts.email(39)}\n`
      await stage.edit({ 'departments/部门61/person1.yaml': lines, 'departments/部门64/person39.yaml': '[]\n' })
    },
    ends: { apply: 0 },
  },
  {
    name: 'DingTalk repeats the request in its refusal',
    parrot: toWrites((echo) => answer({ errcode: 60104, errmsg: echo, request_id: 'r1' })),
    ends: { apply: 5 },
  },
  {
    name: "DingTalk's gateway repeats the request in its refusal",
    parrot: toWrites((echo) => answer({ errcode: 88, sub_code: '60104', sub_msg: echo.slice(0, 400), errmsg: echo })),
    ends: { apply: 5 },
  },
  { name: 'a page repeats the request', parrot: toWrites(page), ends: { apply: 5 } },
  {
    name: 'an error page repeats the request',
    parrot: toWrites((echo) => ({ ...page(echo), status: 502 })),
    ends: { apply: 5 },
  },
  {
    name: 'an answer of another shape repeats the request',
    parrot: toWrites((echo) => answer({ errcode: 0, result: echo })),
    ends: { apply: 5 },
  },
  {
    name: 'an answer leads elsewhere, with the token',
    parrot: toWrites((echo) => ({
      status: 302,
      headers: { location: `http://127.0.0.1:9/?${encodeURIComponent(echo)}` },
      body: echo,
    })),
    ends: { apply: 5 },
  },
  { name: 'a page instead of what is read', parrot: toReads(page), ends: { plan: 1, apply: 1 } },
  {
    name: 'what is read is refused with the token',
    parrot: toReads((echo) => answer({ errcode: 60011, errmsg: echo })),
    ends: { plan: 1 },
  },
  {
    name: 'what is read has another shape',
    parrot: toReads((echo) => answer({ errcode: 0, result: [echo] })),
    ends: { plan: 1 },
  },
  {
    name: 'the credential is refused with the secret',
    parrot: ({ effect, echo }) =>
      effect === 'token' ? { status: 400, ...answer({ code: 'invalidClientIdOrSecret', message: echo }) } : undefined,
    ends: { plan: 1, apply: 1 },
  },
  {
    name: 'answers to writes are lost',
    prepare: ({ place }) => place.emulator.inject({ match: { effect: 'write' }, do: { drop: 'after' }, times: 9999 }),
    ends: { apply: 5 },
  },
  {
    name: 'answers end in the middle',
    prepare: ({ place }) => place.emulator.inject({ match: { effect: 'write' }, do: { truncate: true }, times: 9999 }),
    ends: { apply: 5 },
  },
  {
    name: 'the address is blocked',
    prepare: ({ place }) => place.emulator.inject({ match: { effect: 'write' }, do: { punish: true }, times: 999 }),
    ends: { apply: 5 },
  },
  {
    name: 'the token expires all the time',
    prepare: ({ place }) =>
      place.emulator.inject({
        match: { effect: 'write' },
        do: { refuse: { errcode: 42001, errmsg: 'access_token expired' } },
        times: 9,
      }),
    ends: { apply: 5 },
  },
  {
    name: 'a permission is missing',
    prepare: ({ place }) => place.emulator.state.missingPermissions.add('qyapi_manage_addresslist'),
    ends: { apply: 5 },
  },
  {
    name: 'nobody answers',
    env: { DINGTALK_OAPI_URL: 'http://127.0.0.1:9', DINGTALK_API_URL: 'http://127.0.0.1:9' },
    ends: { plan: 1 },
  },
  { name: 'a run was killed', prepare: (stage) => killedAt(stage, 5, 'SIGKILL'), ends: { apply: 0 } },
  { name: 'a run was interrupted', prepare: (stage) => killedAt(stage, 5, 'SIGINT'), ends: { apply: 0 } },
  { name: 'an answer does not come', prepare: (stage) => heldUntil(stage, 3), ends: { apply: 0 } },
  { name: 'a library quotes what it was given', env: loaded('quoting.mjs'), ends: { plan: 1, apply: 1 } },
  {
    name: 'a library quotes what it was given where nobody catches',
    env: {
      ...loaded('quoting.mjs'),
      NODE_OPTIONS: `${loaded('quoting.mjs')['NODE_OPTIONS']} --report-uncaught-exception`,
      CANARY_UNCAUGHT: '1',
    },
    ends: { validate: 1, plan: 1, apply: 1 },
  },
  { name: 'the disk is full', env: loaded('full.mjs'), ends: { apply: 1 } },
  {
    name: 'the lock is a mixture of two and of a file of people',
    async prepare(stage) {
      await applied(stage)
      const lock = (await stage.place.files())['rollbook.lock.json'] ?? ''
      await stage.edit({
        'rollbook.lock.json': `${lock.slice(0, 300)}\n${withLine(1, `mobile: "${sorts.mobile(1)}"`)}${lock.slice(300)}`,
      })
    },
    ends: { plan: 4, apply: 4 },
  },
  {
    name: 'the lock holds values as keys',
    prepare: ({ edit }) =>
      edit({
        'rollbook.lock.json': JSON.stringify({
          format: 'rollbook.lock/1',
          corp: null,
          resources: { user: { [sorts.mobile(1)]: { id: 'x' }, [sorts.email(1)]: { id: 'x' } } },
        }),
      }),
    ends: { plan: 4, apply: 4 },
  },
  { name: 'there is no key', env: { ROLLBOOK_AGE_KEY: '' }, ends: { apply: 4, reseal: 4 } },
  {
    name: 'the key is another one',
    prepare: ({ edit, stranger }) => edit({ '.recipients': `${stranger.recipient}\n` }),
    env: { ROLLBOOK_AGE_KEY: 'AGE-SECRET-KEY-1QQQQQQQQQQQQ' },
    ends: { apply: 64, reseal: 64 },
  },
  {
    name: 'a secret key stands among the recipients, and sealed values in wrong places',
    async prepare({ edit, holder, stranger, place }) {
      const sealed = (await place.files())['departments/sealed.yaml'] ?? ''
      const values = [...sealed.matchAll(/age:\S+/g)].map(([text]) => text)
      const swapped = sealed
        .replace(values[0] ?? '', values[3] ?? '')
        .replace(values[6] ?? '', `${values[6]?.slice(0, -9)}AAAAAAAA=`)
      await edit({
        '.recipients': `${holder.recipient}\n${holder.secret}\n${stranger.secret.toLowerCase()}\n`,
        'departments/sealed.yaml': `${swapped}- userid: plain\n  name: 明文\n  mobile: ${await holder.sealText(sorts.mobile(1))}\n`,
      })
    },
    ends: { apply: 4, reseal: 4 },
  },
  {
    name: 'Node is told to print what it does',
    env: { NODE_DEBUG: 'undici,fetch,http,https,net,tls,stream' },
    ends: { plan: 64, apply: 64 },
  },
  {
    name: 'secrets stand in the wrong variables',
    env: {
      DINGTALK_OAPI_URL: `https://app:${secrets.clientSecret}@127.0.0.1`,
      DINGTALK_API_URL: `http://dingtalk.example/?secret=${secrets.clientSecret}`,
      ROLLBOOK_RATE: secrets.userToken,
      ROLLBOOK_AGE_KEY: '',
      ROLLBOOK_AGE_KEY_FILE: '/nowhere/rollbook.key',
    },
    ends: { plan: 64, apply: 64 },
  },
]
