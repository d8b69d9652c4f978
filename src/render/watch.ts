import { dayInChina } from '../core/day.ts'
import { type Attributed, happened, type WatchReport } from '../core/watch.ts'
import { forJson, forTerminal } from './escape.ts'
import { patchJson } from './json.ts'
import { changeSentence, speechOf } from './sentences.ts'
import { watchReportWords } from './words/watch.ts'
import type { Language } from './words.ts'

/** A report for people: under whoever did it, what happened in DingTalk. */
export function renderWatchReport({ changes, unmanaged, cause, plan }: WatchReport, language: Language): string {
  const turned = changes.map(({ change }) => happened(change))
  const speech = speechOf({ ...plan, changes: turned }, language)
  const words = watchReportWords(language)
  const told = ({ by, at }: Attributed) => ({
    who: by === null ? null : words.operator(by),
    time: at === null ? null : minuteInChina(at),
  })
  const blocks = new Map<string, string[]>()
  const add = (author: Attributed, line: string) => {
    const head = cause === 'full' && author.by === null && author.at === null ? words.found : words.by(told(author))
    blocks.set(head, [...(blocks.get(head) ?? []), `  ${forTerminal(line)}`])
  }
  changes.forEach((each, index) => {
    const change = turned[index]
    if (change !== undefined) add(each, changeSentence(change, speech))
  })
  for (const each of unmanaged) add(each, words.unmanaged(speech.names.of(each)))
  return `${[...blocks].map(([head, lines]) => [forTerminal(head), ...lines].join('\n')).join('\n')}\n`
}

/** A report as one line of JSON, `rollbook.watch/1`. The changes are those of a plan: they lead from DingTalk to the files. */
export function watchJson({ time, cause, changes, unmanaged, plan }: WatchReport): string {
  const document = {
    format: 'rollbook.watch/1',
    time: new Date(time).toISOString(),
    corp: plan.corp,
    cause,
    changes: changes.map(({ change: { action, ref, place, patch }, state, ...author }) => ({
      ...(state !== undefined && { state }),
      action,
      kind: ref.kind,
      key: ref.key,
      ...(place !== undefined && { file: place.file, line: place.line }),
      patch: patchJson(patch),
      ...authorJson(author),
    })),
    unmanaged: unmanaged.map(({ kind, key, name, ...author }) => ({
      kind,
      key,
      ...(name !== undefined && { name }),
      ...authorJson(author),
    })),
  }
  return `${forJson(document, 0)}\n`
}

function authorJson({ by, at }: Attributed) {
  return {
    ...(by !== null && { by: { userid: by.userid, ...(by.name !== null && { name: by.name }) } }),
    ...(at !== null && isTime(at) && { at: moment(at) }),
  }
}

/** A time of an event as a day and a minute in China; null for one that nobody could have meant. */
export function minuteInChina(at: number): string | null {
  return isTime(at) ? `${dayInChina(at)} ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)}` : null
}

/** The same in UTC, for machines (ISO 8601). */
export function moment(at: number): string | null {
  return isTime(at) ? new Date(at).toISOString() : null
}

/** An event may say any number; of five-digit years nobody knows how to write them. */
function isTime(at: number): boolean {
  return at < 253_402_300_800_000
}
