import type { Scene } from './check-scene.ts'
import type { Place } from './model.ts'
import { type Finding, finding, type Words } from './problem.ts'
import { suggestions } from './suggest.ts'
import { isEntries, members } from './value.ts'

const PEOPLE_LISTS = ['dept_manager_userid_list', 'user_permits', 'outer_permit_users']
const DEPARTMENT_LISTS = ['dept_permits', 'outer_permit_depts']

/** Every mention of a department or a person leads to one. */
export function checkReferences(scene: Scene): Finding[] {
  const findings: Finding[] = []
  const suggest = suggestions(scene)
  const check = {
    person(key: string, at: () => Place) {
      if (!scene.users.has(key) && !scene.mayExist(key)) findings.push(unknownPerson(key, at(), suggest.person(key)))
    },
    department(key: string, at: () => Place) {
      if (!scene.departments.has(key) && !scene.mayExist(key))
        findings.push(unknownDepartment(key, at(), suggest.department(key)))
    },
  }
  for (const [key, settings] of scene.settingsOf) {
    for (const field of PEOPLE_LISTS)
      for (const person of members(settings[field]))
        check.person(person, () => scene.at('department-settings', key, field, person))
    for (const field of DEPARTMENT_LISTS)
      for (const department of members(settings[field]))
        check.department(department, () => scene.at('department-settings', key, field, department))
    const owner = settings['org_dept_owner']
    if (typeof owner === 'string') check.person(owner, () => scene.at('department-settings', key, 'org_dept_owner'))
  }
  for (const [key, user] of scene.users) {
    for (const department of members(user['dept_id_list']))
      if (department !== user['main'])
        check.department(department, () => scene.at('user', key, 'dept_id_list', department))
    const manager = user['manager_userid']
    if (typeof manager === 'string') check.person(manager, () => scene.at('user', key, 'manager_userid'))
  }
  for (const [key, role] of scene.roles)
    for (const person of members(role['members'])) {
      check.person(person, () => scene.at('role', key, 'members', person))
      const member = isEntries(role['members']) ? role['members'][person] : undefined
      const field = `members.${person}.scope`
      for (const department of members(isEntries(member) ? member['scope'] : undefined))
        check.department(department, () => scene.at('role', key, field, department))
    }
  const { departed, protected: shielded, subtrees } = scene.settings
  if (departed !== null) check.department(departed, () => scene.at('settings', '/', 'departed'))
  // Whoever's file is gone is still protected, and a department that is dissolved still has its limits.
  for (const person of shielded.users)
    if (!scene.managed('user', person)) check.person(person, () => scene.at('settings', '/', 'protected.users', person))
  const named = [
    ...shielded.departments.map((key) => ['protected.departments', key] as const),
    ...Object.keys(subtrees).map((key) => ['subtrees', key] as const),
  ]
  for (const [field, department] of named) {
    const at = () => scene.at('settings', '/', field, department)
    if (field === 'subtrees' && department === '/') findings.push(rootLimits(at()))
    else if (!scene.managed('department', department)) check.department(department, at)
  }
  return findings
}

function unknownPerson(key: string, place: Place, meant: string | undefined): Finding {
  const en: Words = [
    `nobody in the directory has the userid "${key}"`,
    meant ? `write ${meant}, if that is what you mean` : 'write the userid of a person in departments/',
  ]
  const zh: Words = [
    `通讯录里没有 userid 为“${key}”的员工`,
    meant ? `如果想写的是 ${meant}，请改过来` : '请写 departments/ 里某位员工的 userid',
  ]
  return finding(place, 'unknown-person', en, zh)
}

function unknownDepartment(key: string, place: Place, meant: string | undefined): Finding {
  const en: Words = [
    `there is no department "${key}"`,
    meant ? `write ${meant}, if that is what you mean` : 'write its path below departments/, or its key',
  ]
  const zh: Words = [
    `没有“${key}”这个部门`,
    meant ? `如果想写的是 ${meant}，请改过来` : '请写它在 departments/ 下的路径，或它的 key',
  ]
  return finding(place, 'unknown-department', en, zh)
}

function rootLimits(place: Place): Finding {
  return finding(
    place,
    'invalid-value',
    ['the root department is the whole company, which has its limits already', 'write them under limits'],
    ['根部门就是全公司，全公司的限额另有地方', '请写在 limits 下面'],
  )
}
