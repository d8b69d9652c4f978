import type { Place, Value } from '../core/model.ts'
import type { PullReport } from '../core/pull-report.ts'
import { forJson } from './escape.ts'
import { printable } from './json.ts'

/** A pull as one JSON document, `rollbook.pull/1`. Personal values mask themselves. */
export function pullJson(report: PullReport): string {
  const { corp, base, written, taken, conflicts, notTaken, intended, unmanaged, same, files, changes } = report
  const document = {
    format: 'rollbook.pull/1',
    corp,
    base: { from: base.from, ...(base.commit !== undefined && { commit: base.commit }) },
    written,
    taken: taken.map(({ ref, what, change, place }) => ({
      ...ref,
      what,
      action: change.action,
      ...at(place),
      patch: change.patch.map(({ op, path, value }) => ({
        op,
        path,
        ...(value !== undefined && { value: printable(value, path.split('/').at(-1) ?? '') }),
      })),
    })),
    conflicts: conflicts.map(({ ref, place, fields }) => ({
      ...ref,
      ...at(place),
      fields: fields
        .filter(({ state }) => state === 'conflict')
        .map(({ path, files: stated, actual, base: then }) => ({
          path,
          ...side('files', stated, path),
          ...side('actual', actual, path),
          ...side('base', then, path),
        })),
    })),
    notTaken: notTaken.map(({ ref, why, field, names, problem }) => ({
      ...ref,
      why,
      ...(field !== undefined && { field }),
      ...(names !== undefined && { names }),
      ...(problem !== undefined && { problem: { code: problem.code, ...at(problem), message: problem.message } }),
    })),
    intended,
    unmanaged: unmanaged.map(({ kind, key }) => ({ kind, key })),
    same,
    files,
    changes,
  }
  return `${forJson(document)}\n`
}

function side(name: 'files' | 'actual' | 'base', value: Value | undefined, path: readonly string[]) {
  return value === undefined ? {} : { [name]: printable(value, path.at(-1) ?? '') }
}

function at(place: Place | undefined) {
  return place === undefined ? {} : { file: place.file, line: place.line }
}
