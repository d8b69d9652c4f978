import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FormDone, form } from '../commands/form.ts'
import { FormRefused } from '../core/form.ts'
import type { Both } from '../core/json-schema.ts'
import { maskText } from '../core/mask-text.ts'
import { forMarkdown } from '../render/escape.ts'
import { EXIT, UsageError } from './exit.ts'
import { lines } from './lines.ts'
import type { Session } from './session.ts'

const titles: { readonly [name in FormDone['request']['form']]: Both } = {
  joiner: { zh: '入职', en: 'somebody joins' },
  mover: { zh: '调动', en: 'somebody moves' },
  leaver: { zh: '离职', en: 'somebody leaves' },
  department: { zh: '新设部门', en: 'a new department' },
}
const words = {
  noEvent: {
    zh: '不知道读哪个事件：请用 --event 指定事件文件，或在 GitHub Actions 里运行',
    en: 'no event to read: name its file with --event, or run this in GitHub Actions',
  },
  done: {
    zh: '已按表单改好这些文件：',
    en: 'The files were changed as the form says:',
  },
  body: {
    zh: '这些文件按表单改好了，还没有生效。请看 Files changed，再点 Ready for review：检查和变更预览随后出现在下面。',
    en: 'These files were changed as the form says; nothing is applied yet. Look at Files changed, then press Ready for review: the check and the preview follow below.',
  },
  mobile: {
    zh: '没有手机号：合并之前，请 IT 用 rollbook seal 加密后补进文件，否则钉钉不会新建这个人。',
    en: 'The mobile is missing: before the merge IT adds it to the file, sealed with rollbook seal, or DingTalk will not make the person.',
  },
} as const satisfies { readonly [name: string]: Both }

/** `rollbook form`: what an issue form asks for, in the files; a form that cannot be carried out changes nothing. */
export async function formDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { event = process.env['GITHUB_EVENT_PATH'], out } = options as { event?: string; out?: string }
  const { language } = session
  if (!event) throw new UsageError(words.noEvent[language])
  const { directory } = session.options
  const give = async (name: string, text: string) => {
    if (out === undefined) return
    await mkdir(out, { recursive: true })
    await writeFile(join(out, name), text)
  }
  try {
    const { request, changed } = await form({ directory, event })
    const about = titles[request.form]
    const noMobile = request.form === 'joiner' && request.values['mobile'] === undefined
    const paragraphs = [words.body, ...(noMobile ? [words.mobile] : [])]
    const list = changed.map((path) => `- ${forMarkdown(maskText(`${directory}/${path}`))}`).join('\n')
    await give('title.txt', `${about.zh} · ${about.en}\n`)
    await give('body.md', `${inBoth(paragraphs)}\n\n${list}\n`)
    const said = [words.done[language], ...changed, ...(noMobile ? [words.mobile[language]] : [])]
    session.print(lines(...said))
    return EXIT.done
  } catch (error) {
    if (!(error instanceof FormRefused)) throw error
    const said = { zh: maskText(error.said.zh), en: maskText(error.said.en) }
    if (!error.another) await give('answer.md', `${inBoth([{ zh: forMarkdown(said.zh), en: forMarkdown(said.en) }])}\n`)
    session.complain(lines(said[language]))
    return EXIT.refused
  }
}

/** Chinese first, and below it the same in English. */
function inBoth(texts: readonly Both[]): string {
  return [...texts.map(({ zh }) => zh), ...texts.map(({ en }) => en)].join('\n\n')
}
