import { department } from './department/index.ts'
import { departmentSettings } from './department/settings.ts'
import type { Kind } from './kind.ts'
import { roleGroup } from './role/group.ts'
import { role } from './role/index.ts'
import { user } from './user/index.ts'

/**
 * The registry. Its order is the order of dependency: a kind may name resources of kinds above it, and of its own.
 * Adding a kind is a folder and a line here.
 */
// biome-ignore lint/suspicious/noExplicitAny: each kind knows its own remote; only it ever sees it again.
export const kinds: readonly Kind<any>[] = [department, user, departmentSettings, roleGroup, role]
