import { ApiError } from './errors.ts'
import type { Handlers } from './handler.ts'
import { ROOT } from './records.ts'
import type { State } from './state.ts'

/** Executive mode and facts about the company: calls of the api host. */
export const organisation = {
  setSeniorSetting(state, { seniorStaffId, open, protectScenes = [], ...lists }) {
    const { records } = state
    const user = userOf(state, seniorStaffId)
    const { permitStaffIds = [], permitDeptIds = [], permitTagIds = [] } = lists
    for (const userid of permitStaffIds) userOf(state, userid)
    if (permitDeptIds.some((id) => !records.departments.has(id))) throw new ApiError(400, 'parameter.error')
    if (permitTagIds.some((id) => !records.roles.has(id))) throw new ApiError(400, 'parameter.error')
    const whiteList = [
      ...permitStaffIds.map((id) => ({ type: 1 as const, id })),
      ...permitDeptIds.map((id) => ({ type: 2 as const, id: String(id) })),
      ...permitTagIds.map((id) => ({ type: 3 as const, id: String(id) })),
    ]
    const { seniorSetting: _before, ...rest } = user
    records.putUser({ ...rest, senior: open, ...(open && { seniorSetting: { protectScenes, whiteList } }) })
    return {}
  },

  getSeniorSetting(state, { seniorStaffId }) {
    const { protectScenes = [], whiteList = [] } = userOf(state, seniorStaffId).seniorSetting ?? {}
    const seniorWhiteList = whiteList.map(({ type, id }) => ({ id, name: nameOf(state, type, id), type }))
    return { protectScenes, seniorStaffId, seniorWhiteList }
  },

  getOrgAuthInfo(state) {
    return { authLevel: 0, orgName: state.records.departments.get(ROOT)?.name ?? '' }
  },
} satisfies Handlers

/** The userid of whoever runs the company in the console: its owner, else its first main administrator. */
export function mainAdministrator({ records }: State): string | null {
  const [first] = [...records.admins].find(([, { level }]) => level === 1) ?? []
  return records.boss ?? first ?? null
}

function userOf(state: State, userid: string) {
  const user = state.records.users.get(userid)
  if (user === undefined) throw new ApiError(500, 'parameter.userNotExists')
  return user
}

function nameOf({ records }: State, type: 1 | 2 | 3, id: string): string {
  const entry = type === 1 ? records.users.get(id) : (type === 2 ? records.departments : records.roles).get(Number(id))
  return entry?.name ?? ''
}
