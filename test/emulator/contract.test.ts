import { Ajv, type ValidateFunction } from 'ajv'
import { expect, test } from 'vitest'
import { contract } from '../../src/dingtalk/contract.ts'
import type { OperationId } from '../../src/dingtalk/operation.ts'
import { handlers } from '../../src/emulator/handlers.ts'
import { type Company, type Fields, smallCompany } from './caller.ts'
import { receive, secrets } from './push-receiver.ts'

type World = Company & { rd: number; backend: number; market: number; role: number; group: number; union: string }

const day = '20260614'
const clock = Date.UTC(2026, 5, 15, 4)

/** One request of every emulated operation that is answered with success. */
const happy: { readonly [Id in OperationId]?: (world: World) => Fields | Promise<Fields> } = {
  getToken: ({ emulator }) => ({ appkey: emulator.clientId, appsecret: emulator.clientSecret }),
  getAuthScopes: () => ({}),
  getAppAccessToken: ({ emulator }) => ({ appKey: emulator.clientId, appSecret: emulator.clientSecret }),
  getCorpToken: ({ emulator }) => ({
    corpId: emulator.corp,
    client_id: emulator.clientId,
    client_secret: emulator.clientSecret,
    grant_type: 'client_credentials',
  }),
  createUser: () => ({ name: '王五', mobile: '10000000003', dept_id_list: '1' }),
  updateUser: () => ({ userid: 'lilei', title: '工程师', manager_userid: 'hanmeimei' }),
  deleteUser: () => ({ userid: 'hanmeimei' }),
  getUser: () => ({ userid: 'lilei' }),
  listUsersSimple: ({ rd }) => ({ dept_id: rd, cursor: 0, size: 1 }),
  listUserIds: ({ rd }) => ({ dept_id: rd }),
  listUsers: ({ rd }) => ({ dept_id: rd, cursor: 0, size: 1 }),
  countUsers: () => ({ only_active: false }),
  listInactiveUsers: () => ({ is_active: false, offset: 0, size: 1, query_date: day }),
  getUserIdByMobile: () => ({ mobile: '10000000001' }),
  getUserIdByUnionid: ({ union }) => ({ unionid: union }),
  listAdmins: () => ({}),
  getAdminScope: () => ({ userid: 'lilei' }),
  createDepartment: () => ({ name: '设计', parent_id: 1 }),
  updateDepartment: ({ rd }) => ({ dept_id: rd, name: '研发中心', hide_dept: true, user_permits: 'lilei' }),
  deleteDepartment: ({ market }) => ({ dept_id: market }),
  getDepartment: ({ rd }) => ({ dept_id: rd }),
  listSubDepartments: () => ({}),
  listSubDepartmentIds: () => ({ dept_id: 1 }),
  listParentsByDept: ({ backend }) => ({ dept_id: backend }),
  listParentsByUser: () => ({ userid: 'lilei' }),
  createRoleGroup: () => ({ name: '职级' }),
  createRole: ({ group }) => ({ groupId: group, roleName: '出纳' }),
  updateRole: ({ role }) => ({ roleId: role, roleName: '总账会计' }),
  addRolesForEmployees: ({ role }) => ({ roleIds: String(role), userIds: 'hanmeimei' }),
  removeRolesForEmployees: ({ role }) => ({ roleIds: String(role), userIds: 'hanmeimei' }),
  deleteRole: ({ emulator, group }) => ({
    role_id: emulator.console('createRole', { groupId: group, roleName: '空' })['roleId'],
  }),
  updateRoleMemberScope: ({ role, rd }) => ({ userid: 'lilei', role_id: role, dept_ids: String(rd) }),
  getRoleGroup: ({ group }) => ({ group_id: group }),
  listRoles: () => ({}),
  getRole: ({ role }) => ({ roleId: role }),
  listRoleMembers: ({ role }) => ({ role_id: role }),
  setSeniorSetting: () => ({
    seniorStaffId: 'lilei',
    open: true,
    protectScenes: ['CHAT'],
    permitStaffIds: ['hanmeimei'],
  }),
  getSeniorSetting: () => ({ seniorStaffId: 'lilei' }),
  getOrgAuthInfo: () => ({}),
  listAttendanceResults: () => ({
    userIdList: ['lilei'],
    workDateFrom: '2026-06-15 00:00:00',
    workDateTo: '2026-06-15 00:00:00',
    offset: 0,
    limit: 50,
  }),
  listAttendanceRecords: () => ({
    userIds: ['lilei'],
    checkDateFrom: '2026-06-15 00:00:00',
    checkDateTo: '2026-06-15 23:59:59',
  }),
  listLeaveRecords: () => ({ startTime: '2026-06-01T00:00:00Z', maxResults: 1 }),
  openStreamConnection: ({ emulator: { clientId, clientSecret } }) => ({
    clientId,
    clientSecret,
    subscriptions: [{ type: 'EVENT', topic: '*' }],
  }),
  registerCallback: ({ emulator }) => callback(emulator.corp),
  updateCallback: async ({ emulator }) => {
    await pushed(emulator)
    return callback(emulator.corp)
  },
  getCallback: async ({ emulator }) => pushed(emulator),
  deleteCallback: async ({ emulator }) => pushed(emulator),
  listFailedPushEvents: () => ({}),
}

/** A URL that answers check_url, as it is registered. */
async function callback(owner: string): Promise<Fields> {
  const { url } = await receive(owner)
  return { call_back_tag: ['user_add_org'], token: secrets.token, aes_key: secrets.aesKey, url }
}

/** A company whose console has such a URL already. */
async function pushed({ clientId, events }: World['emulator']): Promise<Fields> {
  await events.pushTo({ url: (await receive(clientId)).url, ...secrets })
  return {}
}

const ajv = new Ajv({ strict: false, validateFormats: false })
for (const [name, schema] of Object.entries(contract.schemas)) ajv.addSchema({ ...schema, $id: name })

function validator(id: OperationId): ValidateFunction {
  return ajv.compile(contract.operations[id].response as object)
}

async function world(): Promise<World> {
  const company = await smallCompany({ now: () => clock })
  const { emulator } = company
  const group = Number(emulator.console('createRoleGroup', { name: '岗位' })['groupId'])
  const role = Number(emulator.console('createRole', { groupId: group, roleName: '会计' })['roleId'])
  emulator.console('addRolesForEmployees', { roleIds: [role], userIds: ['lilei'] })
  emulator.console('updateUser', {
    userid: 'lilei',
    email: 'li@example.com',
    manager_userid: 'hanmeimei',
    hired_date: clock,
    extension: { 爱好: '旅游' },
    dept_title_list: [{ dept_id: company.rd, title: '工程师' }],
    senior_mode: true,
  })
  emulator.console('updateDepartment', {
    dept_id: company.rd,
    dept_manager_userid_list: ['lilei'],
    create_dept_group: true,
    code: 'D1',
    extension: { a: 'b' },
  })
  const [person] = [...emulator.state.records.users.values()]
  if (person) emulator.state.records.putUser({ ...person, active: true, create_time: '2026-01-01T00:00:00Z' })
  emulator.state.leavers.push({ userid: 'wangwu', name: '王五', left: clock - 1000 })
  return { ...company, group, role, union: emulator.state.records.users.get('lilei')?.unionid ?? '' }
}

test('every emulated operation has a happy path here', () => {
  expect(Object.keys(happy).sort()).toEqual(Object.keys(handlers).sort())
})

test.each(Object.keys(happy) as OperationId[])('%s answers as the contract describes', async (id) => {
  const made = await world()
  const { status, body } = await made.call(id, await happy[id]?.(made))
  expect([status, body.errcode ?? 0]).toEqual([200, 0])
  const validate = validator(id)
  validate(body)
  expect(validate.errors).toBeNull()
  expect(unknownFields(id, body)).toEqual([])
})

/** Fields of the result that its schema does not name: schemas allow them, the emulator must not invent any. */
function unknownFields(id: OperationId, body: Fields): string[] {
  const parts = contract.operations[id].response.allOf ?? [contract.operations[id].response]
  const reference = parts.map((part) => part.properties?.['result']?.$ref).find((found) => found !== undefined)
  const known = Object.keys(contract.schemas[reference ?? '']?.properties ?? {})
  return reference === undefined ? [] : Object.keys(body['result'] as Fields).filter((field) => !known.includes(field))
}

test('all of the users, departments, roles and tokens areas of the legacy host is emulated, but for third-party apps', () => {
  const areas = ['auth', 'users', 'departments', 'roles']
  const missing = Object.values(contract.operations)
    .filter(({ host, area, appTypes }) => host === 'oapi' && areas.includes(area) && appTypes.includes('internal'))
    .filter(({ id }) => handlers[id] === undefined)
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('executive mode is set as a whole and read back, and its flag is the one of the user', async () => {
  const { call, emulator, rd, role } = await world()
  await call('setSeniorSetting', {
    seniorStaffId: 'hanmeimei',
    open: true,
    protectScenes: ['CALL', 'SEARCH'],
    permitStaffIds: ['lilei'],
    permitDeptIds: [rd],
    permitTagIds: [role],
  })
  expect((await call('getSeniorSetting', { seniorStaffId: 'hanmeimei' })).body).toEqual({
    seniorStaffId: 'hanmeimei',
    protectScenes: ['CALL', 'SEARCH'],
    seniorWhiteList: [
      { type: 1, id: 'lilei', name: '李雷' },
      { type: 2, id: String(rd), name: '研发' },
      { type: 3, id: String(role), name: '会计' },
    ],
  })
  expect((await call('getUser', { userid: 'hanmeimei' })).body.result.senior).toBe(true)
  await call('setSeniorSetting', { seniorStaffId: 'hanmeimei', open: false })
  expect(emulator.state.records.users.get('hanmeimei')).not.toHaveProperty('seniorSetting')
  const refused = async (request: Fields) => {
    const { status, body } = await call('setSeniorSetting', { seniorStaffId: 'lilei', open: true, ...request })
    return [status, body.code]
  }
  expect(await refused({ seniorStaffId: 'nobody' })).toEqual([500, 'parameter.userNotExists'])
  expect(await refused({ permitStaffIds: ['nobody'] })).toEqual([500, 'parameter.userNotExists'])
  expect(await refused({ permitDeptIds: [99] })).toEqual([400, 'parameter.error'])
  expect(await refused({ protectScenes: ['NAP'] })).toEqual([400, 'parameter.error'])
  const lists = {
    permitDeptIds: Array.from({ length: 150 }, () => rd),
    permitTagIds: Array.from({ length: 51 }, () => role),
  }
  expect(await refused(lists)).toEqual([400, 'parameter.error'])
})
