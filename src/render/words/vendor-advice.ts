import type { Language } from '../words.ts'

type Both = { readonly [language in Language]: string }

const permission: Both = {
  zh: '管理员在开放平台的「权限管理」里为应用开通这个接口的权限；需要哪一项，rollbook api <接口名> --describe 会列出来',
  en: 'an administrator must grant the permission on the app’s permission page; rollbook api <operation> --describe names it',
}

const address: Both = {
  zh: '管理员把运行 Rollbook 的机器的出口 IP 加入应用的服务器出口 IP 名单',
  en: 'an administrator must add the address that Rollbook runs from to the app’s list of server addresses',
}

const credential: Both = {
  zh: '在钉钉开放平台的「凭证与基础信息」里重新复制 Client ID 和 Client Secret，填到环境变量 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 里',
  en: 'copy Client ID and Client Secret from the app’s page on the open platform into DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET',
}

const size: Both = {
  zh: '请管理员到管理后台看企业的人数、部门数上限和认证等级，提高上限以后再运行',
  en: 'an administrator must look at the company’s ceilings and its verification in the admin console; once they are raised, run it again',
}

/**
 * What to do about the codes for which the contract's word of what to do (`config`, `item`) is too little for the
 * person who has to do it.
 */
export const vendorAdvice: { readonly [code: string]: Both } = {
  '-1': {
    zh: '稍后再试；如果出在添加员工上，多半是新增人数达到上限，当天重试没有用，过几天再运行，或联系钉钉提高上限',
    en: 'try again later; where people are added it is usually the ceiling of new members, and the same day does not help: run it again in some days, or ask DingTalk for more',
  },
  '12150': {
    zh: '在智能人事里调岗，再把结果写进文件',
    en: 'transfer the person in Smart HR, then write the same into the files',
  },
  '40014': {
    zh: '检查 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 是不是同一个应用的',
    en: 'check that DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET are of the same app',
  },
  '40020': size,
  '40022': {
    zh: '请本人把登录手机号和企业登记的改成一致，或者在文件里写 replace: mobile，同意删除后重新添加',
    en: 'let the person make both numbers the same, or write replace: mobile in their file to delete and add them again',
  },
  '40023': {
    zh: '把这个部门拆成几个子部门',
    en: 'split the department into sub-departments',
  },
  '40024': size,
  '40089': credential,
  '40103': {
    zh: '请本人在钉钉里同意邀请，之后再运行一次；不要重复添加',
    en: 'let the person accept the invitation in DingTalk, then run it again; do not add them a second time',
  },
  '41054': {
    zh: '请本人在钉钉里自己更换手机号；一定要由企业更换，就在文件里写 replace: mobile',
    en: 'let the person change it in DingTalk; if the company must, write replace: mobile in their file',
  },
  '45024': size,
  '50002': {
    zh: '管理员在开放平台把应用的通讯录权限范围改为全部员工。这不表示这个人不存在',
    en: 'an administrator must widen the app’s contact scope to all employees. It does not mean that the person is gone',
  },
  '50004': {
    zh: '管理员在开放平台把应用的通讯录权限范围改为全部员工。这不表示这个部门不存在',
    en: 'an administrator must widen the app’s contact scope to all employees. It does not mean that the department is gone',
  },
  '50003': {
    zh: '管理员在开放平台重新启用这个应用',
    en: 'an administrator must enable the app again in the developer console',
  },
  '60005': {
    zh: '先把部门里和下级部门里的人调走，再撤销部门',
    en: 'move the people of the department and of those below it first, then dissolve it',
  },
  '60011': permission,
  '60020': address,
  '60102': {
    zh: '这个 userid 已经有人在用。再运行一次，会接管同一个人；如果是另一个人，请换一个 userid',
    en: 'somebody has this userid already. Run it again to take over the same person; if it is somebody else, choose another userid',
  },
  '60104': {
    zh: '企业里已经有人用这个手机号。如果是同一个人，把文件里的 userid 改成那个人的；如果不是，请核对手机号',
    en: 'somebody in the company has this mobile already. If it is the same person, write their userid into the file; if not, check the number',
  },
  '60110': size,
  '60121': {
    zh: '到管理后台看这个人是已离职、待加入，还是属于别的企业，然后修改文件',
    en: 'look in the admin console whether the person has left, is pending, or belongs to another company, then change the files',
  },
  '60122': {
    zh: '自定义字段要先在管理后台建好，名字和文件里 extension 的写法完全一致',
    en: 'define the custom field in the admin console first, under exactly the name used under extension',
  },
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': permission,
  'Forbidden.AccessDenied.IpNotInWhiteList': address,
  'invalid.client': credential,
  invalidClientIdOrSecret: credential,
  'unauthorized.client': {
    zh: '这个应用不属于 rollbook.yaml 里 corp 写的企业：检查 corp，以及 DINGTALK_CLIENT_ID 是不是这家企业的应用',
    en: 'the app does not belong to the company that corp in rollbook.yaml names: check corp, and whether DINGTALK_CLIENT_ID is of an app of that company',
  },
}
