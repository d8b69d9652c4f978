import { approvalSchema } from '../core/approval-schema.ts'
import { type JsonSchema, published } from '../core/json-schema.ts'
import { liveSchema, nameable } from '../core/live-schema.ts'
import { ownersSchema } from '../core/owners-schema.ts'
import { settingsSchema } from '../core/settings-schema.ts'
import { loadDirectory } from '../io/load.ts'
import { writeOutput } from '../io/output.ts'
import { workspacePath } from '../io/workspace.ts'
import { departmentSchema } from '../kinds/department/schema.ts'
import { rolesSchema } from '../kinds/role/schema.ts'
import { peopleFileSchema } from '../kinds/user/schema.ts'

/** A schema of files that people write, by the name under which it is published. */
export const fileSchemas: { readonly [name: string]: JsonSchema } = {
  department: departmentSchema,
  person: peopleFileSchema,
  roles: rolesSchema,
  rollbook: settingsSchema,
  approval: approvalSchema,
  owners: ownersSchema,
}

/** Where the schemas went, and how much they offer, the root department not counted. */
export interface LiveSchemas {
  readonly folder: string
  readonly files: readonly string[]
  readonly offered: { readonly departments: number; readonly people: number; readonly roles: number }
  /** How many things are wrong with the files: what they are about may be missing in the lists. */
  readonly problems: number
}

/**
 * Writes schemas that know this directory. By default into `.rollbook/schema`, which git ignores: the lists change with
 * every joiner, so committed ones would be old in every other branch and collide in every merge; an editor that can use
 * them stands beside a command line that can write them.
 */
export async function writeSchemas({ directory, out }: { directory: string; out?: string }): Promise<LiveSchemas> {
  const desired = await loadDirectory(directory)
  const known = nameable(desired.directory)
  const folder = out ?? workspacePath(directory, 'schema')
  const files = Object.keys(fileSchemas).map((name) => `${name}.schema.json`)
  for (const [name, schema] of Object.entries(fileSchemas)) {
    const live = published(liveSchema(schema, known))
    await writeOutput(folder, `${name}.schema.json`, `${JSON.stringify(live, null, 2)}\n`)
  }
  const offered = { departments: known.department.length - 1, people: known.user.length, roles: known.role.length }
  return { folder, files, offered, problems: desired.problems.length }
}
