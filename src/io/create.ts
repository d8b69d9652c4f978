import type { Model, Ref } from '../core/model.ts'
import { AlreadyThere, type Candidate } from '../core/recovery.ts'
import { DingTalkError } from '../dingtalk/error.ts'
import type { AnyKind, NaturalKey, Writer } from '../kinds/kind.ts'
import { type Looker, look } from './look.ts'

/** One resource to make, and what that takes. */
export interface CreateInput extends Looker {
  readonly kind: AnyKind
  readonly ref: Ref
  readonly after: Model
  readonly writer: Writer
  /** Whether something was made in this run. */
  readonly fresh: (ref: Ref) => boolean
}

/** What a create came to. `recovered`: it was there already. */
export type Made =
  | { readonly status: 'applied'; readonly id: string; readonly recovered?: true }
  | { readonly status: 'failed'; readonly error: Error; readonly id?: string }

/**
 * Makes a resource once. DingTalk gives out the ids and is not known to refuse a second department of a name, so a
 * create that cannot be told from a first one is never sent: it looks before (where the parent is not new), and after,
 * whenever the answer leaves open what was done or says that it exists. What carries our marker is ours, and so is what
 * has no marker and was not there when the plan was made; anything else is left for the next plan to show. It is sent
 * again only when DingTalk shows nothing even after the time by which its reads may lag.
 */
export async function make(input: CreateInput): Promise<Made> {
  const { kind, ref, after, writer, client } = input
  const at = kind.naturalKey(writer, ref, after)
  const place = kind.looksIn?.(after)
  if (place !== undefined && !input.fresh(place)) {
    const found = await kind.find(client, ref, at)
    const own = ours(found)
    if (own !== undefined) return { status: 'applied', id: own, recovered: true }
    if (found.length > 0)
      return {
        status: 'failed',
        error: new AlreadyThere(
          ref,
          found.map(({ id }) => id),
        ),
      }
  }
  for (let sent = 1; ; sent++) {
    try {
      return { status: 'applied', id: await kind.create(writer, ref, after) }
    } catch (error) {
      const unclear = error instanceof DingTalkError && error.outcome === 'unknown'
      const lost = unclear && error.lost === true
      const exists = error instanceof DingTalkError && error.action === 'exists'
      // Where DingTalk refuses duplicates nothing tells whose the first one is, unless we sent one before; a setting
      // cannot be looked for.
      if (kind.settingOf !== undefined || !(unclear || (exists && (place !== undefined || sent > 1)))) throw error
      const found = await lookAfter(input, at)
      const id = found && (ours(found) ?? (unclear || sent > 1 ? unmarked(found) : undefined))
      if (id !== undefined) return await resumed(input, id)
      // DingTalk shows nothing, although whatever was written must be visible by now: it was not done.
      if (found?.length !== 0 || !lost || sent >= MOST) return { status: 'failed', error: error as Error }
    }
  }
}

/** What was found may lack what would have followed the call whose answer was lost. */
async function resumed({ kind, writer, after }: CreateInput, id: string): Promise<Made> {
  try {
    await kind.resume?.(writer, id, after)
    return { status: 'applied', id, recovered: true }
  } catch (error) {
    return { status: 'failed', error: error as Error, id }
  }
}

/** Looks for what a create left; where even that fails, nothing is known, and the next run looks again. */
async function lookAfter(input: CreateInput, at: NaturalKey): Promise<readonly Candidate[] | undefined> {
  try {
    return await look(input, input.kind, input.ref, at, input.time.now())
  } catch {
    return undefined
  }
}

/** How often a create is sent at most, each time after nothing was found. */
const MOST = 5

/** The one that carries our marker; of two, nobody can tell which. */
function ours(found: readonly Candidate[]): string | undefined {
  const [own, ...others] = found.filter(({ mark }) => mark === 'ours')
  return others.length === 0 ? own?.id : undefined
}

/** The one without any marker, where there is no other of the kind. */
function unmarked(found: readonly Candidate[]): string | undefined {
  const [only, ...others] = found.filter(({ mark }) => mark === 'none')
  return others.length === 0 ? only?.id : undefined
}
