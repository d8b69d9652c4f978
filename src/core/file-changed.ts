/**
 * A pull that died while it wrote cannot be finished: somebody has edited `file` since. `stage` is the folder that holds
 * the rest of it; both are below the company folder. `written` of `files` files are as they were to be.
 */
export class PullInterrupted extends Error {
  override name = 'PullInterrupted'
  readonly file: string
  readonly stage: string
  readonly written: number
  readonly files: number

  constructor(file: string, stage: string, { written, files }: { readonly written: number; readonly files: number }) {
    super(`an interrupted pull waits in ${stage}, and ${file} was changed since`)
    this.file = file
    this.stage = stage
    this.written = written
    this.files = files
  }
}

/** A file was changed by somebody else between reading and writing; it was left as it is. */
export class FileChanged extends Error {
  override name = 'FileChanged'
  readonly file: string

  constructor(file: string) {
    super(`${file} was changed by somebody else in the meantime`)
    this.file = file
  }
}
