/** A file was changed by somebody else between reading and writing; it was left as it is. */
export class FileChanged extends Error {
  override name = 'FileChanged'
  readonly file: string

  constructor(file: string) {
    super(`${file} was changed by somebody else in the meantime`)
    this.file = file
  }
}
