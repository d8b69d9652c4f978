import { ChangedMeanwhile, type Reason } from '../core/quarantine.ts'
import { AlreadyThere } from '../core/recovery.ts'
import { DingTalkError } from './error.ts'

/**
 * Codes with which DingTalk refuses one object. They are those of the contract for the calls that apply makes; how sure
 * each one is stands there (`basis`). Most come from the global table, which no live tenant was asked about.
 */
export const reasonCodes: { readonly [code: string]: Reason } = {
  '40103': 'invite-pending',
  '60104': 'mobile-taken',
  '60107': 'account-taken',
  '40021': 'mobile-elsewhere',
  '40019': 'mobile-limit',
  '60103': 'mobile-invalid',
  '40104': 'mobile-invalid',
  '40022': 'mobile-differs',
  '41054': 'mobile-fixed',
  '60113': 'no-contact',
  '60106': 'mail-taken',
  '40101': 'mail-taken',
  '60105': 'mail-invalid',
  '40100': 'telephone-taken',
  '60102': 'userid-taken',
  '60112': 'name-invalid',
  '60001': 'name-invalid',
  '60009': 'name-invalid',
  '60008': 'name-taken',
  '60021': 'name-taken',
  '34021': 'name-taken',
  '60022': 'moderation',
  '40011': 'field-invalid',
  '40063': 'field-invalid',
  '40064': 'field-invalid',
  '40065': 'field-invalid',
  '40067': 'field-invalid',
  '60119': 'field-invalid',
  '60123': 'field-invalid',
  '60122': 'custom-field',
  '12150': 'smart-hr',
  '33012': 'person-missing',
  '40003': 'person-missing',
  '46004': 'person-missing',
  '60111': 'person-missing',
  '60121': 'person-missing',
  '60120': 'person-disabled',
  '60128': 'manager-missing',
  '40031': 'head-missing',
  '60068': 'head-missing',
  '40093': 'chat-owner',
  '60067': 'chat-owner',
  '60109': 'permits-refused',
  '60510': 'permits-refused',
  '40009': 'department-missing',
  '40010': 'department-missing',
  '40066': 'department-missing',
  '60003': 'department-missing',
  '60004': 'department-missing',
  '40023': 'department-full',
  '60005': 'department-not-empty',
  '60006': 'department-not-empty',
  '60110': 'departments-full',
  '60002': 'too-deep',
  '60010': 'department-cycle',
  '40020': 'company-full',
  '40024': 'company-full',
  '45024': 'company-full',
  '33011': 'role-missing',
  '34020': 'role-missing',
  '60301': 'role-missing',
  '23004': 'role-fixed',
  '50002': 'outside-scope',
  '50004': 'outside-scope',
}

/**
 * Why a change failed, where that concerns this one object; null where it concerns them all: the app, its permissions,
 * the address, the rate, the network or the quota. A ceiling of the company and a department outside the contact scope
 * are an administrator's to change too, but they stop nobody else.
 */
export function reasonOf(error: Error): Reason | null {
  if (error instanceof AlreadyThere) return 'already-there'
  if (error instanceof ChangedMeanwhile) return error.holder === undefined ? 'changed-meanwhile' : 'mobile-taken'
  if (!(error instanceof DingTalkError)) return 'unexpected'
  if (error.outcome === 'unknown') return 'unclear'
  const code = error.code === '88' ? (error.subCode ?? error.code) : error.code
  if (Object.hasOwn(reasonCodes, code)) return reasonCodes[code] ?? null
  return ['item', 'absent', 'exists'].includes(error.action) ? 'rejected' : null
}
