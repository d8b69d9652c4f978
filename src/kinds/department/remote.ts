import type { ResponseOf } from '../../dingtalk/operation.ts'

/** What getDepartment answers: the only source of order, visibility, managers and marker (contract, 2026-06-08). */
export type DepartmentDetail = NonNullable<ResponseOf<'getDepartment'>['result']>

/** A department as read: from its parent's list, and in detail where something managed needs it. */
export interface DepartmentRemote {
  readonly id: number
  readonly name: string
  /** Absent for the root. */
  readonly parent?: number
  readonly detail?: DepartmentDetail
  /** From an associated organisation: read-only there, and never ours. */
  readonly foreign: boolean
}

/** The id of the root department, in every company. */
export const ROOT = 1

/** The marker that we leave on a department, and read to recognise it. */
export function markerOf(key: string): string {
  return `rollbook:${key}`
}

/** The key that a marker names; null for a marker of somebody else, or none. */
export function keyOfMarker(marker: string | undefined): string | null {
  return marker?.startsWith('rollbook:') ? marker.slice('rollbook:'.length) : null
}
