import { doubts, type Marks, type ProofInput } from '../core/prove.ts'
import type { Client } from '../dingtalk/client.ts'
import type { AnyKind } from '../kinds/kind.ts'

/** Calls under way at once, as in every other read. */
const WIDTH = 12

/**
 * The markers that the lock's proof needs and the read did without: of departments whose name or place differs from the
 * files, and, where those carry none of ours, of a few that could be meant instead. One call each; none in a plan in
 * which every department is where the files have it.
 */
export async function readMarks(
  client: Client,
  kinds: readonly AnyKind[],
  input: Omit<ProofInput, 'marks' | 'kinds'>,
): Promise<Marks> {
  const marks = new Map<string, string | null | undefined>()
  const readMark = kinds.find((kind) => kind.readMark !== undefined)?.readMark
  if (readMark === undefined) return marks
  for (;;) {
    const wanted = doubts({ ...input, kinds, marks }).slice(0, WIDTH)
    if (wanted.length === 0) return marks
    await Promise.all(wanted.map(async (id) => marks.set(id, await readMark(client, id))))
  }
}
