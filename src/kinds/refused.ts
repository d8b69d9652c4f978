import type { Gap, Ref } from '../core/model.ts'
import { DingTalkError } from '../dingtalk/error.ts'

/**
 * What a call answers, or undefined where DingTalk says that what was asked about does not exist.
 *
 * @throws every other failure.
 */
export async function unlessAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof DingTalkError && error.action === 'absent') return undefined
    throw error
  }
}

/**
 * The hole that a refused read of one thing leaves: it disappeared meanwhile, or the app may not see it (50002, 50004).
 * `gone` and `hidden` say so of it.
 *
 * @throws the error itself where it says nothing about this one thing.
 */
export function holeOf(error: unknown, ref: Ref, { gone, hidden }: { gone: string; hidden: string }): Gap {
  if (error instanceof DingTalkError) {
    const refs = [ref]
    if (error.action === 'absent') return { code: 'changed-while-reading', message: gone, refs }
    if (error.code === '50004' || error.code === '50002') return { code: 'scope', message: hidden, refs }
  }
  throw error
}
