import type { Reason } from '../../core/quarantine.ts'

/** Why one change could not be made and what to do next, in HR's words. */
export type ReasonWords = { readonly [reason in Reason]: { readonly what: string; readonly next: string } }

/** In Chinese; a part of the catalogue. */
export const reasonsZh: ReasonWords = {
  'invite-pending': {
    what: '已向这个人发出邀请，本人同意以后才会加入',
    next: '请本人在钉钉里同意邀请，然后再次运行 rollbook apply；在此之前不会再邀请',
  },
  'mobile-taken': {
    what: '企业里已经有人用这个手机号',
    next: '如果是同一个人，把文件里的 userid 改成那个人的；如果不是，请向本人核对手机号',
  },
  'account-taken': {
    what: '用这个手机号登录钉钉的人，已经是企业的员工（登记的可能是另一个号码）',
    next: '到管理后台找到这个人，把文件里的 userid 改成他的；确实是两个人，就核对手机号',
  },
  'mobile-elsewhere': {
    what: '这个手机号已经注册了另一个钉钉账号',
    next: '请向本人核对手机号；确实要用它，请本人先在钉钉里处理原来的账号',
  },
  'mobile-limit': {
    what: '这个手机号已经加入了五个未认证的企业，不能再加入',
    next: '请本人在钉钉里退出其中一个企业，或者换一个手机号',
  },
  'mobile-invalid': {
    what: '钉钉不认这个手机号',
    next: '请核对手机号；不是中国内地的号码，要写上国家区号，例如 +852-60000000',
  },
  'mobile-differs': {
    what: '这个人登录钉钉的手机号和企业登记的不一样，钉钉不让修改他的资料',
    next: '请本人把两个号码改成一致；或者在文件里写 replace: mobile，同意删除后重新添加',
  },
  'mobile-fixed': {
    what: '钉钉里的手机号不能由企业修改',
    next: '请本人在钉钉里自己更换手机号；一定要由企业更换，就在文件里写 replace: mobile',
  },
  'no-contact': {
    what: '手机号和邮箱都没有，钉钉不能添加这个人',
    next: '在文件里写上手机号或邮箱',
  },
  'mail-taken': { what: '企业里已经有人用这个邮箱', next: '请核对邮箱，看是不是写给了两个人' },
  'mail-invalid': { what: '钉钉不认这个邮箱', next: '请核对邮箱的写法' },
  'telephone-taken': { what: '企业里已经有人用这个分机号', next: '请核对分机号，给其中一个人换一个' },
  'userid-taken': {
    what: '这个 userid 已经有人在用',
    next: '再运行一次，会接管同一个人；如果是另一个人，请换一个 userid',
  },
  'name-invalid': { what: '钉钉不接受这个名称', next: '去掉特殊字符，或者写短一些' },
  'name-taken': {
    what: '已经有同名的部门或角色',
    next: '再运行一次，能接管的会接管；接管不了的，在文件里换一个名称，或者到管理后台把原来的改名',
  },
  moderation: {
    what: '文字没有通过钉钉的内容审核',
    next: '换一种写法：看名称、职位、备注里有没有会被拦下的词',
  },
  'field-invalid': {
    what: '有一项内容钉钉不接受：太长，或者格式不对',
    next: '看下面错误码的说明，改短或改正这一项',
  },
  'custom-field': {
    what: '自定义字段不对',
    next: '自定义字段要先在管理后台建好，名字和文件里 extension 的写法完全一致',
  },
  'smart-hr': {
    what: '职位和部门由智能人事管理，通讯录里不能改',
    next: '在智能人事里调岗，再把结果写进文件',
  },
  'person-missing': {
    what: '钉钉说企业里没有这个人：可能已经离职、还没加入，或者刚刚被删除',
    next: '到管理后台看这个人的状态；再运行一次会重新读取钉钉',
  },
  'person-disabled': { what: '这个人的账号已被停用', next: '请管理员在管理后台启用账号，再运行一次' },
  'manager-missing': {
    what: '直属主管不在钉钉里',
    next: '看文件里写的直属主管是不是还在职；是新员工，就等他加入后再运行一次',
  },
  'head-missing': {
    what: '名单里至少有一个人不在钉钉里，或者不在这个部门',
    next: '看部门主管和可见范围里的人是不是都在职、主管是不是这个部门的成员，再运行一次',
  },
  'chat-owner': { what: '部门群的群主不是这个部门的成员', next: '把群主换成部门里的人，或者把他加进这个部门' },
  'permits-refused': {
    what: '钉钉没有接受部门的可见范围',
    next: '看可见范围里的部门和人是不是都在，数量合计不超过 50，再运行一次',
  },
  'department-missing': {
    what: '钉钉说没有这个部门：可能刚刚被撤销',
    next: '到管理后台看部门还在不在；再运行一次会重新读取钉钉',
  },
  'department-full': { what: '部门已满 1000 人', next: '把这个部门拆成几个子部门' },
  'department-not-empty': {
    what: '部门里或下级里还有人或子部门，不能撤销',
    next: '先把里面的人和子部门移走，再运行一次',
  },
  'departments-full': {
    what: '部门数量达到上限',
    next: '撤销不用的部门；或请管理员到管理后台看企业的部门数上限和认证等级',
  },
  'too-deep': { what: '部门层级太深', next: '把这个部门放到更高的一级' },
  'department-cycle': {
    what: '部门的上下级会绕成圈',
    next: '看管理后台里有没有人刚刚移动过部门；再运行一次会重新读取钉钉',
  },
  'company-full': {
    what: '企业的人数或账号数达到上限，加不进新的人',
    next: '请管理员到管理后台看人数上限和认证等级，提高上限以后再运行',
  },
  'role-missing': { what: '钉钉说没有这个角色或角色组', next: '再运行一次会重新读取钉钉；不见了的会重建' },
  'role-fixed': {
    what: '这是钉钉自带的角色，或者还有人拥有它，不能改或删',
    next: '自带的角色请从文件里去掉；有人拥有的，先收回再删',
  },
  'outside-scope': {
    what: '不在应用的权限范围里，钉钉不让改。这不表示它不存在',
    next: '管理员在开放平台把应用的通讯录权限范围改为全部员工；来自关联企业的人和部门改不了，请从文件里去掉',
  },
  'already-there': {
    what: '钉钉里已经有同名的，上面没有 Rollbook 的标记',
    next: '到管理后台看它是不是同一个：是，就再运行一次，会纳入管理；不是，就把其中一个改名',
  },
  'changed-meanwhile': {
    what: '读取之后钉钉里又变了，照原计划写会误伤，所以没有写',
    next: '再运行一次会重新读取钉钉',
  },
  unclear: {
    what: '没有收到明确的应答，不知道有没有生效',
    next: '再运行一次，会先到钉钉核对；已完成的不会重复',
  },
  rejected: {
    what: '钉钉没有接受这一项',
    next: '看下面错误码的说明，修改文件里的这一项，再运行 rollbook plan',
  },
  unexpected: {
    what: '这一项出了意料之外的错',
    next: '再运行一次；还出错，就用 --verbose 运行，把输出发给 Rollbook 的维护者',
  },
}
