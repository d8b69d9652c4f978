import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { ImportReport } from '../core/import-report.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import { adopt, emptyLock } from '../core/lockfile.ts'
import { type Proof, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import type { Personal } from '../core/personal.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { sealOf } from '../core/sealed-text.ts'
import type { Client } from '../dingtalk/client.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { type DraftOwner, type ImportDraft, openDraft } from '../io/import-draft.ts'
import { loadDirectory } from '../io/load.ts'
import { writeLock } from '../io/lockfile.ts'
import { putInPlace, refuseInUse, writeFiles } from '../io/new-directory.ts'
import { type SaveOptions, saveDirectory } from '../io/save/directory.ts'
import { kinds } from '../kinds/index.ts'
import { keptMembers, settleLock } from './apply.ts'
import { draw } from './draw.ts'
import { writeMarks } from './import-mark.ts'
import { type Open, openPlan } from './open-plan.ts'
import { fingerprintsOf } from './plan.ts'
import { sealableFields, sealerOf } from './seal.ts'

export type { ImportDraft } from '../io/import-draft.ts'
export { DirectoryInUse } from '../io/new-directory.ts'

/** What becomes of personal values in the files. */
export type PersonalChoice = 'omit' | 'seal' | 'clear'

export interface ImportInput {
  readonly directory: string
  readonly client: Client
  readonly credential: { readonly clientId: string; readonly clientSecret: string }
  readonly layout: SaveOptions['layout']
  /** Mobiles, and everything else that is personal: mails, telephones. */
  readonly mobiles: PersonalChoice
  readonly contacts: PersonalChoice
  /** Written into `rollbook.yaml`: the company that these files are for, and the language of its plans. */
  readonly corp?: string
  readonly language: 'zh' | 'en'
  /** Put our mark on departments that carry none: the only thing that an import ever writes to DingTalk. */
  readonly mark?: boolean
  readonly onMark?: (done: number, total: number) => void
  /** Called once with how many people DingTalk counts: each of them is read in detail, which takes most of the time. */
  readonly onCount?: (people: number) => void
  /** What an earlier import left that was broken off, where the client takes and keeps answers. */
  readonly draft?: ImportDraft
}

/** What was imported, and how whole the read was. */
export interface Imported extends ImportReport {
  readonly proof: Proof
}

/**
 * A living company → files and lock. Writes nothing to DingTalk but the marks, where they are asked for, and nothing
 * into the folder before all is read: the files are made beside it, loaded and planned as the next plan would be, and
 * then put in place, the lock last.
 *
 * @throws DirectoryInUse, IncompleteRead; InvalidDirectory where values are to be sealed and the folder's `.recipients`
 * names nobody; DingTalkError where DingTalk cannot be read at all.
 */
export async function importCompany(input: ImportInput): Promise<Imported> {
  await refuseInUse(input.directory)
  if (input.onCount) tellCount(input.client, input.onCount)
  const nothing = { directory: {}, previously: {} }
  const snapshot = await fetchSnapshot(input.client, kinds, nothing, emptyLock, { whole: true })
  // From here on nothing is read any more: either it is all there, or it does not hold together and is read anew.
  input.draft?.discard()
  if (snapshot.reading.gaps.length > 0) throw new IncompleteRead(snapshot.reading.gaps)
  const sealed = await sealPersonal(input, snapshot)
  const reveal: Reveal = (of, field, value) => {
    const choice = choiceOf(input, field)
    return choice === 'clear' ? plainly(value) : sealed.get(placeKey(of, field))?.seal?.text
  }
  const saved = saveDirectory(snapshot, { layout: input.layout, reveal })

  const target = resolve(input.directory)
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.import-`))
  try {
    await writeFiles(draft, new Map([...saved.files, ['rollbook.yaml', settingsText(input)]]))
    const desired = await loadDirectory(draft, { language: input.language })
    if (desired.problems.length > 0) throw new InvalidDirectory(desired.problems)
    const world = {
      kinds,
      refresh: 'full' as const,
      desired,
      snapshot,
      saved: [],
      waiting: [],
      corp: desired.settings.corp,
      language: input.language,
      fingerprintOf: fingerprintsOf(input),
    }
    const { plan: first } = draw({ ...world, lock: emptyLock })
    const lock = {
      ...adopt(
        emptyLock,
        first.adopted.map(({ ref, id }) => ({ ref, id })),
      ),
      corp: first.corp,
    }
    const open: Open = async (values) =>
      values.flatMap((one) => {
        const value = sealed.get(placeKey(one.ref, one.field))
        return value === undefined ? [] : [{ sealed: one, value }]
      })
    const known = { ...world, lock }
    const made = await openPlan(known, draw(known), draw, open)
    await writeLock(draft, settleLock(lock, made, [], keptMembers(made)))
    const marks = input.mark ? await writeMarks(input.client, lock, snapshot, input.onMark) : undefined
    await refuseInUse(input.directory)
    await putInPlace(draft, target)
    const { counts, leftOut } = saved
    const { changes } = made.plan
    const imported = { counts, leftOut, corp: lock.corp, proof: snapshot.reading.proof, changes }
    return marks === undefined ? imported : { ...imported, marks }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The draft of an import into this directory, for the client to take answers from and keep them in. */
export function importDraft(directory: string, owner: DraftOwner): ImportDraft {
  return openDraft(resolve(directory), owner, Date.now)
}

/** Asks by a call of its own, which nothing waits for: without an answer, progress has no end in sight, and that is all. */
function tellCount(client: Client, onCount: (people: number) => void): void {
  client.call('countUsers', { only_active: false }).then(
    ({ result }) => onCount(Number(result?.count ?? 0)),
    () => {},
  )
}

type Reveal = SaveOptions['reveal']

function choiceOf({ mobiles, contacts }: ImportInput, field: string): PersonalChoice {
  if (field === 'init_password') return 'omit'
  return field.includes('mobile') ? mobiles : contacts
}

/**
 * The values that are to be sealed, each under its seal. They are sealed before anything is written: no file ever held
 * them in clear.
 */
async function sealPersonal(input: ImportInput, snapshot: Snapshot): Promise<ReadonlyMap<string, Personal>> {
  const asked: { readonly of: Ref; readonly field: string; readonly value: Personal }[] = []
  const ask: Reveal = (of, field, value) => {
    const fits = of.kind === 'user' && sealableFields.includes(field)
    if (fits && choiceOf(input, field) === 'seal') asked.push({ of, field, value })
    return undefined
  }
  saveDirectory(snapshot, { layout: input.layout, reveal: ask })
  if (asked.length === 0) return new Map()
  const seal = await sealerOf(input.directory, { corp: input.corp ?? null, language: input.language })
  const sealed = new Map<string, Personal>()
  for (const { of, field, value } of asked)
    sealed.set(placeKey(of, field), value.under(sealOf(await seal(of.key, field, plainly(value)))))
  return sealed
}

/** As HR people write it: a mobile of China without its country code. */
export function plainly(value: Personal): string {
  return value.reveal().replace(/^\+86-/, '')
}

function settingsText({ corp, language }: ImportInput): string {
  return `version: 1\n${corp === undefined ? '' : `corp: ${corp}\n`}language: ${language}\n`
}
