import type { FileTree } from '../support/files.ts'

/** A small company that uses every kind of file and most fields; a hostile file takes the place of one of its files. */
export const valid: FileTree = {
  'rollbook.yaml': `# 设置
version: 1
deletions:
  users: plan-only
  roles: enabled
departed:
  move_to: 市场部
limits:
  users.remove: {floor: 3, percent: 5, ceiling: 20}
protected:
  users: [lilei]
  departments: [研发部]
language: zh
`,
  'departments/研发部/department.yaml': `order: 10
managers: [lilei]
hide_dept: true
dept_permits:
  - 市场部
user_permits: [lilei, hanmeimei]
`,
  'departments/研发部/people.yaml': `- userid: lilei
  name: 李雷
  mobile: "10000000001"
  email: lilei@example.com
  title: 工程师
  job_number: 007
  hired_date: 2017-02-13
  order: 9223372036854775807
  also: [市场部]
  extension: {工位: A3-05, 技术方向: '基础'}   # 注释
  remark: |
    第一行
    第二行
- userid: hanmeimei
  name: "韩\\u6885梅"
  manager_userid: lilei
  hide_mobile: true
  remark: >-
    a
    b
`,
  'departments/市场部/zhangsan.yaml': `userid: zhangsan
name: 张三
telephone: 010-10000000
`,
  'roles/岗位.yaml': `roles:
  - name: 会计
    members:
      - lilei
      - userid: hanmeimei
        scope: [研发部]
  - name: 出纳
    previously: [现金]
`,
}
