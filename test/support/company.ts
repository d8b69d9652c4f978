import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Applied, type ApplyInput, apply } from '../../src/commands/apply.ts'
import type { Planned } from '../../src/commands/draw.ts'
import { type Drifted, type DriftInput, drift } from '../../src/commands/drift.ts'
import { type PlanInput, plan } from '../../src/commands/plan.ts'
import { Client, type Stats } from '../../src/dingtalk/client.ts'
import type { Clock } from '../../src/dingtalk/clock.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/server.ts'
import { type FileTree, temporaryFolder, writeFiles } from './files.ts'

/** A directory on disk and the DingTalk it belongs to: real files, real HTTP, one client per command as in real life. */
export interface Company {
  readonly folder: string
  readonly emulator: Emulator
  plan(more?: Pick<PlanInput, 'base' | 'refresh'>): Promise<Planned & { readonly stats: Stats }>
  drift(more?: Pick<DriftInput, 'base' | 'changedBy' | 'only'>): Promise<Drifted & { readonly stats: Stats }>
  apply(
    more?: Partial<Pick<ApplyInput, 'stopped' | 'planHash' | 'reviewed' | 'secrets' | 'base' | 'refresh'>>,
  ): Promise<Applied & { readonly stats: Stats }>
  /** Writes files over the directory. */
  edit(files: FileTree): Promise<void>
  lock(): Promise<string>
  close(): Promise<void>
}

/** Starts an emulator (unlimited rate unless said otherwise) and a folder for its directory. */
export async function startCompany(
  options: {
    readonly folder?: string
    readonly files?: FileTree
    readonly emulator?: EmulatorOptions
    /** An emulator that runs already, for a second copy of a directory; whoever started it closes it. */
    readonly shared?: Emulator
    readonly rate?: number
    /** Time and chance of the client and of apply; real ones when left out. */
    readonly clock?: Clock
  } = {},
): Promise<Company> {
  const emulator = options.shared ?? (await startEmulator({ rate: Number.POSITIVE_INFINITY, ...options.emulator }))
  const folder = options.folder ?? (await temporaryFolder())
  if (options.files !== undefined) await writeFiles(folder, options.files)
  const { oapiUrl, apiUrl, clientId, clientSecret } = emulator
  const credential = { clientId, clientSecret }

  async function withClient<T extends object>(work: (client: Client) => Promise<T>): Promise<T & { stats: Stats }> {
    const client = new Client({
      oapiUrl,
      apiUrl,
      ...credential,
      rate: options.rate ?? 10_000,
      ...(options.clock && { clock: options.clock }),
    })
    try {
      return { ...(await work(client)), stats: structuredClone(client.stats) }
    } finally {
      await client.close()
    }
  }
  return {
    folder,
    emulator,
    plan: (more = {}) => withClient((client) => plan({ directory: folder, client, credential, ...more })),
    drift: (more = {}) => withClient((client) => drift({ directory: folder, client, credential, ...more })),
    apply: (more = {}) =>
      withClient((client) =>
        apply({
          directory: folder,
          client,
          credential,
          approve: async () => true,
          ...(options.clock && { time: options.clock }),
          ...more,
        }),
      ),
    edit: (files) => writeFiles(folder, files),
    lock: () => readFile(join(folder, 'rollbook.lock.json'), 'utf8'),
    close: async () => {
      if (options.shared === undefined) await emulator.close()
    },
  }
}
