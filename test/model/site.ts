import { cpSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Applied } from '../../src/commands/apply.ts'
import { rebuild } from '../../src/commands/lock-rebuild.ts'
import { InvalidDirectory } from '../../src/core/problem.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { contract } from '../../src/dingtalk/contract.ts'
import { DingTalkError } from '../../src/dingtalk/error.ts'
import type { Company } from '../../src/emulator/company.ts'
import type { Emulator } from '../../src/emulator/server.ts'
import { LOCK_FILE } from '../../src/io/lockfile.ts'
import { READ_LAG } from '../../src/io/look.ts'
import { type FileTree, writeFiles } from '../support/files.ts'
import { cutOff } from '../sweep/death.ts'
import type { CutPoint } from '../sweep/front.ts'
import { applied, planned, restore, withClient } from '../sweep/world.ts'

/** The real system of a model run: one DingTalk, and one directory that a crash leaves as it was at that moment. */
export class Site {
  readonly emulator: Emulator
  /** How each apply ended: its end, `refused: <codes>`, `error: <message>`, `crashed`, `cut off` or `met`. */
  readonly ends: string[] = []
  #folder: string
  /** DingTalk's time and that of whoever applies; waiting takes none of ours. */
  readonly clock: Clock
  readonly #folders: Set<string>
  readonly #began: number

  private constructor(emulator: Emulator, clock: Clock, folder: string) {
    this.emulator = emulator
    this.clock = clock
    this.#folder = folder
    this.#folders = new Set([folder])
    this.#began = emulator.log.length
  }

  /** Begins in a company as it is in `company`; the emulator, which has that clock, may have been through other runs. */
  static async open(emulator: Emulator, clock: Clock, company: Company, files: FileTree): Promise<Site> {
    const site = new Site(restore(emulator, company), clock, await newFolder())
    await site.calm()
    await writeFiles(site.folder, files)
    return site
  }

  get folder(): string {
    return this.#folder
  }

  /** Writes the files in place of those that were there; the lock and the journal stay. */
  async write(files: FileTree): Promise<void> {
    for (const name of ['departments', 'roles']) await rm(join(this.folder, name), { recursive: true, force: true })
    await writeFiles(this.folder, files)
  }

  async lock(): Promise<string | undefined> {
    return readFile(join(this.folder, LOCK_FILE), 'utf8').catch(() => undefined)
  }

  plan() {
    return planned(this.emulator, this.folder, this.clock)
  }

  /** Applies; an error that a person would see is an end like any other. */
  async apply(): Promise<Applied | undefined> {
    return this.#ended(applied(this.emulator, this.folder, this.clock))
  }

  /** Makes the lock anew from DingTalk and the files: the way out when it is refused. */
  async rebuild(): Promise<void> {
    const work = withClient(
      this.emulator,
      (input) => rebuild({ directory: this.folder, ...input, approve: async () => true, now: () => new Date() }),
      this.clock,
    )
    this.ends.push(
      await work.then(
        ({ end }) => `lock ${end}`,
        (error) => `error: ${nameOf(error)}`,
      ),
    )
  }

  /**
   * Applies, and loses the connection at the nth write. A process that `dies` with it leaves on disk what is there at
   * that moment; one that lives on makes of it what it can.
   */
  async cut(nth: number, point: CutPoint, dies: boolean): Promise<void> {
    const left = await this.#newFolder()
    const { struck, result } = await cutOff(this.emulator, this.folder, this.clock, { nth, point, dies, left })
    if (!struck) await this.#ended(asPromise(result))
    else this.ends.push(dies ? 'crashed' : 'cut off')
    if (struck && dies) this.#folder = left
  }

  /** Two appliers with a copy each; one of the two copies is what goes on. */
  async meet(run: (emulator: Emulator, first: string, second: string) => Promise<void>, keeps: number): Promise<void> {
    const copy = await this.#newFolder()
    // A journal never leaves the machine that it was written on.
    cpSync(this.folder, copy, { recursive: true, filter: (path) => !path.includes('.rollbook') })
    await run(this.emulator, this.folder, copy)
    this.ends.push('met')
    if (keeps % 2 === 1) this.#folder = copy
  }

  /** How many requests may have written something. */
  get written(): number {
    return this.emulator.log.slice(this.#began).filter(({ operation }) => {
      const { effect, area } = operation === null ? { effect: 'read', area: '' } : contract.operations[operation]
      return effect !== 'read' && area !== 'auth'
    }).length
  }

  /** Waits until reads show everything that was written. */
  rest(): Promise<void> {
    return this.clock.sleep(READ_LAG)
  }

  /** Ends all trouble with DingTalk. */
  async calm(): Promise<void> {
    this.emulator.clearFaults()
    this.emulator.state.scope = { departments: [1], users: [] }
    await this.rest()
  }

  async close(): Promise<void> {
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true })
  }

  async #ended(run: Promise<Applied>): Promise<Applied | undefined> {
    try {
      const result = await run
      this.ends.push(endOf(result))
      return result
    } catch (error) {
      this.ends.push(`error: ${nameOf(error)}`)
      return undefined
    }
  }

  async #newFolder(): Promise<string> {
    const folder = await newFolder()
    this.#folders.add(folder)
    return folder
  }
}

const asPromise = <T>(result: PromiseSettledResult<T>): Promise<T> =>
  result.status === 'fulfilled' ? Promise.resolve(result.value) : Promise.reject(result.reason)

function endOf({ end, plan, outcomes }: Applied): string {
  if (end === 'refused') return `refused: ${[...new Set(plan.refusals.map(({ code }) => code))].sort().join(', ')}`
  const failed = outcomes.flatMap((outcome) => {
    if (outcome.status !== 'failed') return []
    const { action, ref } = outcome.change
    return [`${action} ${ref.kind} ${nameOf(outcome.error)}`]
  })
  return failed.length === 0 ? end : `${end}: ${[...new Set(failed)].sort().join(', ')}`
}

/** What kind of trouble it was, without anything that differs from one time to the next. */
function nameOf(error: unknown): string {
  if (error instanceof DingTalkError) return error.code
  if (error instanceof InvalidDirectory) return error.problems.map(({ code }) => code).join(', ')
  return error instanceof Error ? `${error.name} ${error.message}` : String(error)
}

const newFolder = () => mkdtemp(join(tmpdir(), 'rollbook-model-'))
