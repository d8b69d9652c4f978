import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Desired } from '../core/desired.ts'
import type { ImportReport, LeftOut } from '../core/import-report.ts'
import { IncompleteRead } from '../core/incomplete-read.ts'
import { adopt, emptyLock, type Lockfile } from '../core/lockfile.ts'
import { type Adoption, type Ids, type Proof, placeKey, type Ref, type Snapshot } from '../core/model.ts'
import type { Personal } from '../core/personal.ts'
import { InvalidDirectory } from '../core/problem.ts'
import { sealOf } from '../core/sealed-text.ts'
import type { Client } from '../dingtalk/client.ts'
import { fetchSnapshot } from '../io/fetch.ts'
import { type DraftOwner, type ImportDraft, openDraft } from '../io/import-draft.ts'
import { loadDirectory } from '../io/load.ts'
import { writeLock } from '../io/lockfile.ts'
import { putInPlace, refuseInUse, writeNew } from '../io/new-directory.ts'
import { type Saved, type SaveOptions, saveDirectory } from '../io/save/directory.ts'
import { refusedFields } from '../io/save/refused.ts'
import { yamlText } from '../io/save/text.ts'
import { kinds } from '../kinds/index.ts'
import { keptMembers, settleLock } from './apply.ts'
import { type Drawn, draw } from './draw.ts'
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

  const target = resolve(input.directory)
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.import-`))
  try {
    const { saved, made, lock } = await makeDirectory(input, { snapshot, sealed, reveal }, draft)
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

/** What the files are made of. */
interface Company {
  readonly snapshot: Snapshot
  readonly sealed: ReadonlyMap<string, Personal>
  readonly reveal: Reveal
}

interface Made {
  readonly saved: Saved
  readonly made: Drawn
  readonly lock: Lockfile
}

/**
 * The files in a folder, and what their next plan says. DingTalk holds together what files may not, and which fields those
 * are the loader knows best: what it complains about is left out, and the files are made once more.
 */
async function makeDirectory(input: ImportInput, company: Company, folder: string): Promise<Made> {
  const withheld: LeftOut[] = []
  for (;;) {
    const saved = await writeDirectory(input, company, folder, withheld)
    const desired = await loadDirectory(folder, { language: input.language })
    try {
      return { saved, ...(await planOf(input, company, desired, saved.ids)) }
    } catch (error) {
      if (!(error instanceof InvalidDirectory)) throw error
      const known = new Set(withheld.map(({ ref, field }) => placeKey(ref, field)))
      const refused = refusedFields(error.problems, desired.places).filter(
        ({ ref, field }) => !known.has(placeKey(ref, field)),
      )
      if (refused.length === 0) throw error
      withheld.push(...refused)
      await rm(folder, { recursive: true })
      await mkdir(folder)
    }
  }
}

async function writeDirectory(
  input: ImportInput,
  { snapshot, reveal }: Company,
  folder: string,
  withheld: readonly LeftOut[],
): Promise<Saved> {
  await writeNew(folder, 'rollbook.yaml', settingsText(input))
  const files = saveDirectory(snapshot, { layout: input.layout, reveal, withheld })
  for (;;) {
    const next = files.next()
    if (next.done) return next.value
    await writeNew(folder, next.value.path, yamlText(next.value.content))
  }
}

/** The plan of what was loaded, and the lock with which it is the next one. */
async function planOf(
  input: ImportInput,
  { snapshot, sealed }: Company,
  desired: Desired,
  ids: Ids,
): Promise<Omit<Made, 'saved'>> {
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
  const lock = { ...adopt(emptyLock, [...adoptions(ids, desired)]), corp: desired.settings.corp }
  const open: Open = async (values) =>
    values.flatMap((one) => {
      const value = sealed.get(placeKey(one.ref, one.field))
      return value === undefined ? [] : [{ sealed: one, value }]
    })
  const known = { ...world, lock }
  return { made: await openPlan(known, draw(known), draw, open), lock }
}

/** Everything that was written comes under management, and settings where the files state any; the root is everybody's. */
function* adoptions(ids: Ids, desired: Desired): Iterable<Adoption> {
  for (const { name, settingOf = name } of kinds)
    for (const [key, id] of Object.entries(ids[settingOf] ?? {}))
      if (key !== '/' && desired.directory[name]?.[key] !== undefined) yield { ref: { kind: name, key }, id }
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
  for (const _ of saveDirectory(snapshot, { layout: input.layout, reveal: ask }));
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
