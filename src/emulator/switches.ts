/**
 * Where the contract contradicts itself or does not know, the emulator has a switch. Defaults are what a careless client
 * would not survive; a client that is right under both positions is right in any case. The table with reasons stands in
 * README.md beside this file.
 */
export interface Switches {
  /** What a sibling of the same name answers: 60021 (current table) or 60008 (table of 2016). */
  readonly nameClash: 60021 | 60008
  /** Which of the two codes for a mail that somebody else has. */
  readonly mailClash: 60106 | 40101
  /** What an expired token answers: 40014 like any invalid one, or 42001. */
  readonly expiredToken: 40014 | 42001
  /** Codes that travel in the gateway form: errcode 88 with the code as sub_code. */
  readonly gatewayCodes: readonly number[]
  /** Leaving out `senior_mode` on update switches executive mode off. */
  readonly seniorModeDefaultsToFalse: boolean
  /** What an update's `dept_order_list` does to the order in departments it does not name. */
  readonly unlistedOrders: 'drop' | 'keep'
  /** The same for `dept_title_list` and `dept_position_list`. */
  readonly unlistedTitles: 'drop' | 'keep'
  /** List items leave out `dept_order` for people whose order nobody set. */
  readonly hidesUnsetOrder: boolean
  /** The organisation has multiple positions: reads return `dept_position_list`, and it names the main department. */
  readonly multiplePositions: boolean
  /** What an empty value does to a field whose clearing the contract marks low or unknown. */
  readonly emptyValue: 'clears' | 'ignored'
  /** Unset fields of answers: as recorded (`""`, `[]`, `{}`) or left out, as the official rule says. */
  readonly unsetFields: 'empty' | 'omitted'
  /** Permit lists of a department are stored always, and returned only while they have an effect, or always. */
  readonly permitsShown: 'when-effective' | 'always'
  /** `getDepartment` returns `source_identifier`. */
  readonly sourceIdentifierReadable: boolean
  /** A sub-department list under a parent outside the contact scope: visible children only, or 50004. Root only. */
  readonly rootOutsideScope: 'filtered' | 'refused'
  /** Role names are unique per group or in the whole organisation. */
  readonly roleNamesUnique: 'group' | 'organisation'
  /** The unit of size and offset of the role list: roles (a group may be split across pages) or groups. */
  readonly roleListUnit: 'roles' | 'groups'
  /** Deleting a role that still has members is refused (23004), or takes the role from them. */
  readonly roleWithMembers: 'refused' | 'deleted'
  /** How a member's whole-organisation scope is read: without `manageScopes`, or as the root department. */
  readonly wholeScope: 'omitted' | 'root'
  /** Name of the system role group: 默认 in a Chinese console, Default in the contract's words. */
  readonly defaultGroup: string
  /** A refused create (60104) carries the userid that has the mobile already. */
  readonly mobileClashTellsUserid: boolean
  /** The userid of somebody who accepted an invitation: one of DingTalk's own, or the one that was asked for. */
  readonly acceptedUserid: 'own' | 'asked'
  /** Enterprise mail is enabled: without it org_email has no effect and is not returned. */
  readonly enterpriseMail: boolean
  /** An organisation registered outside the mainland: a mobile without country code is refused. */
  readonly registeredAbroad: boolean
  /** Fields the contract does not know: refused with 400002, or ignored as an official sample suggests. */
  readonly unknownFields: 'refused' | 'ignored'
  /** What the app itself writes makes events like everything else, or none. */
  readonly ownWrites: 'emitted' | 'silent'
  /** Stream names fields as documented (`userId`), or as a public project keeps them (`UserId`). */
  readonly streamSpelling: 'camel' | 'pascal'
  /** A connection is told REGISTERED after CONNECTED. */
  readonly registeredFrame: boolean
  /** The shape of `diffInfo`: a list of objects (2023), one object (the documentation), or not there (2021). */
  readonly diffInfo: 'array' | 'object' | 'none'
  /** The `action` of an event about a role that somebody lost: only `add` was ever captured. */
  readonly roleRemoval: string
  /** Which list of `label_conf_modify` has the long form: `PreLabelList` in a capture, the other in the documentation. */
  readonly roleDetails: 'pre' | 'post'
  /** What HTTP pushes look like: the samples of the documentation, or captures of 2019 to 2022, which have no event id. */
  readonly httpSpelling: 'new' | 'old'
  /** The parameter of a push that carries its signature. */
  readonly signatureParameter: 'signature' | 'msg_signature'
  /** Reading the list of failed pushes removes what was returned, or returns the same again. */
  readonly failedListReading: 'removes' | 'keeps'
  /** Events that no Stream connection acknowledged come into the list of failed pushes too. */
  readonly failedListCoversStream: boolean
}

export const defaultSwitches: Switches = {
  nameClash: 60021,
  mailClash: 60106,
  expiredToken: 40014,
  gatewayCodes: [60011, 60020],
  seniorModeDefaultsToFalse: true,
  unlistedOrders: 'drop',
  unlistedTitles: 'drop',
  hidesUnsetOrder: false,
  multiplePositions: true,
  emptyValue: 'clears',
  unsetFields: 'empty',
  permitsShown: 'when-effective',
  sourceIdentifierReadable: true,
  rootOutsideScope: 'filtered',
  roleNamesUnique: 'group',
  roleListUnit: 'roles',
  roleWithMembers: 'refused',
  wholeScope: 'omitted',
  defaultGroup: '默认',
  mobileClashTellsUserid: false,
  acceptedUserid: 'own',
  enterpriseMail: true,
  registeredAbroad: false,
  unknownFields: 'refused',
  ownWrites: 'emitted',
  streamSpelling: 'camel',
  registeredFrame: true,
  diffInfo: 'array',
  roleRemoval: 'remove',
  roleDetails: 'pre',
  httpSpelling: 'new',
  signatureParameter: 'signature',
  failedListReading: 'removes',
  failedListCoversStream: false,
}
