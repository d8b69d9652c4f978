import { addFounder, type Build, syntheticMobile } from './founder.ts'
import type { State } from './state.ts'

const PEOPLE_PER_DEPARTMENT = 12
const FAN_OUT = 8

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜']
const given = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '磊',
  '洋',
  '艳',
  '勇',
  '杰',
  '晓明',
  '思远',
  '雨桐',
  '子涵',
  '欣怡',
  '浩然',
]
const fields = ['研发', '市场', '销售', '客服', '运营', '财务', '人事', '采购', '物流', '质量', '法务', '行政']
const titles = ['工程师', '高级工程师', '经理', '主管', '专员', '助理', '顾问', '设计师']
const roleNames = ['安全员', '会计', '采购员', '面试官', '值班经理', '内训师'] as const

/**
 * A company of so many people, the founder counted in: a department for every twelve, eight below each, heads, managers,
 * and people in two departments. Everything follows from the numbers, so it is the same every time.
 */
export function generated(state: State, build: Build, people: number): void {
  if (people < 1) return
  addFounder(state, build)
  const departments: number[] = []
  for (let at = 0; at < Math.ceil((people - 1) / PEOPLE_PER_DEPARTMENT); at++) {
    const parent = at < FAN_OUT ? 1 : departments[Math.floor(at / FAN_OUT) - 1]
    const name = `${pick(fields, at)}${at + 1}部`
    const { result } = build('createDepartment', { name, parent_id: parent, order: String(at + 1) })
    departments.push((result as { dept_id: number }).dept_id)
  }
  const heads = new Map<number, string>()
  for (let at = 1; at < people; at++) {
    const place = Math.floor((at - 1) / PEOPLE_PER_DEPARTMENT)
    const id = departments[place] ?? 1
    const userid = `u${String(at).padStart(6, '0')}`
    const superior = place < FAN_OUT ? 'manager01' : heads.get(departments[Math.floor(place / FAN_OUT) - 1] ?? 1)
    const manager = heads.get(id) ?? superior
    if (!heads.has(id)) heads.set(id, userid)
    const second = departments[(place * 7 + 3) % departments.length] ?? id
    const also = at % 20 === 0 && second !== id ? second : undefined
    build('createUser', {
      userid,
      name: `${pick(surnames, at * 7)}${pick(given, at * 3 + place)}`,
      mobile: syntheticMobile(at),
      dept_id_list: also === undefined ? [id] : [id, also],
      title: pick(titles, at * 5),
      job_number: String(at).padStart(6, '0'),
      manager_userid: manager,
      ...(at % 2 === 0 && { email: `${userid}@example.com` }),
      ...(at % 3 === 0 && { dept_order_list: [{ dept_id: id, order: String(at * 10) }] }),
      ...(also !== undefined && { dept_title_list: [{ dept_id: also, title: '兼任' }] }),
      ...(at % 5 === 0 && { extension: { 工位: `${pick([...'ABCD'], at)}-${String(at % 1000).padStart(3, '0')}` } }),
      ...(at % 4 === 0 && { hired_date: Date.UTC(2021, at % 36, 1, -8), work_place: '杭州' }),
    })
  }
  for (const [id, head] of heads) build('updateDepartment', { dept_id: id, dept_manager_userid_list: [head] })
  grant(build, people)
}

function grant(build: Build, people: number): void {
  const { groupId } = build('createRoleGroup', { name: '岗位' })
  roleNames.forEach((roleName, at) => {
    const { roleId } = build('createRole', { groupId, roleName })
    const holders: string[] = []
    for (let person = at + 1; person < people; person += 25) holders.push(`u${String(person).padStart(6, '0')}`)
    for (let from = 0; from < holders.length; from += 20) {
      build('addRolesForEmployees', { roleIds: [roleId], userIds: holders.slice(from, from + 20) })
    }
  })
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T
}
