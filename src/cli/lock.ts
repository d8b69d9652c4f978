import { type Proposal, rebuild } from '../commands/lock-rebuild.ts'
import { verifyLock } from '../commands/lock-verify.ts'
import type { PlanInput } from '../commands/plan.ts'
import { renderRebuilt, renderVerified } from '../render/lock.ts'
import { lockRebuildJson, lockVerifyJson } from '../render/lock-json.ts'
import { type Language, wordsOf } from '../render/words.ts'
import { EXIT, UsageError } from './exit.ts'
import { confirmed, connect, progressOf, type Session } from './session.ts'
import { doorWords } from './words.ts'

/** `rollbook lock verify` and `rollbook lock rebuild`. */
export async function lockDoor(session: Session, options: Record<string, unknown>, action: string): Promise<number> {
  return action === 'rebuild' ? rebuildDoor(session, options['yes'] === true) : verifyDoor(session)
}

async function verifyDoor(session: Session): Promise<number> {
  const verified = await reading(session, (input) => verifyLock(input))
  const { format } = session.options
  session.print(
    format === 'json' ? lockVerifyJson(verified) : renderVerified(verified, look(session, verified.language)),
  )
  return verified.sound ? EXIT.done : EXIT.refused
}

async function rebuildDoor(session: Session, yes: boolean): Promise<number> {
  if (!yes && !session.interactive) throw new UsageError(doorWords(session.language).needsYes)
  const show = (proposal: Proposal) => {
    if (session.options.format !== 'json')
      session.print(`${renderRebuilt(proposal, look(session, proposal.language))}\n`)
  }
  const { proposal, end, backup } = await reading(session, (input, done) =>
    rebuild({
      ...input,
      now: () => new Date(),
      async approve(made) {
        done()
        show(made)
        return yes || confirmed(wordsOf(made.language).lock.rebuild.ask)
      },
    }),
  )
  const words = wordsOf(proposal.language).lock.rebuild
  if (end === 'refused') show(proposal)
  if (session.options.format === 'json') session.print(lockRebuildJson(proposal, end, backup))
  else if (end === 'same') session.print(`${words.same}\n`)
  else if (end === 'declined') session.note(`${doorWords(proposal.language).declined}\n`)
  else if (end === 'written') session.print(`${backup === undefined ? words.written : words.saved({ file: backup })}\n`)
  return end === 'refused' ? EXIT.refused : EXIT.done
}

/** Runs something that reads DingTalk, with a count of the calls on stderr until it is done with reading. */
async function reading<T>(session: Session, work: (input: PlanInput, done: () => void) => Promise<T>): Promise<T> {
  const progress = await progressOf(session)
  const label = doorWords(session.language).reading
  let calls = 0
  const { client, credential } = await connect(session, () => {
    calls += 1
    progress.update({ label, done: calls })
  })
  try {
    const { directory, lang } = session.options
    const input = { directory, client, credential, ...(lang !== undefined && { language: lang }) }
    return await work(input, () => progress.end())
  } finally {
    progress.end()
    await client.close()
  }
}

function look({ options, color }: Session, language: Language) {
  const { directory, format } = options
  const suffix = directory === 'directory' ? '' : ` -d ${directory}`
  return {
    language,
    color,
    format: format === 'markdown' ? ('markdown' as const) : ('text' as const),
    command: (verb: string) => `rollbook ${verb}${suffix}`,
  }
}
