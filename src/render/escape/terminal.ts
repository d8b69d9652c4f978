import { halves, lineBreaks, unseen } from './unseen.ts'

/**
 * Sequences that a terminal obeys, as a whole, so that no `[31m` is left of them: those that set something (CSI), and
 * those that carry a text of their own, such as links and titles (OSC, DCS, SOS, PM, APC). Every alternative stops
 * where the next sequence begins, so that the search is linear in the text.
 */
const sequences =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u0090\u0098\u009C-\u009F]*(?:\u0007|\u001B\\|\u009C)/g

/** Text that a terminal only prints: one line, no control, escape or direction characters. */
export function forTerminal(text: string): string {
  return text.replace(sequences, '').replace(lineBreaks, ' ').replace(unseen, '').replace(halves, '\uFFFD')
}
