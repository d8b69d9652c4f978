import type { ImportReport } from '../core/import-report.ts'

/** An import as one JSON document, `rollbook.import/1`. */
export function importJson({ corp, counts, leftOut, changes, marks }: ImportReport, directory: string): string {
  const document = {
    format: 'rollbook.import/1',
    corp,
    directory,
    ...counts,
    leftOut: leftOut.map(({ ref, ...more }) => ({ ...ref, ...more })),
    changes: changes.length,
    ...(marks !== undefined && { marks }),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
