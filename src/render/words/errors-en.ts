import { count } from './count.ts'
import type { Words } from './zh.ts'

/** What went wrong and what to type next, in English: the equal of the Chinese one. */
export const errorsEn: Words['errors'] = {
  vendor: (p) => `DingTalk refused this call (${p.operation})`,
  pending: (p) => `This call (${p.operation}) was taken and waits for the person to agree: do not add them again`,
  vendorUnclear: (p) => `It is not known whether this call (${p.operation}) took effect`,
  noAnswer: (p) => `${p.what} (calling ${p.operation})`,
  because: (p) => `Reason: ${p.what} (${p.code})`,
  detail: (text) => `Detail: ${text}`,
  code: (p) => `Code ${p.code}: ${p.meaning}`,
  scopes: (names) => `Permission missing: ${names}`,
  requestId: (id) => `Request id ${id}, useful when you ask DingTalk`,
  noMeaning: 'DingTalk does not document this code',
  base: {
    ref: {
      what: (subject) => `--base is not followed by the name of a commit: ${subject}`,
      next: 'give a branch, a tag or a hash, such as --base origin/main',
    },
    repository: {
      what: (subject) => `${subject} is not in the work tree of a git repository, which --base needs`,
      next: 'run it in a checked-out repository, or leave --base out',
    },
    commit: {
      what: (subject) => `There is no commit ${subject} in this clone`,
      next: 'check its name; if only the latest commit was fetched, fetch more (git fetch; fetch-depth: 0 in a workflow)',
    },
    git: { what: (_subject) => 'There is no git on this machine, which --base needs', next: 'install git' },
    applied: {
      what: (subject) =>
        `The lock says that commit ${subject} was applied last, and it is not in this clone: nobody can tell who changed what`,
      next: 'fetch it (git fetch --unshallow; fetch-depth: 0 in a workflow); if it is gone for good, name what was applied then with --base, such as --base HEAD',
    },
  },
  bug: 'This is a mistake of Rollbook itself',
  bugNext: 'send the whole output below (it holds no personal data and no secrets) to the maintainers of Rollbook',
  unexpected: (message) => `Failed: ${message}`,
  file: (p) => `File ${p.path}: ${p.message}`,
  variable: (name) => `The environment variable ${name} is missing or cannot be used`,
  variables: {
    DINGTALK_CLIENT_ID:
      'set DINGTALK_CLIENT_ID to the Client ID that the app’s page in DingTalk’s developer console shows (open-dev.dingtalk.com, 凭证与基础信息)',
    DINGTALK_CLIENT_SECRET:
      'set DINGTALK_CLIENT_SECRET to the Client Secret that the app’s page in DingTalk’s developer console shows (open-dev.dingtalk.com, 凭证与基础信息)',
    DINGTALK_OAPI_URL:
      'give a whole address such as https://oapi.dingtalk.com, or leave it unset for the real DingTalk; http is for this machine only',
    DINGTALK_API_URL:
      'give a whole address such as https://api.dingtalk.com, or leave it unset for the real DingTalk; http is for this machine only',
    ROLLBOOK_AGE_KEY: 'give one AGE-SECRET-KEY-1… a line, as rollbook seal --new-key or age-keygen wrote it',
    ROLLBOOK_AGE_KEY_FILE:
      'give the path of a file that you may read and that holds one AGE-SECRET-KEY-1… a line, as rollbook seal --new-key wrote it',
    ROLLBOOK_RATE: 'give the calls per second for each API as a number above 0, such as 15, or leave it unset',
    ROLLBOOK_READ_LAG:
      'give the milliseconds after which a write is sure to be visible, from 0 to 60000, such as 5000, or leave it unset',
    DINGTALK_CALLBACK_TOKEN:
      'set DINGTALK_CALLBACK_TOKEN to the signing token of HTTP push (3 to 63 letters and digits), from the app’s page in DingTalk’s developer console (open-dev.dingtalk.com, 事件订阅)',
    DINGTALK_CALLBACK_AES_KEY:
      'set DINGTALK_CALLBACK_AES_KEY to the aes_key of HTTP push (43 letters and digits), from the app’s page in DingTalk’s developer console (open-dev.dingtalk.com, 事件订阅)',
    DINGTALK_USER_TOKEN:
      'this operation refuses the token of an app: set the variable to the token of a person who signed in to the app',
  },
  fileChanged: (file) => `Somebody changed the file ${file} in the meantime; it was left as it is`,
  fileChangedNext: 'run it again',
  pullInterrupted: ({ file }) =>
    `An earlier rollbook pull was interrupted, and somebody has edited ${file} since: it cannot be finished`,
  pullWaits: ({ written, files, stage }) =>
    `${written} of its ${count(files, 'file')} were written, the others still wait in ${stage}; nothing was touched now`,
  pullNext: ({ stage }) =>
    `look at the files with git diff and make them say what you want; then delete the folder ${stage} and run rollbook pull again, which takes the changes of DingTalk once more`,
  noOperation: (name) => `DingTalk has no operation “${name}”`,
  operations: (names) => `Close to it: ${names}`,
  listOperations: (command) => `run ${command} to list all of them`,
  request: (p) => `${count(p.problems, 'problem')} with the arguments of ${p.operation}`,
  describe: (command) => `run ${command} to see what it takes`,
  system: {
    ENOENT: {
      what: 'No such file or folder',
      next: 'check the path, or name the folder of the directory with -d',
    },
    EACCES: { what: 'No permission for this file', next: 'check the permissions of the file and try again' },
    EPERM: { what: 'No permission for this file', next: 'check the permissions of the file and try again' },
    ENOSPC: { what: 'The disk is full', next: 'make room and run it again; what was done is recorded' },
    EROFS: { what: 'The file system is read-only', next: 'run it where files can be written' },
    EADDRINUSE: { what: 'The port is taken', next: 'choose another port, or let --port 0 choose one' },
    ENOTFOUND: {
      what: 'DingTalk’s server was not found (name lookup failed)',
      next: 'check network, DNS and proxy, and whether DINGTALK_OAPI_URL and DINGTALK_API_URL are spelt right',
    },
    EAI_AGAIN: {
      what: 'Name lookup failed for the moment',
      next: 'check network and DNS, and try again in a while',
    },
    ECONNREFUSED: {
      what: 'The connection was refused',
      next: 'check DINGTALK_OAPI_URL, DINGTALK_API_URL and the proxy; with rollbook emulate, see whether it is still running',
    },
    ECONNRESET: {
      what: 'The connection broke',
      next: 'run it again in a while; a write whose outcome is unknown is looked up first',
    },
    ETIMEDOUT: { what: 'The connection timed out', next: 'check network and proxy, and run it again in a while' },
    ENETUNREACH: { what: 'The network cannot be reached', next: 'check network and proxy, and run it again' },
    EHOSTUNREACH: { what: 'The network cannot be reached', next: 'check network and proxy, and run it again' },
    CERTIFICATE: {
      what: 'The server’s certificate is not trusted',
      next: 'check whether a proxy replaced it; NODE_EXTRA_CA_CERTS names a root certificate',
    },
  },
}

/** What Rollbook does about an error code, and what a person can do, in English. */
export const actionsEn: Words['actions'] = {
  retry: {
    does: 'slows down and repeats the call; if it never gets through, the run ends',
    you: 'usually nothing; if it keeps coming, lower ROLLBOOK_RATE and run it again',
  },
  token: {
    does: 'fetches a new access token once and repeats the call; if that is refused too, the run ends',
    you: 'if it comes again, check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET',
  },
  config: {
    does: 'ends the run, for other calls would fail alike; while it applies, a ceiling of the company or the contact scope fails this step alone, and the others go on',
    you: 'an administrator must look at the app in DingTalk’s developer console: its credential, its permissions and their scope, its list of server addresses',
  },
  item: {
    does: 'stops while it reads; while it applies, this step fails and the others go on',
    you: 'change this one in the files as the reason says, then run rollbook plan',
  },
  absent: {
    does: 'takes a deletion for done; what disappears while it is read makes the read incomplete; any other step fails',
    you: 'if it is still in DingTalk, check on the app’s permission page that its scope is all employees',
  },
  exists: {
    does: 'takes over a department of that name if it carries Rollbook’s mark; otherwise this step fails and the others go on',
    you: 'look in the admin console whether the one in DingTalk is the same: if so, use its present name or userid in the files; if not, choose another',
  },
  quota: {
    does: 'ends the run and does not repeat the call',
    you: 'wait for the next month or buy more calls. Reading and writing the directory is usually not metered, but each plan asks once what the app may see, and that is',
  },
  check: {
    does: 'repeats a read. It never repeats a write blindly: what was to be made is looked up at once, anything else is left to the next run, which reads DingTalk anew',
    you: 'run it again in a while; what was done is not done twice',
  },
}
