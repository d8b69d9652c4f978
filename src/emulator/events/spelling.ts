import { writeJson } from '../json.ts'
import type { Switches } from '../switches.ts'
import type { ContactEvent, Label } from './event.ts'

/** Business fields of an event, by the names of one spelling. */
export type Body = { readonly [field: string]: unknown }

/**
 * The body as Stream carries it: `camel`, or `pascal` as in the captures of HTTP from 2019 to 2022. In those every event
 * has a time, a joiner has an operator, a deleted role a scope, and no change of a person a diff.
 */
export function bodyOf(event: ContactEvent, spelling: 'camel' | 'pascal', switches: Switches): Body {
  const old = spelling === 'pascal'
  const fields = camelBody(event, old, switches)
  if (!old) return fields
  const renamed = Object.entries(fields).map(([name, value]) => [pascal[name] ?? name, value])
  return { TimeStamp: String(event.at), ...Object.fromEntries(renamed) }
}

/** The one flat object that a push holds: as in today's samples, or as captured from 2019 to 2022. */
export function pushBodyOf(event: ContactEvent, corp: string, switches: Switches): Body {
  if (switches.httpSpelling === 'old')
    return { EventType: event.type, CorpId: corp, ...bodyOf(event, 'pascal', switches) }
  const told = { EventType: event.type, EventTime: event.at, CorpId: corp, BizId: String(event.at), eventId: event.id }
  return { ...told, ...bodyOf(event, 'camel', switches) }
}

const pascal: { readonly [name: string]: string } = {
  timeStamp: 'TimeStamp',
  userId: 'UserId',
  deptId: 'DeptId',
  labelIdList: 'LabelIdList',
  userIdList: 'UserIdList',
  preLabelList: 'PreLabelList',
  postLabelList: 'PostLabelList',
  optStaffId: 'OptStaffId',
}

function camelBody(event: ContactEvent, old: boolean, switches: Switches): Body {
  if ('body' in event) return event.body
  const operated = event.operator !== undefined ? { optStaffId: event.operator } : {}
  const timed = { timeStamp: String(event.at) }
  switch (event.type) {
    case 'user_add_org':
      return { ...timed, userId: event.users, ...(old && operated) }
    case 'user_leave_org':
      return { ...timed, userId: event.users, ...operated }
    case 'user_modify_org': {
      const { diff } = event
      const told = diff !== undefined && !old && switches.diffInfo !== 'none'
      const diffInfo = switches.diffInfo === 'array' ? [diff] : diff
      return { ...timed, userId: event.users, ...(told && { diffInfo }), ...operated }
    }
    case 'user_active_org':
      return { userId: event.users }
    case 'org_admin_add':
    case 'org_admin_remove':
      return { ...timed, userId: event.users }
    case 'org_dept_create':
    case 'org_dept_modify':
    case 'org_dept_remove':
      return { deptId: event.departments }
    case 'label_user_change': {
      const action = event.change === 'added' ? 'add' : switches.roleRemoval
      return { userIdList: event.users, labelIdList: event.labels, action }
    }
    case 'label_conf_add':
      return { labelIdList: event.labels, scope: '1' }
    case 'label_conf_del':
      return { labelIdList: event.labels, ...(old && { scope: '1' }) }
    case 'label_conf_modify': {
      const long = switches.roleDetails
      const preLabelList = [labelText(event.before, long === 'pre')]
      const postLabelList = [labelText(event.after, long === 'post')]
      return { labelIdList: event.labels, scope: '1', postLabelList, preLabelList }
    }
    case 'org_change':
      return {}
  }
}

/** A role inside a list of an event: JSON in a text, in a long form or a short one. */
function labelText({ id, name, group }: Label, long: boolean): string {
  const more = { deleted: false, level: 1, scope: 1, ...(group !== undefined && { parentId: group }) }
  return writeJson({ ...(long && more), hidden: false, name, id, extraInfo: {} })
}
