import type { FieldText } from '../../core/field-schema.ts'
import type { Both } from '../../core/json-schema.ts'

/** The words of every field of `department.yaml`, in the order in which an editor offers them. */
export const departmentTexts = {
  name: {
    title: { en: 'Name', zh: '部门名称' },
    about: {
      en: "Without '-' or commas, unique among the departments of the same parent. Left out: the folder's name.",
      zh: '不能含“-”和逗号，同一上级部门下不能重名。不写就用文件夹的名字。',
    },
    examples: ['研发部'],
    hint: {
      en: "leave out '-', ',' and '，'",
      zh: '去掉“-”“,”“，”',
    },
  },
  key: {
    title: { en: 'Key', zh: '固定标识' },
    about: {
      en: 'A stable name for this department in other files, so that renaming the folder changes no reference. Left out: the path below departments/.',
      zh: '其他文件引用这个部门时用的固定名字，文件夹改名也不受影响。不写就用 departments/ 之下的路径。',
    },
    examples: ['rd', '研发部/后端组'],
    hint: {
      en: "write a key such as rd or 研发部/后端组: no space at either end, no '#' or '/' at the start, no '/' at the end, no '//'",
      zh: '写成 rd 或 研发部/后端组 这样：首尾不能有空格，开头不能是“#”或“/”，结尾不能是“/”，中间不能有“//”',
    },
  },
  previously: {
    title: { en: 'Former keys', zh: '曾用标识' },
    about: {
      en: 'Keys this department had before. Needed only when Rollbook asks for it, to tell a renamed department from a new one.',
      zh: '这个部门以前用过的标识。只有在 Rollbook 要求时才需要写，用来区分“更名”和“新设”。',
    },
    examples: [['技术部']],
  },
  order: {
    title: { en: 'Position', zh: '排序' },
    about: {
      en: 'Position among the departments of the same parent: smaller first.',
      zh: '在同级部门中的排序，数字小的在前。',
    },
    examples: [10],
  },
  managers: {
    title: { en: 'Department heads', zh: '部门主管' },
    about: {
      en: 'Userids of the heads; each must belong to this department. The list is the whole list; [] removes all. DingTalk: dept_manager_userid_list.',
      zh: '部门主管的 userid，必须是本部门成员。写出的就是完整名单，[] 表示没有主管。对应钉钉的 dept_manager_userid_list。',
    },
    examples: [['lilei']],
    refers: 'user',
  },
  hide_dept: {
    title: { en: 'Hidden department', zh: '隐藏部门' },
    about: {
      en: 'Hide the department from the address book; user_permits and dept_permits may still see it.',
      zh: '在通讯录中隐藏本部门；user_permits 和 dept_permits 里的人与部门仍可看到。',
    },
    examples: [true],
  },
  user_permits: {
    title: { en: 'People who may see it', zh: '可见本部门的员工' },
    about: {
      en: 'Userids of people who still see this hidden department. Only with hide_dept; counted together with dept_permits.',
      zh: '隐藏本部门后仍可看到它的员工（userid）。仅在 hide_dept 为 true 时有效，数量与 dept_permits 合并计算。',
    },
    examples: [['hanmeimei']],
    refers: 'user',
  },
  dept_permits: {
    title: { en: 'Departments that may see it', zh: '可见本部门的部门' },
    about: {
      en: 'Keys of departments that still see this hidden department. Only with hide_dept; counted together with user_permits.',
      zh: '隐藏本部门后仍可看到它的部门（标识）。仅在 hide_dept 为 true 时有效，数量与 user_permits 合并计算。',
    },
    examples: [['财务部']],
    refers: 'department',
  },
  outer_dept: {
    title: { en: 'Members see only part of the directory', zh: '限制本部门成员查看通讯录' },
    about: {
      en: 'Members see only their own department, or only themselves (outer_dept_only_self), and what is permitted below.',
      zh: '本部门成员只能看到自己部门（或只能看到自己，见 outer_dept_only_self），以及下面额外允许的范围。',
    },
    examples: [true],
  },
  outer_dept_only_self: {
    title: { en: 'Own department, or only oneself', zh: '只看本部门还是只看自己' },
    about: {
      en: 'Only with outer_dept. true: own department and below; false: only oneself. DingTalk never returns this value.',
      zh: '仅在 outer_dept 为 true 时有效。true：本部门及下级部门；false：只能看到自己。钉钉不返回这个值。',
    },
    examples: [true],
  },
  outer_permit_users: {
    title: { en: 'People whom members also see', zh: '本部门成员还可以看到的员工' },
    about: {
      en: 'Userids. Only with outer_dept; counted together with outer_permit_depts.',
      zh: '员工的 userid。仅在 outer_dept 为 true 时有效，数量与 outer_permit_depts 合并计算。',
    },
    examples: [['hanmeimei']],
    refers: 'user',
  },
  outer_permit_depts: {
    title: { en: 'Departments that members also see', zh: '本部门成员还可以看到的部门' },
    about: {
      en: 'Department keys. Only with outer_dept; counted together with outer_permit_users.',
      zh: '部门标识。仅在 outer_dept 为 true 时有效，数量与 outer_permit_users 合并计算。',
    },
    examples: [['财务部']],
    refers: 'department',
  },
  create_dept_group: {
    title: { en: 'Department chat', zh: '部门群' },
    about: { en: 'Create a chat for this department.', zh: '为本部门创建部门群。' },
    examples: [true],
  },
  auto_add_user: {
    title: { en: 'New members join the chat', zh: '新成员自动入群' },
    about: {
      en: 'New members of the department join the department chat.',
      zh: '部门有新成员时，自动加入部门群。',
    },
    examples: [true],
  },
  group_contain_sub_dept: {
    title: { en: 'Chat includes sub-departments', zh: '部门群包含子部门' },
    about: { en: 'The department chat includes people of sub-departments.', zh: '部门群包含子部门的成员。' },
    examples: [true],
  },
  group_contain_outer_dept: {
    title: { en: 'Chat includes outsourced departments', zh: '部门群包含外包部门' },
    about: {
      en: 'The department chat includes outsourced departments. DingTalk never returns this value.',
      zh: '部门群包含外包部门的成员。钉钉不返回这个值。',
    },
    examples: [false],
  },
  group_contain_hidden_dept: {
    title: { en: 'Chat includes hidden departments', zh: '部门群包含隐藏部门' },
    about: {
      en: 'The department chat includes hidden departments. DingTalk never returns this value.',
      zh: '部门群包含隐藏部门的成员。钉钉不返回这个值。',
    },
    examples: [false],
  },
  org_dept_owner: {
    title: { en: 'Owner of the department chat', zh: '部门群群主' },
    about: {
      en: 'Userid of the owner; a member of this department.',
      zh: '群主的 userid，必须是本部门成员。',
    },
    examples: ['lilei'],
    refers: 'user',
  },
  auto_approve_apply: {
    title: { en: 'Approve join requests', zh: '自动同意加入申请' },
    about: {
      en: 'Requests to join the department are approved without asking.',
      zh: '有人申请加入本部门时自动同意。',
    },
    examples: [false],
  },
  code: {
    title: { en: 'Department code', zh: '部门编码' },
    about: { en: 'Your own code for the department.', zh: '企业自定的部门编码。' },
    examples: ['RD-01'],
  },
  brief: {
    title: { en: 'About the department', zh: '部门简介' },
    about: { en: 'What the department does.', zh: '部门是做什么的。' },
    examples: ['负责产品研发'],
  },
  telephone: {
    title: { en: 'Telephone', zh: '部门电话' },
    about: { en: 'Telephone of the department.', zh: '部门的联系电话。' },
    examples: ['0571-0000000'],
  },
  extension: {
    title: { en: 'Custom fields', zh: '自定义字段' },
    about: {
      en: 'Names and texts. What is written is the whole set of fields.',
      zh: '字段名和内容。写出的就是全部字段。',
    },
    examples: [{ 成本中心: 'CC-100' }],
  },
} as const satisfies { readonly [field: string]: FieldText }

/** Names that DingTalk uses and the format does not, and what to write in their place. */
export const insteadInDepartment: { readonly [name: string]: Both } = {
  dept_manager_userid_list: { en: 'write managers', zh: '请写 managers' },
  parent_id: {
    en: 'leave it out: the folder above is the parent; move the folder to move the department',
    zh: '不用写：上一级文件夹就是上级部门；要调整归属，请移动文件夹',
  },
  dept_id: {
    en: 'leave it out: rollbook.lock.json knows the ids',
    zh: '不用写：部门 id 由 rollbook.lock.json 记录',
  },
  source_identifier: {
    en: 'leave it out: Rollbook keeps its own mark there, by which it recognises the department',
    zh: '不用写：Rollbook 用它存放自己的标记，以便认出这个部门',
  },
  force_update_fields: { en: 'leave it out; to clear a field write null', zh: '不用写；要清空某个字段，请写 null' },
  language: {
    en: 'leave it out: it belongs to the call, not to the department',
    zh: '不用写：它属于接口调用，不属于部门',
  },
  members: {
    en: 'leave it out: people stand in files of their own in this folder',
    zh: '不用写：员工各自写在本文件夹的其他文件里',
  },
  extention: { en: 'write extension', zh: '请写 extension' },
}
