import { Chalk } from 'chalk'

/** The few styles that text uses; each gives its text back unchanged where colour is off. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly danger: (text: string) => string
  readonly warning: (text: string) => string
  readonly added: (text: string) => string
  readonly changed: (text: string) => string
  readonly command: (text: string) => string
}

/** Styles for a terminal, or none: whether to colour (NO_COLOR, `--no-color`, a pipe) is the caller's to know. */
export function palette(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    danger: chalk.red,
    warning: chalk.yellow,
    added: chalk.green,
    changed: chalk.cyan,
    command: chalk.bold,
  }
}
