import type { Desired } from '../core/desired.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Ref, Snapshot } from '../core/model.ts'
import { type Invited, isReaddressed, type Waiting, wentTo } from '../core/pending.ts'
import type { Fingerprint } from '../core/settle.ts'
import type { Client } from '../dingtalk/client.ts'
import type { AnyKind } from '../kinds/kind.ts'

/** What judging invitations needs: the files, the lock and what was read. */
export interface PendingInput {
  readonly client: Client
  readonly kinds: readonly AnyKind[]
  readonly desired: Pick<Desired, 'directory'>
  readonly lock: Lockfile
  readonly snapshot: Snapshot
  readonly fingerprintOf: (ref: Ref) => Fingerprint
}

/** What is known before the plan is made, which adds where they stand and what names them. */
export type Unaccepted = Omit<Waiting, 'named' | 'place'>

/**
 * What became of the invitations that the lock remembers. Whoever accepted is in the lists by userid; as it is not
 * documented that the userid asked for survives until then, DingTalk is also asked who has the mobile. That costs one
 * call for each who is not there.
 */
export async function readInvitations(input: PendingInput): Promise<readonly Unaccepted[]> {
  const { lock, kinds } = input
  const found: Unaccepted[] = []
  for (const kind of kinds)
    for (const [key, invited] of Object.entries(lock.pending?.[kind.name] ?? {})) {
      const judged = await judge(input, kind, { kind: kind.name, key }, invited)
      if (judged !== null) found.push(judged)
    }
  return found
}

async function judge(
  { client, desired, snapshot, fingerprintOf }: PendingInput,
  kind: AnyKind,
  ref: Ref,
  invited: Invited,
): Promise<Unaccepted | null> {
  if (snapshot.remotes[kind.name]?.has(ref.key)) return null
  const { since } = invited
  const model = desired.directory[kind.name]?.[ref.key]
  if (model === undefined)
    return isRenamed(kind, desired, invited, fingerprintOf(ref)) ? null : { ref, since, state: 'withdrawn' }
  const invitee = kind.invitee?.(model)
  const id = invitee === undefined ? undefined : await kind.findInvitee?.(client, invitee)
  if (id !== undefined && id !== ref.key) return { ref, since, state: 'elsewhere', id }
  const readdressed = isReaddressed(invited, invitee, fingerprintOf(ref))
  return { ref, since, state: readdressed ? 'readdressed' : 'invited' }
}

/** Whether the files have the same mobile under another userid: that is how somebody is told who got one of DingTalk's. */
function isRenamed(
  kind: AnyKind,
  { directory }: PendingInput['desired'],
  invited: Invited,
  fingerprint: Fingerprint,
): boolean {
  return Object.values(directory[kind.name] ?? {}).some((model) => wentTo(invited, kind.invitee?.(model), fingerprint))
}
