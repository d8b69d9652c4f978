import type { ImportReport, LeftOut, Marks } from '../core/import-report.ts'
import type { Gap, Proof } from '../core/model.ts'
import type { Language } from '../render/words.ts'

type Counts = ImportReport['counts']

/** What `rollbook import` says. */
const zh = {
  reading: '读取钉钉，整家公司一次读完',
  readingPeople: '读取钉钉，逐个读取员工',
  resumed: (n: number) => `接着上次没读完的继续：有 ${n} 个人和部门不用再读。`,
  resumable: '导入中断了，没有写任何文件。一小时内再运行一次，会从断开的地方接着读。',
  done: ({ departments, people, roles }: Counts, folder: string) =>
    `已导入 ${departments} 个部门、${people} 人、${roles} 个角色，写在 ${folder}。`,
  unchanged: '钉钉没有任何改动。',
  marking: '给部门打标记',
  marks: ({ written, foreign, refused }: Marks) =>
    [
      `给 ${written} 个部门打了标记（source_identifier），以后丢了锁文件也认得出。钉钉没有其他改动。`,
      ...(foreign > 0 ? [`${foreign} 个部门已有其他系统的标记，保持原样。`] : []),
      ...(refused > 0 ? [`${refused} 个部门的标记钉钉没有接受。`] : []),
    ].join(''),
  proof: ({ departments, people, headCount }: Proof) =>
    `读取完整：${departments - 1} 个部门逐个列过，找到 ${people} 人，钉钉说有 ${headCount} 人。`,
  mobilesLeftOut:
    '手机号没有写进文件：已在职的人不需要。要写进去，用 --mobiles seal（加密）或 --mobiles clear（明文）。',
  empty: '现在运行变更预览，钉钉里不会有任何变化：',
  notEmpty: (n: number) => `文件写不下钉钉里的 ${n} 处，变更预览会把它们列出来，请先看一遍：`,
  leftOut: (n: number) => `${n} 处没有写进文件，也就不归文件管：`,
  why: {
    invisible: '里面有看不见的字符',
    'not-allowed': '这个值钉钉自己的接口也不收',
    reserved: '这个 userid 或名字在文件里不能用',
    associated: '属于关联组织，只能在那边改',
    contradicts: '钉钉里有两种说法',
    'too-many': '人太多，一个文件写不下',
  } satisfies Record<LeftOut['why'], string>,
  more: (n: number) => `……另外还有 ${n} 处`,
  inUse: (found: string) => `${found} 已经存在。导入只写进新的文件夹，不会覆盖任何文件。`,
  inUseNext: '换一个文件夹，例如：rollbook import -d corps/acme',
  incomplete: '没能把钉钉完整读下来，所以没有写任何文件：漏读的部门和人，以后会被当成不归文件管。',
  incompleteNext: '先运行 rollbook doctor，它会说明是哪里看不到；应用的可见范围要选“全部员工”。',
  gap: ({ message }: Gap) => message,
}

const en: typeof zh = {
  reading: 'Reading DingTalk, the whole company',
  readingPeople: 'Reading DingTalk, person by person',
  resumed: (n) => `Went on where an earlier import stopped: ${n} people and departments did not have to be read again.`,
  resumable:
    'The import was broken off, and no file was written. Run it again within an hour: it goes on where it stopped.',
  done: ({ departments, people, roles }, folder) =>
    `Imported ${departments} departments, ${people} people and ${roles} roles into ${folder}.`,
  unchanged: 'Nothing was changed in DingTalk.',
  marking: 'Marking departments',
  marks: ({ written, foreign, refused }) =>
    [
      `${written} departments were marked (source_identifier), so that they are known even without the lock. Nothing else was changed in DingTalk.`,
      ...(foreign > 0 ? [`${foreign} departments carry the mark of another system, which stays.`] : []),
      ...(refused > 0 ? [`DingTalk did not take the mark of ${refused} departments.`] : []),
    ].join(' '),
  proof: ({ departments, people, headCount }) =>
    `The read was whole: ${departments - 1} departments listed one by one, ${people} people found, and DingTalk counts ${headCount}.`,
  mobilesLeftOut:
    'Mobile numbers were left out: people who are there already need none. --mobiles seal writes them sealed, --mobiles clear in clear.',
  empty: 'A plan now says that nothing will change in DingTalk:',
  notEmpty: (n) => `The files cannot say ${n} things that DingTalk has. The plan lists them; read it first:`,
  leftOut: (n) => `${n} things are not in the files, and so not managed by them:`,
  why: {
    invisible: 'it holds characters that nobody can see',
    'not-allowed': 'DingTalk’s own write calls do not take this value',
    reserved: 'this userid or name cannot be used in files',
    associated: 'it belongs to an associated organisation and can only be changed there',
    contradicts: 'DingTalk says two different things',
    'too-many': 'there are more than one file can hold',
  },
  more: (n) => `… and ${n} more`,
  inUse: (found) => `${found} is there already. An import writes into a new folder and overwrites nothing.`,
  inUseNext: 'choose another folder, such as: rollbook import -d corps/acme',
  incomplete:
    'DingTalk could not be read as a whole, so no file was written: what was missed would not be managed by them.',
  incompleteNext:
    'run rollbook doctor, which says what cannot be seen; the app’s contact scope has to be all employees.',
  gap: ({ message }) => message,
}

/** The words of an import in one language. */
export function importWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en
}
