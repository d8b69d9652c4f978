import type { FileTree } from '../support/files.ts'

/** A company that has been lived in, and the same one after a year in which everything happened that can happen. */

const limits = [
  'users.remove',
  'users.move',
  'users.change',
  'users.replace',
  'departments.remove',
  'members.remove',
  'managers.change',
  'roles.remove',
]

/** Everything may be deleted, and no limit stops so large a change. */
export const permissive = [
  'version: 1\ncorp: dingcorp0001\nlanguage: en\n',
  'deletions: {users: enabled, departments: enabled, roles: enabled}\nlimits:\n',
  ...limits.map((name) => `  ${name}: {floor: 1000, percent: 100, ceiling: 5000}\n`),
].join('')

/** One person of a list; `number` makes a mobile that belongs to nobody. */
function person(userid: string, name: string, number: number, more = ''): string {
  return `- {userid: ${userid}, name: ${name}, mobile: "100${String(number).padStart(8, '0')}"${more && `, ${more}`}}\n`
}

/** The company as it is in DingTalk and in the lock when the change begins. */
export const before: FileTree = {
  'rollbook.yaml': permissive,
  'departments/总经办/people.yaml': person('boss', '陈总', 1, 'title: 总经理') + person('aide', '孙助', 2),
  'departments/研发部/department.yaml': 'key: rd\norder: 10\nmanagers: [lilei]\n',
  'departments/研发部/people.yaml':
    person('lilei', '李雷', 3, 'title: 总监, manager_userid: boss') + person('hanmei', '韩梅', 4, 'title: 工程师'),
  'departments/研发部/后端组/department.yaml': 'key: be\norder: 11\nmanagers: [zhaoqiang]\n',
  'departments/研发部/后端组/people.yaml':
    person('zhaoqiang', '赵强', 5, 'manager_userid: lilei') +
    person('qianyi', '钱一', 6, 'title: 工程师') +
    person('suner', '孙二', 7, 'also: [{department: 市场部, title: 顾问}]'),
  'departments/研发部/前端组/department.yaml': 'key: fe\norder: 12\nhide_dept: true\ndept_permits: [be]\n',
  'departments/研发部/前端组/people.yaml': person('lisan', '李三', 8) + person('zhousi', '周四', 9, 'job_number: 007'),
  'departments/研发部/测试组/department.yaml': 'key: qa\norder: 13\n',
  'departments/研发部/测试组/people.yaml': person('wuwu', '吴五', 10),
  'departments/市场部/department.yaml': 'order: 20\nmanagers: [zhoujie]\n',
  'departments/市场部/people.yaml':
    person('zhoujie', '周杰', 11, 'email: zhoujie@example.com') + person('zhengliu', '郑六', 12),
  'departments/市场部/公关组/people.yaml': person('wangqi', '王七', 13),
  'departments/销售部/department.yaml': 'order: 30\nmanagers: [fengba]\n',
  'departments/销售部/people.yaml': person('fengba', '冯八', 14, 'manager_userid: boss'),
  'departments/销售部/华东区/department.yaml': 'key: east\norder: 31\n',
  'departments/销售部/华东区/people.yaml': person('chenjiu', '陈九', 15, 'manager_userid: fengba'),
  'departments/销售部/华南区/department.yaml': 'key: south\norder: 32\n',
  'departments/销售部/华南区/people.yaml': person('chushi', '褚十', 16),
  'departments/财务部/department.yaml': 'order: 40\nmanagers: [weijia]\nuser_permits: [boss]\nhide_dept: true\n',
  'departments/财务部/people.yaml': person('weijia', '卫佳', 17, 'title: 经理') + person('jiangyi', '蒋毅', 18),
  'departments/行政部/department.yaml': 'order: 50\nmanagers: [shener]\n',
  'departments/行政部/people.yaml': person('shener', '沈洱', 19) + person('hansan', '韩散', 20),
  'departments/行政部/前台组/people.yaml': person('yangsi', '杨思', 21),
  'departments/客服部/department.yaml': 'key: service\norder: 60\n',
  'departments/客服部/people.yaml': person('zhuwu', '朱武', 22) + person('qinliu', '秦柳', 23),
  'departments/旧项目组/people.yaml': person('youqi', '尤琪', 24),
  'roles/岗位.yaml': [
    'roles:',
    '- {name: 会计, members: [weijia, {userid: jiangyi, scope: [财务部]}]}',
    '- {name: 出纳, members: [jiangyi]}',
    '- {name: 架构师, members: [lilei, {userid: zhaoqiang, scope: [rd, be]}, qianyi]}\n',
  ].join('\n'),
  'roles/职级.yaml': 'roles:\n- {name: 专家, members: [lilei, hanmei, zhoujie]}\n- {name: 主管, members: [fengba]}\n',
}

/** What the change is to lead to. */
export const after: FileTree = {
  'rollbook.yaml': permissive,
  'departments/总经办/people.yaml':
    person('boss', '陈总', 1, 'title: 董事长') + person('aide', '孙助', 2, 'manager_userid: boss'),
  // Known by its key, and renamed; what is below it comes with it.
  'departments/产品研发部/department.yaml': 'key: rd\norder: 10\nmanagers: [hanmei]\n',
  'departments/产品研发部/people.yaml':
    person('lilei', '李雷', 3, 'title: 首席架构师, manager_userid: boss') +
    person('hanmei', '韩梅', 4, 'title: 总监, manager_userid: boss'),
  'departments/产品研发部/后端组/department.yaml': 'key: be\norder: 11\nmanagers: [qianyi]\n',
  'departments/产品研发部/后端组/people.yaml':
    person('qianyi', '钱一', 6, 'title: 组长, manager_userid: hanmei') +
    person('lisan', '李三', 8, 'manager_userid: qianyi'),
  'departments/产品研发部/前端组/department.yaml': 'key: fe\norder: 14\nhide_dept: false\nmanagers: [zhousi]\n',
  'departments/产品研发部/前端组/people.yaml':
    person('zhousi', '周四', 9, 'job_number: 008') + person('newone', '新一', 31, 'manager_userid: zhousi'),
  'departments/产品研发部/架构组/department.yaml': 'order: 15\nmanagers: [zhaoqiang]\n',
  'departments/产品研发部/架构组/people.yaml':
    person('zhaoqiang', '赵强', 5, 'manager_userid: lilei, also: [{department: be, title: 顾问}]') +
    person('newtwo', '新二', 32, 'email: newtwo@example.com'),
  // Moved with its people from the developers to the top.
  'departments/质量部/department.yaml': 'key: qa\norder: 16\nmanagers: [wuwu]\n',
  'departments/质量部/people.yaml': person('wuwu', '吴五', 10, 'title: 经理') + person('suner', '孙二', 7),
  // Known by what it was called.
  'departments/品牌部/department.yaml': 'previously: [市场部]\norder: 21\nmanagers: [zhengliu]\n',
  'departments/品牌部/people.yaml':
    person('zhoujie', '周杰', 41, 'replace: mobile, email: zhoujie@example.com') + person('zhengliu', '郑六', 12),
  'departments/品牌部/公关组/department.yaml': 'previously: [市场部/公关组]\n',
  'departments/品牌部/公关组/people.yaml': person('wangqi', '王七', 13, 'title: 发言人'),
  'departments/销售部/department.yaml': 'order: 30\nmanagers: [fengba, chenjiu]\n',
  'departments/销售部/people.yaml':
    person('fengba', '冯八', 14, 'manager_userid: boss') + person('chenjiu', '陈九', 15, 'manager_userid: fengba'),
  // Two neighbours exchange their names.
  'departments/销售部/华南区/department.yaml': 'key: east\norder: 31\n',
  'departments/销售部/华南区/people.yaml': person('newthree', '新三', 33),
  'departments/销售部/华东区/department.yaml': 'key: south\norder: 32\n',
  'departments/销售部/华东区/people.yaml': person('chushi', '褚十', 42, 'replace: mobile'),
  'departments/销售部/客服部/department.yaml': 'key: service\norder: 60\nmanagers: [zhuwu]\n',
  'departments/销售部/客服部/people.yaml':
    person('zhuwu', '朱武', 22, 'manager_userid: fengba') +
    person('qinliu', '秦柳', 23) +
    person('youqi', '尤琪', 24, 'title: 专员'),
  'departments/财务部/department.yaml': 'order: 40\nmanagers: [jiangyi]\nuser_permits: [boss, aide]\nhide_dept: true\n',
  'departments/财务部/people.yaml':
    person('jiangyi', '蒋毅', 18, 'title: 经理') + person('shener', '沈洱', 19, 'manager_userid: jiangyi'),
  'departments/法务部/department.yaml': 'order: 70\nmanagers: [newfour]\n',
  'departments/法务部/people.yaml': person('newfour', '新四', 34),
  'departments/数据部/department.yaml': 'order: 80\nmanagers: [newfive]\nhide_dept: true\ndept_permits: [法务部]\n',
  'departments/数据部/people.yaml': person('newfive', '新五', 35, 'manager_userid: boss'),
  'departments/数据部/平台组/department.yaml': 'order: 81\n',
  'departments/数据部/平台组/people.yaml':
    person('newsix', '新六', 36, 'manager_userid: newfive, also: [be]') +
    person('newseven', '新七', 37) +
    person('yangsi', '杨思', 21),
  'departments/海外部/people.yaml': person('neweight', '新八', 38),
  'roles/岗位.yaml': [
    'roles:',
    '- {name: 主办会计, previously: [会计], members: [{userid: jiangyi, scope: [财务部, 法务部]}, shener]}',
    '- {name: 架构师, members: [lilei, {userid: zhaoqiang, scope: [产品研发部/架构组]}]}',
    '- {name: 法务专员, members: [newfour, {userid: yangsi, scope: [法务部]}]}\n',
  ].join('\n'),
  'roles/职级.yaml':
    'roles:\n- {name: 专家, members: [lilei, zhoujie, newfive]}\n- {name: 主管, members: [fengba, hanmei]}\n',
  'roles/项目.yaml':
    'roles:\n- {name: 负责人, members: [{userid: newsix, scope: [数据部]}]}\n- {name: 成员, members: [newone, newtwo]}\n',
}
