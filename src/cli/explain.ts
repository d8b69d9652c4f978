import { explain } from '../commands/explain.ts'
import { EXIT } from './exit.ts'
import type { Session } from './session.ts'

/** `rollbook explain <code>`. */
export async function explainDoor(session: Session, _options: object, code: string): Promise<number> {
  const { known, text } = explain(code, session.language)
  if (known) session.print(`${text}\n`)
  else session.complain(`${text}\n`)
  return known ? EXIT.done : EXIT.usage
}
