import { contract } from './contract.ts'
import type { OperationId } from './operation.ts'

/**
 * Permission points as DingTalk's console calls them, by the codes of the contract (official permission pages,
 * 2026-07-02; that of attendance by the pages of its calls). The console has Chinese names only.
 */
export const permissionNames: { readonly [code: string]: string } = {
  qyapi_base: '调用企业 API 基础权限',
  qyapi_get_department_list: '通讯录部门信息读权限',
  qyapi_get_department_member: '通讯录部门成员读权限',
  qyapi_get_member: '成员信息读权限',
  qyapi_get_member_by_mobile: '根据手机号获取成员信息',
  qyapi_manage_addresslist: '通讯录数据管理权限',
  qyapi_get_attendance_data: '查询企业考勤数据权限',
}

/** The permission point that an operation needs. */
export function permissionOf(operation: OperationId): string {
  const [permission = ''] = contract.operations[operation].permissions
  return permission
}
