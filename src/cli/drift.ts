import { drift } from '../commands/drift.ts'
import { countDrift } from '../core/drift.ts'
import { changedBy } from '../events/changed-by.ts'
import { driftJson } from '../render/drift-json.ts'
import { renderDriftMarkdown } from '../render/drift-markdown.ts'
import { renderDrift } from '../render/drift-text.ts'
import { EXIT } from './exit.ts'
import { applyCommand, withDingTalk } from './plan.ts'
import type { Session } from './session.ts'

/** `rollbook drift`: what was changed in DingTalk since the last apply, apart from what was changed in the files. */
export async function driftDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { base } = options
  const named = typeof base === 'string' ? { base } : {}
  const found = await withDingTalk(session, (input) =>
    drift({ ...input, ...named, changedBy: changedBy(input.directory) }),
  )
  const { color, width, options: common } = session
  const language = common.lang ?? found.desired.settings.language
  const outlook = { language, apply: applyCommand(session, { refresh: 'full' }) }
  session.print(
    common.format === 'json'
      ? driftJson(found.drift)
      : common.format === 'markdown'
        ? renderDriftMarkdown(found.drift, { ...outlook, limit: Number.POSITIVE_INFINITY }).text
        : renderDrift(found.drift, { ...outlook, color, width }),
  )
  if (!found.sure) return EXIT.refused
  const counts = countDrift(found.drift.differences)
  return counts.drift + counts.conflict > 0 ? EXIT.changes : EXIT.done
}
