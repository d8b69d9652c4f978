import type { Model, Value } from '../../core/model.ts'
import { Personal } from '../../core/personal.ts'
import { isEntries } from '../../core/value.ts'
import { fieldsOf } from '../body.ts'
import type { Kind } from '../kind.ts'
import { holderOf, inviteeOf } from './holder.ts'
import { completeUser, departmentsOf, modelOf, statedUser } from './model.ts'
import { readUser, readUsers, userExists } from './read.ts'
import type { UserRemote } from './remote.ts'
import { restoreUser, saveUser } from './saved.ts'
import { createUser, deleteUser, findUser, replaceUser, updateUser } from './write.ts'

const CREATE = fieldsOf('UserCreate')
const UPDATE = fieldsOf('UserUpdate')
const BY_DEPARTMENT = ['dept_id_list', 'dept_order_list', 'dept_title_list']

/** Never returned; an avatar comes back as a URL instead of the media id that was written. */
const WRITE_ONLY = [
  ...Object.keys(CREATE).filter((field) => CREATE[field]?.['x-write-only'] && UPDATE[field] !== undefined),
  'avatarMediaId',
]

/** A person: fields, main and further departments with order and title in each, and manager. */
export const user: Kind<UserRemote> = {
  name: 'user',
  shapes: { dept_id_list: 'set', dept_order_list: 'entries', dept_title_list: 'entries', extension: 'set' },
  moves: ['main'],
  replaces: ['mobile'],
  createOnly: Object.keys(CREATE).filter(
    (field) => field !== 'login_id' && field !== 'mobile' && UPDATE[field] === undefined,
  ),
  remembered: [...WRITE_ONLY, 'dept_title_list'],
  /** Titles in departments come back as positions, and only where the organisation switched those on. */
  unreadable: ({ detail }) =>
    (detail?.dept_position_list ?? []).length > 0 ? WRITE_ONLY : [...WRITE_ONLY, 'dept_title_list'],
  deletable: true,

  read: readUsers,
  readOne: readUser,
  keyIsId: true,
  holds: ({ detail }) =>
    (detail?.leader_in_dept ?? []).flatMap(({ dept_id, leader }) =>
      leader === true && dept_id !== undefined ? [{ kind: 'department', id: String(dept_id) }] : [],
    ),
  exists: userExists,
  shows: ({ item, detail }, field) => field in item || (detail !== undefined && field in detail),

  /** A userid is key and id at once, so a lost lock costs nothing here. */
  identify: ({ desired, remotes }) => ({
    ids: Object.fromEntries(
      Object.keys(desired)
        .filter((key) => remotes.has(key))
        .map((key) => [key, key]),
    ),
  }),
  model: modelOf,
  complete: completeUser,
  witness: ({ item, departments }) => ({ name: item.name, mark: item.userid, departments: departments.map(String) }),
  unmanagedName: ({ item }) => item.name,

  /** Existing people need neither in their file, so only a plan can tell. */
  lacking(after) {
    if (after['name'] === undefined)
      return {
        en: ['this person is not in DingTalk yet, and has no name here', 'add "name: …"'],
        zh: ['这个人还不在钉钉里，文件里也没有写姓名', '加上 "name: 姓名"'],
      }
    if (after['mobile'] !== undefined || after['email'] !== undefined || after['exclusive_account'] === true)
      return null
    return {
      en: [
        'this person is not in DingTalk yet, and adding one needs a mobile number',
        'add "mobile: …" (or an e-mail); if they have left the company, take them out of the files',
      ],
      zh: [
        '这个人还不在钉钉里，添加员工需要手机号',
        '加上 "mobile: 手机号"（或者邮箱）；如果这个人已经离职，就把他从文件里删掉',
      ],
    }
  },

  invitee: inviteeOf,
  findInvitee: holderOf,

  *references(model: Model) {
    for (const key of departmentsOf(model)) if (key !== '/' && !key.startsWith('#')) yield { kind: 'department', key }
    const manager = model['manager_userid']
    if (typeof manager === 'string') yield { kind: 'user', key: manager }
  },
  asStated: statedUser,
  omit(model, missing) {
    if (missing.kind === 'user') {
      const { manager_userid: _, ...rest } = model
      return rest
    }
    // Without the main department there is no place for the person; a further one can follow later.
    if (model['main'] === missing.key) return null
    const without = (value: Value): Value =>
      isEntries(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== missing.key)) : value
    return Object.fromEntries(
      Object.entries(model).map(([field, value]) => [field, BY_DEPARTMENT.includes(field) ? without(value) : value]),
    )
  },

  /** Mobiles, mails and extension numbers are unique in the company. */
  *slots(model) {
    for (const field of ['mobile', 'email', 'telephone']) {
      const value = model[field]
      if (value instanceof Personal && !value.closed) yield `${field} ${value.reveal()}`
    }
  },
  park: ({ email: _email, telephone: _telephone, ...rest }) => ({ ...rest, email: null, telephone: null }),

  create: createUser,
  update: updateUser,
  replace: replaceUser,
  save: saveUser,
  restore: restoreUser,
  delete: deleteUser,
  /** The userid is all there is to look for. */
  naturalKey: () => ({}),
  find: findUser,
}
