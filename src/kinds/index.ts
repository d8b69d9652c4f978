import { department } from './department/index.ts'
import { departmentSettings } from './department/settings.ts'
import type { AnyKind } from './kind.ts'
import { roleGroup } from './role/group.ts'
import { role } from './role/index.ts'
import { user } from './user/index.ts'

/**
 * The registry. Its order is the order of dependency: a kind may name resources of kinds above it, and of its own.
 * Adding a kind is a folder and a line here.
 */
export const kinds: readonly AnyKind[] = [department, user, departmentSettings, roleGroup, role]
