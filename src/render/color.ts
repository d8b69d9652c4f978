import { Chalk } from 'chalk'

/** The few styles that text uses; each gives its text back unchanged where colour is off. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly danger: (text: string) => string
  readonly warning: (text: string) => string
  readonly added: (text: string) => string
  readonly changed: (text: string) => string
}

/** Styles for a terminal, or none: whether to colour (NO_COLOR, `--no-color`, a pipe) is the caller's to know. */
export function palette(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    danger: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    added: (text) => chalk.green(text),
    changed: (text) => chalk.cyan(text),
  }
}
