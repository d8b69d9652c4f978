import { contract } from './contract.ts'
import { requestFields } from './field.ts'
import type { Operation, OperationId } from './operation.ts'

type Fields = { readonly [field: string]: unknown }

/**
 * The read that shows what a write is about, by the contract's `x-lookup`: `getUser` of the same userid for
 * `updateUser`. Undefined where the contract knows none, where the write does not name what it reads, and for a write
 * that is not `x-idempotent`: whether such a one was done, a look at one thing does not tell.
 */
export function lookupOf(
  operation: Operation,
  request: Fields,
): { readonly id: OperationId; readonly request: Fields } | undefined {
  if (!operation.idempotent || operation.lookup === undefined) return undefined
  const found = contract.operations[operation.lookup]
  const { id, page } = found
  const paging = page ? { [page.cursor ?? '']: page.first ?? 0, [page.size ?? '']: 1 } : {}
  const wanted = requestFields(found).filter(({ name, required }) => required && !(name in paging))
  const given = new Map(Object.entries(request).map(([name, value]) => [plain(name), value]))
  const fields = wanted.map(({ name }): [string, unknown] => {
    const value = given.get(plain(name))
    return [name, Array.isArray(value) ? value[0] : value]
  })
  if (fields.some(([, value]) => value === undefined)) return undefined
  return { id, request: { ...Object.fromEntries(fields), ...paging } }
}

/** The host's two generations spell one name `role_id`, `roleId` and, in lists, `roleIds`. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase().replace(/s$/, '')
}
