import { join } from 'node:path'
import type { JsonSchema } from '../core/json-schema.ts'
import { type Finding, finding, type Words } from '../core/problem.ts'
import { readBytes } from './load-files.ts'
import { MAX_BYTES } from './load-scan.ts'
import { type Locate, validate } from './load-schema.ts'
import { readOrdinary } from './read-file.ts'
import { readYaml } from './yaml.ts'

/** One YAML file outside of a company folder, read and judged like those inside. */
export interface ReadManifest<T> {
  readonly manifest: T | undefined
  readonly findings: readonly Finding[]
  readonly place: Locate
}

/** Reads the file and holds it against its schema; `missing` says what to do where there is none. */
export function readManifest<T>(
  root: string,
  path: string,
  schema: JsonSchema,
  missing: { readonly en: Words; readonly zh: Words },
): ReadManifest<T> {
  const top = () => ({ file: path, line: 1, column: 1 })
  if (readText(root, path) === undefined)
    return { manifest: undefined, findings: [finding(top(), 'file-not-readable', missing.en, missing.zh)], place: top }
  const bytes = readBytes(root, path)
  if (!Buffer.isBuffer(bytes)) return { manifest: undefined, findings: [bytes], place: top }
  const yaml = readYaml(path, bytes)
  if (yaml.broken) return { manifest: undefined, findings: yaml.findings, place: yaml.place }
  const { manifest, findings } = validate<T>(schema, yaml.data ?? {}, yaml.place)
  return { manifest, findings: [...yaml.findings, ...findings], place: yaml.place }
}

/** The text of a file; undefined where there is none. */
export function readText(root: string, path: string): string | undefined {
  try {
    return readOrdinary(join(root, path), MAX_BYTES).toString('utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
