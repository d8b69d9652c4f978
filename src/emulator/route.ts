import { contract } from '../dingtalk/contract.ts'
import type { Operation } from '../dingtalk/operation.ts'

/** What a method and path lead to. */
export type Route =
  | { readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> }
  | {
      readonly operation: null
      readonly host: Operation['host']
      readonly otherMethod?: Operation['method']
      readonly parameters?: undefined
    }

const routes = Object.values(contract.operations).map((operation) => ({
  operation,
  parts: operation.path.split('/'),
}))

/** The operation of the contract that a request means. Literal paths win over those with parameters. */
export function route(method: string, path: string): Route {
  const parts = path.split('/')
  const fitting = routes
    .filter((candidate) => fits(candidate.parts, parts))
    .sort((a, b) => Number(a.operation.path.includes('{')) - Number(b.operation.path.includes('{')))
  const exact = fitting.find(({ operation }) => operation.method === method)
  if (exact) return { operation: exact.operation, parameters: parametersOf(exact.parts, parts) }
  const other = fitting[0]?.operation.method
  const host = /^\/v\d+\.\d+\//.test(path) ? 'api' : 'oapi'
  return { operation: null, host, ...(other !== undefined && { otherMethod: other }) }
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at])
}

function parametersOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> {
  const named = pattern.flatMap((part, at) =>
    part.startsWith('{') ? [[part.slice(1, -1), unescaped(parts[at] ?? '')] as const] : [],
  )
  return Object.fromEntries(named)
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
