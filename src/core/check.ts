import { checkDepartments } from './check-departments.ts'
import { checkPeople } from './check-people.ts'
import { checkReferences } from './check-references.ts'
import { checkRoles } from './check-roles.ts'
import { type CheckInput, type CheckLimits, sceneOf } from './check-scene.ts'
import type { Finding } from './problem.ts'

/**
 * What no single file can show: names that lead nowhere, values that only one may have, cycles, and the ceilings that
 * DingTalk sets on departments and people together. Everything that its server is known to refuse is said here, offline
 * and with a line, instead of in the middle of an apply.
 */
export function check(input: CheckInput, limits: CheckLimits): Finding[] {
  const scene = sceneOf(input)
  return [
    ...checkReferences(scene),
    ...checkDepartments(scene, limits),
    ...checkPeople(scene, limits),
    ...checkRoles(scene),
  ]
}
