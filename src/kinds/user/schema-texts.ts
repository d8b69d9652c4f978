import type { FieldText } from '../../core/field-schema.ts'
import type { Both } from '../../core/json-schema.ts'

const mail: Pick<FieldText, 'pattern' | 'hint'> = {
  pattern: '^[^@\\s]+@[^@\\s]+$',
  hint: { en: 'write an address such as lilei@example.com', zh: '写成 lilei@example.com 这样的地址' },
}

const number: Pick<FieldText, 'format' | 'hint'> = {
  format: 'mobile',
  hint: {
    en: 'write +86-10012345678: country code, hyphen, number; 11 digits alone are a mainland number',
    zh: '写成 +86-10012345678：国家码、连字符、号码；只写 11 位数字则视为大陆手机号',
  },
}

/** The words of every field of a person, in the order in which an editor offers them. */
export const personTexts = {
  userid: {
    title: { en: 'User id', zh: '员工 userid' },
    about: {
      en: 'Required. Chosen by you, unique in the company, and never changed afterwards. Other files name the person by it.',
      zh: '必填。由企业自己定，公司内唯一，定了就不能改。其他文件用它来引用这个人。',
    },
    examples: ['lilei'],
    pattern: '^(?!#)[^,\\s](?:[^,]*[^,\\s])?$',
    hint: {
      en: "write an id such as lilei: no comma, no space at either end, no '#' at the start",
      zh: '写成 lilei 这样：不能含逗号，首尾不能有空格，开头不能是“#”',
    },
  },
  name: {
    title: { en: 'Name', zh: '姓名' },
    about: { en: 'The name that colleagues see.', zh: '同事们看到的名字。' },
    examples: ['李雷'],
  },
  mobile: {
    title: { en: 'Mobile', zh: '手机号' },
    about: {
      en: 'Needed only to create the person. DingTalk cannot change it: another number means delete and create again, see replace.',
      zh: '只在新建员工时需要。钉钉不能修改手机号：换号等于删除后重新创建，见 replace。',
    },
    examples: ['+86-10012345678'],
    ...number,
  },
  hide_mobile: {
    title: { en: 'Hide mobile', zh: '隐藏手机号' },
    about: {
      en: 'Colleagues do not see the number; calls and DING still work.',
      zh: '同事看不到号码，但仍可拨打电话、发 DING。',
    },
    examples: [true],
  },
  title: {
    title: { en: 'Title', zh: '职位' },
    about: {
      en: 'Job title. Titles in further departments stand in also.',
      zh: '职位。在兼任部门的职位写在 also 里。',
    },
    examples: ['工程师'],
  },
  job_number: {
    title: { en: 'Job number', zh: '工号' },
    about: {
      en: 'Kept as typed: 007 stays 007. Two people may have the same one.',
      zh: '原样保留：007 就是 007。允许两个人工号相同。',
    },
    examples: ['007'],
  },
  telephone: {
    title: { en: 'Extension number', zh: '分机号' },
    about: { en: 'Unique in the company.', zh: '公司内不能重复。' },
    examples: ['8001'],
  },
  email: {
    title: { en: 'E-mail', zh: '邮箱' },
    about: { en: 'Unique in the company.', zh: '公司内不能重复。' },
    examples: ['lilei@example.com'],
    ...mail,
  },
  org_email: {
    title: { en: 'Company e-mail', zh: '企业邮箱' },
    about: {
      en: 'Works once company mail is switched on for the person. null freezes or deletes the mailbox of an enterprise account.',
      zh: '为员工开通企业邮箱后才生效。对企业账号写 null 会冻结或删除该邮箱。',
    },
    examples: ['lilei@example.com'],
    ...mail,
  },
  org_email_type: {
    title: { en: 'Edition of the company e-mail', zh: '企业邮箱类型' },
    about: { en: 'profession or base.', zh: 'profession(专业版)或 base(基础版)。' },
    examples: ['base'],
  },
  work_place: {
    title: { en: 'Work place', zh: '办公地点' },
    about: { en: 'Where the person works.', zh: '员工在哪里办公。' },
    examples: ['杭州'],
  },
  remark: {
    title: { en: 'Remark', zh: '备注' },
    about: { en: 'Free text.', zh: '自由填写。' },
    examples: ['实习至六月'],
  },
  hired_date: {
    title: { en: 'Joined on', zh: '入职时间' },
    about: {
      en: 'A date (midnight in China), or Unix milliseconds.',
      zh: '日期(按北京时间零点算)，或 Unix 毫秒时间戳。',
    },
    examples: ['2021-03-01'],
    format: 'hired-date',
    hint: { en: 'write a date such as 2021-03-01', zh: '写成 2021-03-01 这样的日期' },
  },
  manager_userid: {
    title: { en: 'Manager', zh: '直属主管' },
    about: { en: 'Userid of the direct manager.', zh: '直属主管的 userid。' },
    examples: ['hanmeimei'],
    refers: 'user',
  },
  senior_mode: {
    title: { en: 'Executive mode', zh: '高管模式' },
    about: {
      en: 'Shields the mobile and restricts who may call or DING the person.',
      zh: '隐藏高管的手机号，并限制谁可以给他打电话、发 DING。',
    },
    examples: [false],
  },
  extension: {
    title: { en: 'Custom fields', zh: '自定义字段' },
    about: {
      en: "Fields defined beforehand in DingTalk's admin console, and their texts. What is written is the whole set of fields.",
      zh: '先在钉钉管理后台定义好的字段及其内容。写出的就是全部字段。',
    },
    examples: [{ 爱好: '旅游' }],
  },
  extension_i18n: {
    title: { en: 'Custom fields in other languages', zh: '自定义字段的多语言内容' },
    about: { en: 'Field, language, text.', zh: '字段、语言、内容。' },
    examples: [{ 爱好: { en_US: 'Travel' } }],
  },
  nickname: {
    title: { en: 'Nickname', zh: '昵称' },
    about: { en: 'Enterprise accounts only.', zh: '仅企业账号可用。' },
    examples: ['小雷'],
  },
  avatarMediaId: {
    title: { en: 'Picture', zh: '头像' },
    about: {
      en: 'Media id of an uploaded jpg or png. Enterprise accounts only.',
      zh: '已上传的 jpg 或 png 图片的 media id。仅企业账号可用。',
    },
    examples: ['@lADPabc'],
  },
  login_email: {
    title: { en: 'Sign-in e-mail', zh: '登录邮箱' },
    about: {
      en: 'Only where people sign in by e-mail. Not for an enterprise account.',
      zh: '仅用邮箱登录的员工需要。企业账号不能填。',
    },
    examples: ['lilei@example.com'],
    ...mail,
  },
  exclusive_account: {
    title: { en: 'Enterprise account', zh: '企业账号' },
    about: {
      en: 'true creates an enterprise account; then neither mobile nor login_email may be stated. Never changed afterwards.',
      zh: 'true 表示创建企业账号；此时不能写 mobile 和 login_email。创建后不能改。',
    },
    examples: [true],
  },
  exclusive_account_type: {
    title: { en: 'Kind of enterprise account', zh: '企业账号类型' },
    about: {
      en: 'sso signs in through your own system; dingtalk needs login_id and init_password. Never changed afterwards.',
      zh: 'sso：用企业自己的系统登录；dingtalk：需要 login_id 和 init_password。创建后不能改。',
    },
    examples: ['sso'],
  },
  login_id: {
    title: { en: 'Login name', zh: '登录名' },
    about: { en: 'Login name of an enterprise account built by DingTalk.', zh: '钉钉自建企业账号的登录名。' },
    examples: ['lilei'],
  },
  init_password: {
    title: { en: 'Initial password', zh: '初始密码' },
    about: {
      en: 'Of an enterprise account built by DingTalk: letters and digits mixed. A changed one resets the password. Best kept out of git.',
      zh: '钉钉自建企业账号的初始密码，要混合字母和数字。改动它会重置密码。最好不要放进 git。',
    },
    // The contract says "not only letters or only digits" in its description alone.
    pattern: '^(?![A-Za-z]+$)(?![0-9]+$)',
    hint: { en: 'mix letters and digits', zh: '要混合字母和数字' },
  },
  send_password_to_user: {
    title: { en: 'Send the password', zh: '发送初始密码' },
    about: {
      en: 'DingTalk sends the credentials by SMS or mail. Needs init_password.',
      zh: '由钉钉用短信或邮件发送账号密码。需要同时写 init_password。',
    },
    examples: [true],
  },
  exclusive_mobile: {
    title: { en: 'Mobile of the enterprise account', zh: '企业账号的手机号' },
    about: { en: 'DingTalk never returns it.', zh: '钉钉不返回这个值。' },
    examples: ['+86-10012345678'],
    ...number,
  },
  exclusive_mobile_verify_status: {
    title: { en: 'Verification of that mobile', zh: '企业账号手机号的验证状态' },
    about: { en: 'verified or notVerified.', zh: 'verified(已验证)或 notVerified(未验证)。' },
    examples: ['verified'],
  },
  outer_exclusive_corpid: {
    title: { en: 'Organisation of an invited enterprise account', zh: '受邀企业账号所属企业' },
    about: {
      en: 'Corp id of the organisation whose enterprise account is invited. Never changed afterwards.',
      zh: '受邀企业账号所属企业的 corpId。创建后不能改。',
    },
    examples: ['dingcorp0002'],
  },
  outer_exclusive_userid: {
    title: { en: 'User id of an invited enterprise account', zh: '受邀企业账号的 userid' },
    about: {
      en: 'Its userid in that organisation. Never changed afterwards.',
      zh: '它在所属企业中的 userid。创建后不能改。',
    },
    examples: ['wanggang'],
  },
} as const satisfies { readonly [field: string]: FieldText }

/** The words of the fields that are not DingTalk's own. */
export const personExtraTexts = {
  order: {
    title: { en: 'Weight', zh: '排序' },
    about: {
      en: 'Weight in the main department: larger first. A 64-bit integer, kept exact.',
      zh: '在主部门中的排序值，数值大的在前。64 位整数，一位都不会丢。',
    },
  },
  also: {
    title: { en: 'Also in', zh: '兼任部门' },
    about: {
      en: 'Further departments, by key; [] means only the main department. Left out: not managed.',
      zh: '主部门之外还属于哪些部门(写部门标识)；[] 表示只属于主部门。不写则不管。',
    },
  },
  replace: {
    title: { en: 'May be replaced', zh: '允许重建' },
    about: {
      en: 'mobile: a changed number may be carried out by deleting the person and creating it again. Attendance group and roster are lost with it.',
      zh: 'mobile：换手机号时，允许删除这个人再重新创建。考勤组、花名册等信息会随之丢失。',
    },
  },
} as const satisfies { readonly [field: string]: FieldText }

/** Names that DingTalk uses and the format does not, and what to write in their place. */
export const insteadInPerson: { readonly [name: string]: Both } = {
  dept_id_list: {
    en: 'leave it out: the folder is the main department, further ones stand in also',
    zh: '不用写：所在文件夹就是主部门，兼任部门写在 also 里',
  },
  dept_order_list: {
    en: 'write order, and order of the entries of also',
    zh: '主部门的排序写 order，兼任部门的写在 also 里',
  },
  dept_title_list: { en: 'write title in the entries of also', zh: '兼任部门的职位写在 also 的 title 里' },
  dept_position_list: { en: 'write title, and title of the entries of also', zh: '请写 title，兼任部门的写在 also 里' },
  department: { en: 'leave it out: the folder is the main department', zh: '不用写：所在文件夹就是主部门' },
  manager: { en: 'write manager_userid', zh: '请写 manager_userid' },
  loginId: { en: 'write login_id', zh: '请写 login_id' },
  senior: { en: 'write senior_mode', zh: '请写 senior_mode' },
  avatar: { en: 'write avatarMediaId', zh: '请写 avatarMediaId' },
  unionid: { en: 'leave it out: DingTalk gives it', zh: '不用写：unionid 由钉钉分配' },
  role_list: { en: 'leave it out: members of roles stand in roles/', zh: '不用写：角色成员写在 roles/ 里' },
  roles: { en: 'leave it out: members of roles stand in roles/', zh: '不用写：角色成员写在 roles/ 里' },
  leader_in_dept: {
    en: 'leave it out: heads stand in department.yaml as managers',
    zh: '不用写：部门主管写在 department.yaml 的 managers 里',
  },
  managers: {
    en: 'heads of a department stand in department.yaml; the direct manager is manager_userid',
    zh: '部门主管写在 department.yaml 里；直属主管请写 manager_userid',
  },
  force_update_fields: { en: 'leave it out; to clear a field write null', zh: '不用写；要清空某个字段，请写 null' },
  ext_attrs_update_mode: {
    en: 'leave it out: it belongs to the call, not to the person',
    zh: '不用写：它属于接口调用，不属于员工',
  },
  language: { en: 'leave it out: it belongs to the call, not to the person', zh: '不用写：它属于接口调用，不属于员工' },
}
