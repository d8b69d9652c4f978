import type { Explanations } from './explanation.ts'

/** What each code of ours means, in English. */
export const explanationsEn: Explanations = {
  problems: {
    'file-not-readable': {
      title: 'file cannot be read',
      text: 'The file is there but does not open, or it is not UTF-8 text. Links that lead out of the directory are not followed. Check permissions and encoding, and put a real file in the place of a link.',
    },
    'file-too-large': {
      title: 'file too large',
      text: 'A file is larger than is allowed. A list of people can be split by department; a file may hold one person or many.',
    },
    'directory-too-large': {
      title: 'directory too large',
      text: 'All files together may have 50 MiB, in 100,000 files and folders that stand at most 64 deep. A company of 100,000 people needs far less: write several people into one file, and take away what does not belong here.',
    },
    'yaml-syntax': {
      title: 'not valid YAML',
      text: 'The file is not valid YAML. Usually the indentation is off, a space is missing after a colon, or a quote is not closed. Mend it at the line and column given.',
    },
    'yaml-forbidden': {
      title: 'YAML feature not allowed',
      text: 'So that every file says what it means, anchors (&), aliases (*), tags (!) and merge keys (<<) are refused. Write the value out instead.',
    },
    'duplicate-yaml-key': {
      title: 'field written twice',
      text: 'One field stands twice in the same place, and it is not clear which one holds. Remove one.',
    },
    'unexpected-file': {
      title: 'file in the wrong place',
      text: 'Such a file does not belong here. departments holds the .yaml files of departments and people, roles those of role groups, and the top level only rollbook.yaml and rollbook.lock.json. Move or rename the file.',
    },
    'unportable-name': {
      title: 'name that not every system takes',
      text: 'A file or folder is called something that Windows or macOS cannot store, or takes for the same as its neighbour: a name of a device such as CON, one that ends in a dot or a space, one with : or *, or two names that differ only in capital letters. Checked out there it would be missing, and whoever is missing looks like somebody who left. Rename it; a department’s own name can stand in its department.yaml.',
    },
    'unknown-field': {
      title: 'no such field',
      text: 'The name is misspelt, or DingTalk has no such field. Fields are called what DingTalk’s interface calls them, such as job_number or work_place. The report suggests the nearest one; custom fields belong under extension.',
    },
    'missing-field': {
      title: 'required field missing',
      text: 'Everybody needs a userid, every role a name: add what is missing. Somebody who is not in DingTalk yet also needs a name, and a mobile or an email, to be added.',
    },
    'wrong-type': {
      title: 'wrong type of value',
      text: 'For example text where a list belongs, or “yes” where true or false belongs. Write lists line by line with dashes, switches as true or false, and put numbers that begin with 0 in quotes.',
    },
    'invalid-value': {
      title: 'value not allowed',
      text: 'The type is right, but DingTalk would not take this value: a date that does not exist, a mail address without @, a mobile with too few digits. The report says what it should look like.',
    },
    'too-long': {
      title: 'too long',
      text: 'DingTalk limits the length of this field; the name of a department has at most 64 characters. Make it shorter.',
    },
    'too-many': {
      title: 'too many entries',
      text: 'DingTalk limits the size of this list; a hidden department names at most 50 people and departments who may see it. Take some away, or name one department in the place of many people.',
    },
    'forbidden-characters': {
      title: 'characters not allowed',
      text: 'The name of a department may not hold a hyphen or a comma, and no name may hold control characters that cannot be seen. Remove or replace them.',
    },
    'cannot-clear': {
      title: 'field cannot be cleared',
      text: 'null means “clear it”, but DingTalk does not let this field be cleared. To leave it unmanaged, remove the whole line.',
    },
    'root-not-writable': {
      title: 'root department cannot be changed',
      text: 'The departments folder itself stands for the company, which no call can change. Move department.yaml into the folder of a department; change the company’s name in the admin console.',
    },
    'unknown-department': {
      title: 'no such department',
      text: 'A file names a department that does not exist. Write a department as its path below departments, such as 研发部/后端组, or as the key that its department.yaml gives it. The report suggests the nearest one.',
    },
    'unknown-person': {
      title: 'no such person',
      text: 'A file names a userid that no file below departments describes. Others are named by userid, not by name, and need a file of their own. To be in DingTalk is not enough: make a file in the folder of their department, with the userid they have in DingTalk. If they have left, change the places that name them too: managers, department heads, members of roles.',
    },
    'unknown-role-group': {
      title: 'no such role group',
      text: 'The role group is not in roles. It is called what its file is called, unless group says otherwise.',
    },
    'duplicate-person': {
      title: 'person appears twice',
      text: 'A userid stands only once in the whole directory, and its folder is the main department. For further departments list them under also in the same place instead of writing a second file.',
    },
    'duplicate-mobile': {
      title: 'mobile used twice',
      text: 'Two people have the same mobile, which DingTalk does not allow. Correct one of them; the report shows it masked.',
    },
    'duplicate-email': {
      title: 'e-mail used twice',
      text: 'Two people have the same e-mail, which DingTalk wants unique in the company. Correct one of them.',
    },
    'duplicate-telephone': {
      title: 'extension used twice',
      text: 'Two people have the same extension, which DingTalk wants unique in the company. Correct one, or leave a shared one out.',
    },
    'duplicate-key': {
      title: 'key used twice',
      text: 'Two departments have the same key, or the key of one is the path of another. Give one of them another key.',
    },
    'duplicate-name': {
      title: 'name used twice',
      text: 'Two departments under one parent, or two roles in one group, have the same name. Rename one of them.',
    },
    'duplicate-entry': {
      title: 'entry stands twice in a list',
      text: 'The same person or department stands twice in one list. Remove one.',
    },
    'conflicting-fields': {
      title: 'fields contradict each other',
      text: 'Some fields cannot stand together, such as a mobile for an enterprise account, and some need another to have any effect. Remove one or add the other, as the report says.',
    },
    'manager-cycle': {
      title: 'managers go round in a circle',
      text: 'Following manager_userid upwards leads back to the same person. Correct the manager of one of them.',
    },
    'manager-not-member': {
      title: 'department head is not in the department',
      text: 'DingTalk wants heads and the owner of the chat to be members of the department. Move the person’s file into it, or add the department to the person’s also.',
    },
    'too-deep': {
      title: 'departments too deep',
      text: 'DingTalk limits how deep departments nest. Move this one up.',
    },
    'ambiguous-rename': {
      title: 'unclear which department was renamed',
      text: 'The folder of a department is gone, and more than one new folder could be it. Rather than delete a department by mistake, Rollbook asks: write previously in the department.yaml of the new one, with its former key. It also asks when DingTalk has two departments of one name in the same place and nothing says which is this folder: rename one of the two in the console.',
    },
    'reserved-name': {
      title: 'name is reserved',
      text: 'This name means something else: keys that begin with # stand for what the files do not manage, and DingTalk’s own role groups cannot be used. Choose another.',
    },
    'lock-invalid': {
      title: 'lock file damaged',
      text: 'rollbook.lock.json is written by the program and records what the files manage: do not edit it. In a merge conflict keep the lines of both sides. If it is damaged, take the last good version from git. If there is none, run rollbook lock rebuild: it recognises the departments, roles and people of the files in DingTalk by mark, name and userid, and keeps what can be used of the damaged lock; nothing is deleted and nothing created twice.',
    },
    'sealed-invalid': {
      title: 'sealed value not whole',
      text: 'Behind "age:" stands one piece of base64, and in it a standard age file made for a key that begins with age1. Mostly a part was lost in copying, or a line break came in. Restore the line from git, or seal the value again with rollbook seal --user <userid> --field <field>.',
    },
    'sealed-unopened': {
      title: 'sealed value cannot be opened',
      text: 'Only rollbook apply and rollbook reseal open values. The key comes from the environment alone: ROLLBOOK_AGE_KEY is the key itself, ROLLBOOK_AGE_KEY_FILE the path of its file. If the key is the right one, the value was sealed for another one, or was changed after it was sealed: restore it from git, or seal it again. Nothing was written to DingTalk.',
    },
    'sealed-foreign': {
      title: 'sealed value belongs elsewhere',
      text: 'Every sealed value says inside whose it is and of which field; copied to another person or field it is worth nothing. Seal the right value here with rollbook seal. Nothing was written to DingTalk.',
    },
    'recipients-invalid': {
      title: 'list of recipients wrong',
      text: 'The file .recipients in the directory says for whom values are sealed: one age1… a line, and lines that begin with # are comments. A secret key (AGE-SECRET-KEY…) must never stand there; if one did, make a new key and run rollbook reseal.',
    },
  },
  refusals: {
    'deletion-plan-only': {
      title: 'deletions are not enabled',
      text: 'A file that is gone means a deletion in DingTalk, and rollbook.yaml only lets deletions be planned unless it says otherwise. To delete, set users, departments or roles to enabled under deletions; for people who leave, departed.move_to moves them to a department instead. To keep them, put the files back.',
    },
    'limit-exceeded': {
      title: 'too much at once',
      text: 'More would change than limits in rollbook.yaml allow, which usually means that files were deleted or moved by mistake. Beside the limits of the company, no department with everything below it may lose most of its people at once, and subtrees sets limits for single departments. If it is right, split the change; to do it all at once, approve this one plan with a file (the plan prints it), or raise the limit. With --base, a limit that the change itself raises does not count.',
    },
    'wrong-company': {
      title: 'another company',
      text: 'The credential belongs to another company than the directory describes. Check DINGTALK_CLIENT_ID and corp in rollbook.yaml. A lock is never moved from one company to another.',
    },
    'lock-contradicted': {
      title: 'DingTalk contradicts the lock',
      text: 'rollbook.lock.json says which department, role and person of DingTalk each key is. The marks and names in DingTalk say that some entries are wrong: somebody edited the file, or it is older than the company (for example because the lock of the last apply was never committed). A wrong lock would change or dissolve the wrong department, so nothing is written. Take the rollbook.lock.json of the last apply from git; rollbook lock verify shows every entry; if there is no good one, rollbook lock rebuild makes it anew from the marks in DingTalk and the files.',
    },
    'lock-older': {
      title: 'an older lock',
      text: 'This machine remembers the lock before and after each apply. The rollbook.lock.json of today equals an earlier one and not the last: somebody put an old one back. It does not know what was created, renamed and removed since, so nothing is written. Take the newest one from git. If this one is right after all, run rollbook lock verify: when every entry agrees with DingTalk, it is accepted. Or run rollbook lock rebuild.',
    },
    'empty-desired': {
      title: 'the files are empty',
      text: 'The files hold nobody and no department, which would delete everything that is managed. Most likely -d names the wrong folder, or the repository was not checked out whole.',
    },
    'incomplete-read': {
      title: 'not read as a whole',
      text: 'DingTalk did not show everything: the app may not see the whole company, a page was not read, or the head count disagrees. What cannot be seen may still exist, so nothing is written. Let an administrator set the scope of the app to all employees, on its permission page in DingTalk’s developer console. If that is right already, somebody probably changed the directory in the meantime: run it again later. What the lock lists and no list shows is asked for by its id, and only DingTalk’s own word makes it gone; when too much is missing nothing is asked, for then it was not read, or the lock is not the present one of this company. rollbook lock verify tells of every entry whether DingTalk has it; where the lock is not the right one, take the right one from git.',
    },
    'mobile-replacement': {
      title: 'replacing a mobile needs consent',
      text: 'DingTalk cannot change a mobile, only delete the person and add them again; the attendance group, face enrolment and the Smart HR roster entry are lost. To do it, write replace: mobile in the person’s file. Better: let the person change it in DingTalk, and leave the mobile out of the file. A file of approvals lets one plan through as well.',
    },
    protected: {
      title: 'protected',
      text: 'People listed under protected in rollbook.yaml are not deleted, not moved to the department of those who left, not deleted and added again, and do not lose a department, a role or a headship; departments listed there are not dissolved, not moved, and keep their heads. Other details and names may change. This change would do one of the former. Change the files back; if it must be, take the name off protected first, in a change of its own, or approve this one plan with a file.',
    },
    'protected-identity': {
      title: 'what a protected person signs in with would change',
      text: 'A mobile, an e-mail, a company e-mail, a login name and a password decide who can sign in as somebody, and the userid is the account itself. For people listed under protected in rollbook.yaml a change of these hands the account over, so it is not an edit like any other, and stops the plan. A userid cannot be changed: another one in the file deletes the account and makes a new one. Change the files back; if it must be, take them off protected first, in a change of its own, or approve this one plan with a file.',
    },
    administrators: {
      title: 'administrators',
      text: 'Before people are removed, DingTalk is asked once who administers the company. A super administrator is never removed or added again like this, not with an approval either: hand the office over in the admin console first. At least two administrators have to remain: appoint more first, or approve this one plan with a file. A list that could not be read is not taken for an empty one: give the app the permission to read administrators, or run it again later.',
    },
    'own-access': {
      title: 'the app would lose its own access',
      text: 'Besides the whole company, the contact scope of the app names single departments or people, and this change would remove or move some of them. The app would see less afterwards, and what it does not see looks deleted. First take them out of the scope, on the app’s permission page in DingTalk’s developer console, or put the files back. This cannot be approved.',
    },
    'departed-changed': {
      title: 'how people leave, and who leaves, in one change',
      text: 'At the commit given with --base, departed in rollbook.yaml moves people who leave to a department, where they keep their accounts. This change takes that out and deletes people, among them all who were moved there before. Take departed out in a change of its own; once that is merged, remove the people. This cannot be approved.',
    },
    'unmanaged-below': {
      title: 'departments or people inside that the files do not manage',
      text: 'A department that would be dissolved holds sub-departments or people that are in DingTalk and not in the files. With a department DingTalk also deletes its empty sub-departments, and refuses to dissolve one with people in it (60005). Rollbook leaves alone what it does not manage, so it stops. Move them elsewhere in the admin console, or write them into the files, so that they are managed, and move or remove them together with the department; to keep it, put its folder back. This cannot be approved.',
    },
  },
  exits: {
    '0': {
      title: 'done',
      text: 'The command did its work. A plan ends with 0 with and without changes; --detailed-exitcode tells the two apart.',
    },
    '1': {
      title: 'unexpected error',
      text: 'The network, DingTalk or Rollbook itself failed. The output says why and what to do next; --verbose shows more.',
    },
    '2': {
      title: 'there are changes',
      text: 'rollbook plan --detailed-exitcode found changes. This is no error; without the option a plan ends with 0 either way. rollbook seal --check and rollbook codeowners --check use it too: something stands in clear, or CODEOWNERS is not current.',
    },
    '3': {
      title: 'stopped',
      text: 'A safety rule stopped the change and nothing in DingTalk was touched. The plan lists every reason and what to do. It is also 3 while another rollbook apply is writing the same directory.',
    },
    '4': {
      title: 'the files are invalid',
      text: 'The files are not right, and DingTalk was not asked. Mend them where the report says, and run rollbook validate.',
    },
    '5': {
      title: 'not everything was applied',
      text: 'A part was done and recorded, a part was not. Deal with the reasons in the report and run it again: it goes on with the rest and does nothing twice. An apply that cannot tell what an interrupted one made also stops with 5, before it writes, and lists the ids to look at.',
    },
    '64': {
      title: 'wrong usage',
      text: 'There is no such command or option. Rollbook stops at an option it does not know and does not guess. rollbook --help shows what there is.',
    },
    '130': {
      title: 'interrupted',
      text: 'Ctrl-C was pressed. The call under way was finished and recorded; run it again to go on.',
    },
    '143': {
      title: 'terminated',
      text: 'A signal ended it, such as a cancelled workflow. The call under way was finished and recorded; run it again to go on.',
    },
  },
}
