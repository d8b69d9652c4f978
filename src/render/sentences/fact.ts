import type { Words } from '../words.ts'

/** A section of a plan as people read it; the order of `sectionOrder` is the order of risk. */
export type SectionId = keyof Words['sections']

/** Where a sentence belongs. A change that says several things gives several facts. */
export interface Fact {
  readonly section: SectionId
  readonly text: string
}

/** Sections in the order in which they are printed: what cannot be taken back first, what changes nothing last. */
export const sectionOrder = [
  'refused',
  'approved',
  'gaps',
  'dissolved',
  'leavers',
  'deletedRoles',
  'replaced',
  'identity',
  'mind',
  'invited',
  'sealed',
  'movers',
  'changedDepartments',
  'newDepartments',
  'newRoles',
  'joiners',
  'editedPeople',
  'editedDepartments',
  'other',
  'left',
  'kept',
  'adopted',
  'unmanaged',
] as const satisfies readonly SectionId[]
