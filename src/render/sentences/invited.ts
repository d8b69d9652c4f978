import type { Plan } from '../../core/model.ts'
import type { Waiting } from '../../core/pending.ts'
import type { Line } from '../sentences.ts'
import type { Speech } from './values.ts'

/** So many of what goes without somebody stand for all of it. */
const few = 5

/** One line for each who was invited and is not there: since when, what goes without them, and what to do. */
export function invitedLines({ waiting }: Pick<Plan, 'waiting'>, speech: Speech): Line[] {
  const { words, names } = speech
  return waiting.map((each) => {
    const named = each.named.map(names.of)
    const without = words.first(named.slice(0, few), Math.max(0, named.length - few))
    const under = [...(named.length > 0 ? [words.invited.without(without)] : []), ...nextLines(each, speech)]
    return { text: textOf(each, speech), ...(under.length > 0 && { under }), ...(each.place && { place: each.place }) }
  })
}

function textOf({ state, ref, since, id = '' }: Waiting, { words, names }: Speech): string {
  const name = names.of(ref)
  return state === 'elsewhere' ? words.invited.elsewhere({ name, id }) : words.invited[state]({ name, since })
}

function nextLines({ state, id = '' }: Waiting, { words }: Speech): string[] {
  const { elsewhereNext, readdressedNext, withdrawnNext } = words.invited
  if (state === 'elsewhere') return [words.advice(elsewhereNext(id))]
  if (state === 'readdressed') return [words.advice(readdressedNext)]
  return state === 'withdrawn' ? [words.advice(withdrawnNext)] : []
}
