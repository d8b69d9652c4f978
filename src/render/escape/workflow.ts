import { forActionLog } from './log.ts'
import { halves, unseen } from './unseen.ts'

/** Commands that leave a note beside a file, or fold lines of the log; no others are ours to give. */
type Command = 'notice' | 'warning' | 'error' | 'group' | 'endgroup' | 'add-mask'

/**
 * One command to the runner of GitHub Actions, as a line of its own: `::error file=a.yaml,line=3::text`. For the Action,
 * which notes problems beside the lines of a pull request. The text keeps its line breaks, encoded.
 */
export function workflowCommand(
  command: Command,
  properties: { readonly [name in 'file' | 'line' | 'col' | 'title']?: string | number },
  text: string,
): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${command}${given.length > 0 ? ` ${given.join(',')}` : ''}::${data(text)}\n`
}

function data(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(unseen, keepBreaks)
  const encoded = lines.replace(halves, '\uFFFD').replaceAll('%', '%25').replaceAll('\n', '%0A')
  return forActionLog(encoded)
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function keepBreaks(found: string): string {
  return found === '\n' ? found : ''
}
