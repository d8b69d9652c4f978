import type { Admin, Department, Role, RoleGroup, User } from './company.ts'

/** One record as it was and as it is; absent: it was not there, it is gone. */
export interface Change<K, V> {
  readonly key: K
  readonly before?: V
  readonly after?: V
}

/** What became different in a company since somebody looked the last time. */
export interface Changes {
  readonly departments: readonly Change<number, Department>[]
  readonly users: readonly Change<string, User>[]
  readonly groups: readonly Change<number, RoleGroup>[]
  readonly roles: readonly Change<number, Role>[]
  readonly admins: readonly Change<string, Admin>[]
}

/**
 * A map that knows which of its entries were replaced, and what they were before. So whoever writes, a handler or a
 * test that acts as the console would, nothing becomes different unnoticed.
 */
export class Tracked<K, V> extends Map<K, V> {
  readonly #before = new Map<K, V | undefined>()

  override set(key: K, value: V): this {
    this.#note(key)
    return super.set(key, value)
  }

  override delete(key: K): boolean {
    this.#note(key)
    return super.delete(key)
  }

  /** The entries that were written since the last call, equal ones too, in the order in which they were written first. */
  takeChanges(): Change<K, V>[] {
    const changes = [...this.#before].flatMap(([key, before]) => {
      const after = this.get(key)
      if (before === undefined && after === undefined) return []
      return [{ key, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
    })
    this.#before.clear()
    return changes
  }

  #note(key: K): void {
    if (!this.#before.has(key)) this.#before.set(key, this.get(key))
  }
}
