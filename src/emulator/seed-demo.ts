import { addFounder, type Build, syntheticMobile } from './founder.ts'
import type { State } from './state.ts'

/** Departments of the demo, parents first: name, parent's name, head. */
const departments = [
  ['总经办', '', 'hanmeimei'],
  ['研发部', '', 'lilei'],
  ['后端组', '研发部', 'zhaoqiang'],
  ['前端组', '研发部', 'sunli'],
  ['市场部', '', 'zhoujie'],
  ['品牌组', '市场部', ''],
  ['财务部', '', 'wumin'],
  ['人力资源部', '', 'zhengshuang'],
] as const

/** People of the demo: userid, name, departments, title, manager. */
const people = [
  ['hanmeimei', '韩梅梅', '总经办', '副总经理', 'manager01'],
  ['linxiao', '林晓', '总经办', '总经理助理', 'hanmeimei'],
  ['lilei', '李雷', '研发部', '研发总监', 'hanmeimei'],
  ['gaoyuan', '高原', '研发部', '架构师', 'lilei'],
  ['zhaoqiang', '赵强', '后端组', '后端负责人', 'lilei'],
  ['qianwei', '钱伟', '后端组', '高级工程师', 'zhaoqiang'],
  ['wangfang', '王芳', '后端组', '工程师', 'zhaoqiang'],
  ['liuyang', '刘洋', '后端组', '工程师', 'zhaoqiang'],
  ['chenjing', '陈静', '后端组,前端组', '测试工程师', 'zhaoqiang'],
  ['yangfan', '杨帆', '后端组', '运维工程师', 'zhaoqiang'],
  ['sunli', '孙丽', '前端组', '前端负责人', 'lilei'],
  ['huangbo', '黄波', '前端组', '高级工程师', 'sunli'],
  ['xuting', '徐婷', '前端组', '工程师', 'sunli'],
  ['maxin', '马欣', '前端组', '设计师', 'sunli'],
  ['zhoujie', '周杰', '市场部', '市场总监', 'hanmeimei'],
  ['zhuling', '朱玲', '市场部', '渠道经理', 'zhoujie'],
  ['hujun', '胡军', '市场部', '销售', 'zhoujie'],
  ['guoli', '郭丽', '市场部', '销售', 'zhoujie'],
  ['heping', '何平', '品牌组', '品牌经理', 'zhoujie'],
  ['luoyi', '罗艺', '品牌组', '文案', 'heping'],
  ['liangchen', '梁晨', '品牌组,前端组', '视觉设计', 'heping'],
  ['wumin', '吴敏', '财务部', '财务总监', 'hanmeimei'],
  ['songjia', '宋佳', '财务部', '会计', 'wumin'],
  ['tanghao', '唐浩', '财务部', '出纳', 'wumin'],
  ['xieyun', '谢云', '财务部', '会计', 'wumin'],
  ['zhengshuang', '郑爽', '人力资源部', '人力资源总监', 'hanmeimei'],
  ['fengxue', '冯雪', '人力资源部', '招聘专员', 'zhengshuang'],
  ['dengchao', '邓超群', '人力资源部', '薪酬专员', 'zhengshuang'],
  ['caoyang', '曹阳', '人力资源部', '员工关系', 'zhengshuang'],
] as const

/** Roles of the demo: group, name, holders. */
const roles = [
  ['岗位', '会计', 'songjia,xieyun'],
  ['岗位', '出纳', 'tanghao'],
  ['岗位', '人事', 'zhengshuang,fengxue,dengchao'],
  ['职级', 'P7', 'gaoyuan,zhaoqiang,sunli'],
  ['职级', 'M3', 'lilei,zhoujie,wumin'],
] as const

/** A company of about thirty people, small enough to know by heart. */
export function demo(state: State, build: Build): void {
  const ids = new Map([['', 1]])
  addFounder(state, build)
  departments.forEach(([name, parent], at) => {
    // One department belongs to another system, which left its own mark on it.
    const mark = name === '财务部' ? { source_identifier: 'erp-finance-001' } : {}
    const request = { name, parent_id: ids.get(parent), order: String((at + 1) * 10), ...mark }
    ids.set(name, idOf(build('createDepartment', request)['result']))
  })
  people.forEach(([userid, name, places, title, manager], at) => {
    const number = String(at + 1)
    build('createUser', {
      userid,
      name,
      mobile: syntheticMobile(at + 1),
      dept_id_list: places.split(',').map((place) => ids.get(place)),
      title,
      manager_userid: manager,
      job_number: number.padStart(4, '0'),
      email: `${userid}@example.com`,
      work_place: at % 3 === 0 ? '杭州' : '上海',
      hired_date: Date.UTC(2021, at % 12, 1 + (at % 28), -8),
      ...(at % 4 === 0 && { extension: { 工位: `A-${number.padStart(3, '0')}` } }),
    })
  })
  for (const [name, , head] of departments) {
    if (head) build('updateDepartment', { dept_id: ids.get(name), dept_manager_userid_list: [head] })
  }
  const groups = new Map<string, unknown>()
  for (const [group, roleName, holders] of roles) {
    if (!groups.has(group)) groups.set(group, build('createRoleGroup', { name: group })['groupId'])
    const { roleId } = build('createRole', { groupId: groups.get(group), roleName })
    build('addRolesForEmployees', { roleIds: [roleId], userIds: holders.split(',') })
  }
}

function idOf(result: unknown): number {
  return (result as { dept_id: number }).dept_id
}
