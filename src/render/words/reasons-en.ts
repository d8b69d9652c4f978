import type { ReasonWords } from './reasons-zh.ts'

/** In English; a part of the catalogue. */
export const reasonsEn: ReasonWords = {
  'invite-pending': {
    what: 'an invitation was sent, and the person joins once they accept it',
    next: 'let the person accept in DingTalk, then run rollbook apply again; nobody is invited twice until then',
  },
  'mobile-taken': {
    what: 'somebody in the company has this mobile already',
    next: 'if it is the same person, write their userid into the file; if not, check the number with the person',
  },
  'account-taken': {
    what: 'whoever signs in to DingTalk with this mobile is in the company already, perhaps under another number',
    next: 'find the person in the admin console and write their userid into the file; if they are two people, check the number',
  },
  'mobile-elsewhere': {
    what: 'this mobile belongs to another DingTalk account',
    next: 'check the number with the person; if it is right, let them settle the other account in DingTalk first',
  },
  'mobile-limit': {
    what: 'this mobile is in five companies without verification already, and may not join another',
    next: 'let the person leave one of them in DingTalk, or use another number',
  },
  'mobile-invalid': {
    what: 'DingTalk does not take this for a mobile number',
    next: 'check the number; one from outside mainland China needs its country code, such as +852-60000000',
  },
  'mobile-differs': {
    what: 'the person signs in with another number than the company has, so DingTalk lets nobody edit them',
    next: 'let the person make both numbers the same, or write replace: mobile in their file to delete and add them again',
  },
  'mobile-fixed': {
    what: 'the company cannot change a mobile in DingTalk',
    next: 'let the person change it in DingTalk; if the company must, write replace: mobile in their file',
  },
  'no-contact': {
    what: 'there is neither mobile nor e-mail, so DingTalk cannot add this person',
    next: 'write a mobile or an e-mail into the file',
  },
  'mail-taken': {
    what: 'somebody in the company has this e-mail already',
    next: 'check whether it was given to two people',
  },
  'mail-invalid': { what: 'DingTalk does not take this for an e-mail address', next: 'check how it is written' },
  'telephone-taken': {
    what: 'somebody in the company has this extension already',
    next: 'check it, and give one of the two another one',
  },
  'userid-taken': {
    what: 'somebody has this userid already',
    next: 'run it again to take over the same person; if it is somebody else, choose another userid',
  },
  'name-invalid': {
    what: 'DingTalk does not take this name',
    next: 'leave out special characters, or make it shorter',
  },
  'name-taken': {
    what: 'there is a department or role of this name already',
    next: 'run it again, and it is taken over where that is possible; otherwise choose another name, or rename the other one in the admin console',
  },
  moderation: {
    what: 'the text did not pass DingTalk’s moderation',
    next: 'word it differently: look for a word in name, title or remark that may be held back',
  },
  'field-invalid': {
    what: 'DingTalk does not take one of the fields: it is too long, or written in another way',
    next: 'see below what the error code says, and shorten or correct that field',
  },
  'custom-field': {
    what: 'a custom field is wrong',
    next: 'define the custom field in the admin console first, under exactly the name used under extension',
  },
  'smart-hr': {
    what: 'title and departments belong to Smart HR and cannot be changed in the directory',
    next: 'transfer the person in Smart HR, then write the same into the files',
  },
  'person-missing': {
    what: 'DingTalk says that this person is not in the company: they may have left, not joined yet, or just been deleted',
    next: 'look at them in the admin console; the next run reads DingTalk anew',
  },
  'person-disabled': {
    what: 'the account of this person is disabled',
    next: 'an administrator must enable it in the admin console, then run it again',
  },
  'manager-missing': {
    what: 'the manager is not in DingTalk',
    next: 'see whether the manager in the file still works here; if they are new, run it again once they have joined',
  },
  'head-missing': {
    what: 'somebody on the list is not in DingTalk, or not in this department',
    next: 'see whether the heads and those who may see the department are all employed, and the heads its members, then run it again',
  },
  'chat-owner': {
    what: 'the owner of the department chat is not a member of the department',
    next: 'choose somebody from the department, or add the owner to it',
  },
  'permits-refused': {
    what: 'DingTalk did not take the list of who may see the department',
    next: 'see whether the departments and people on it all exist, and are 50 at most together, then run it again',
  },
  'department-missing': {
    what: 'DingTalk says that there is no such department: it may just have been dissolved',
    next: 'look whether it is there in the admin console; the next run reads DingTalk anew',
  },
  'department-full': {
    what: 'the department has 1000 people, and may not have more',
    next: 'split it into sub-departments',
  },
  'department-not-empty': {
    what: 'somebody, or a sub-department, is still in the department, so it cannot be dissolved',
    next: 'move the people and sub-departments out of it first, then run it again',
  },
  'departments-full': {
    what: 'the ceiling of departments is reached',
    next: 'dissolve departments that nobody needs, or let an administrator look at the company’s ceilings and its verification',
  },
  'too-deep': { what: 'the department would stand too deep', next: 'put it on a higher level' },
  'department-cycle': {
    what: 'the department would stand below itself',
    next: 'see whether somebody has just moved departments in the admin console; the next run reads DingTalk anew',
  },
  'company-full': {
    what: 'the company has as many people or accounts as it may, so nobody can be added',
    next: 'an administrator must look at its ceilings and verification in the admin console; once they are raised, run it again',
  },
  'role-missing': {
    what: 'DingTalk says that there is no such role or role group',
    next: 'the next run reads DingTalk anew, and makes again what is gone',
  },
  'role-fixed': {
    what: 'this role is DingTalk’s own, or people still have it, so it cannot be changed or deleted',
    next: 'take a role of DingTalk’s own out of the files; take one that people have from them before it is deleted',
  },
  'outside-scope': {
    what: 'it is outside the app’s contact scope, so DingTalk does not let it be changed. It does not mean that it is gone',
    next: 'an administrator must widen the app’s contact scope to all employees; people and departments of an associated company cannot be changed: take them out of the files',
  },
  'already-there': {
    what: 'there is one of this name in DingTalk already, without Rollbook’s mark',
    next: 'look in the admin console whether it is the same: if so, run it again and it is taken over; if not, rename one of them',
  },
  'changed-meanwhile': {
    what: 'DingTalk has changed since it was read, and the planned write would have done harm, so it was not sent',
    next: 'run it again: DingTalk is read anew',
  },
  unclear: {
    what: 'there was no clear answer, and it is not known whether it was done',
    next: 'run it again: it looks in DingTalk first, and nothing is done twice',
  },
  rejected: {
    what: 'DingTalk did not take this',
    next: 'see below what the error code says, change this in the files, and run rollbook plan',
  },
  unexpected: {
    what: 'something unforeseen went wrong with this one',
    next: 'run it again; if it stays, run it with --verbose and send the output to the maintainers of Rollbook',
  },
}
