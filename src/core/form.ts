import { invisibleAt } from './characters.ts'
import type { Both } from './json-schema.ts'
import { isSealed } from './sealed-text.ts'

/**
 * Issue forms as the text that GitHub makes of them: a heading for each field, and what was typed below it. Whoever may
 * open an issue may send any text instead, so nothing of it is believed: what is not exactly one of our forms, each
 * heading once and one line below it, is refused as a whole.
 */

/** What a form asks for. */
export type FormName = 'joiner' | 'mover' | 'leaver' | 'department'

/** One field as the form shows it; `sealed`: the one place that takes a personal value, closed. */
export interface FormField {
  readonly id: string
  readonly label: string
  readonly required: boolean
  readonly sealed?: true
}

const field = (id: string, label: string, more: Partial<FormField> = {}): FormField => ({
  id,
  label,
  required: true,
  ...more,
})
const person = field('userid', '员工 userid · User id')

/** The fields of each form, in their order. */
export const forms: { readonly [name in FormName]: readonly FormField[] } = {
  joiner: [
    person,
    field('name', '姓名 · Name'),
    field('department', '部门 · Department'),
    field('title', '职位 · Title', { required: false }),
    field('job_number', '工号 · Job number', { required: false }),
    field('manager_userid', '直属主管的 userid · User id of the manager', { required: false }),
    field('hired_date', '入职时间 · Joins on', { required: false }),
    field('mobile', '加密后的手机号 · Sealed mobile', { required: false, sealed: true }),
  ],
  mover: [
    field('userid', '调动的员工 userid · User id of the one who moves'),
    field('department', '调往部门 · New department'),
  ],
  leaver: [field('userid', '离职的员工 userid · User id of the one who leaves')],
  department: [
    field('name', '新部门的名称 · Name of the new department'),
    field('parent', '上级部门 · Department above'),
  ],
}

/** What somebody asked for; fields that were left empty are missing. */
export interface FormRequest {
  readonly form: FormName
  readonly values: { readonly [id: string]: string }
}

/** Why a form is not carried out, as a sentence for whoever sent it; it quotes nothing that was typed. */
export class FormRefused extends Error {
  override name = 'FormRefused'
  readonly said: Both
  /** Not even an attempt at one of our forms: an issue like any other, which nobody wants answered. */
  readonly another: boolean

  constructor(said: Both, another = false) {
    super(said.en)
    this.said = said
    this.another = another
  }
}

/** GitHub takes no longer body. */
const LONGEST_BODY = 65_536
const LONGEST_VALUE = 200
/** What GitHub writes where nothing was typed. */
const EMPTY = '_No response_'
/** Seven digits or more behind each other are no name, title or department; a userid or job number may be. */
const NUMBER = /(?<!\d)(?:\+?86[- ]?)?0?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)|\+\d{1,4}[- ]\d{4,14}/
const MAIL = /[^\s@]@[^\s@]+\.[^\s@]/

/**
 * The request in the body of an issue.
 *
 * @throws FormRefused
 */
export function readForm(body: unknown): FormRequest {
  if (typeof body !== 'string' || body.length > LONGEST_BODY) throw notOurs(String(body))
  const sections = sectionsOf(body.replace(/\r\n/g, '\n'))
  const names = Object.keys(forms) as FormName[]
  const form = names.find((name) => sections.map(([label]) => label).join('\n') === labels(name))
  if (form === undefined) throw notOurs(body)
  const values: Record<string, string> = {}
  for (const [index, { id, label, required, sealed }] of forms[form].entries()) {
    const typed = sections[index]?.[1] ?? ''
    const value = typed === EMPTY ? '' : typed
    if (value === '' && required) throw new FormRefused(missing(label))
    if (value === '') continue
    if (sealed) {
      if (!isSealed(value) || !/^age:[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length > 8192)
        throw new FormRefused(notSealed(label))
    } else {
      if (/\n/.test(value) || value.length > LONGEST_VALUE) throw new FormRefused(long(label))
      if (invisibleAt(value) >= 0 || /[\p{Cc}\p{Cs}]/u.test(value)) throw new FormRefused(hidden(label))
      if (NUMBER.test(value) || MAIL.test(value)) throw new FormRefused(clear(label))
      // Nothing that a person or a department is called begins or holds what another machine would carry out.
      if (/\$\{\{|[{}<>`]|^[@#&*!|>%\\=+]|:\/\//.test(value)) throw new FormRefused(odd(label))
    }
    values[id] = value.normalize('NFC')
  }
  return { form, values }
}

/** A text of none of the forms; whoever wrote one of their headings meant one of them. */
function notOurs(body: string): FormRefused {
  const all = Object.values(forms).flat()
  return new FormRefused(strange, !all.some(({ label }) => body.includes(`### ${label}`)))
}

function labels(name: FormName): string {
  return forms[name].map(({ label }) => label).join('\n')
}

/** Headings of the third level and what stands below each; anything before the first one belongs to none. */
function sectionsOf(body: string): (readonly [label: string, value: string])[] {
  const [before = '', ...parts] = body.split(/^### /m)
  if (before.trim() !== '') throw notOurs(body)
  return parts.map((part) => {
    const end = part.indexOf('\n')
    return end < 0 ? [part.trim(), ''] : [part.slice(0, end).trim(), part.slice(end).trim()]
  })
}

const strange: Both = {
  zh: '这不是用表单填写的内容，所以没有处理。请从 New issue 里选一张表单重新填写，不要改动标题行。',
  en: 'This was not filled in with one of the forms, so nothing was done. Choose a form under New issue, fill it in, and leave its headings as they are.',
}
const missing = (label: string): Both => ({
  zh: `「${label}」没有填。请编辑这个 issue 补上。`,
  en: `“${label}” is empty. Edit this issue and fill it in.`,
})
const long = (label: string): Both => ({
  zh: `「${label}」只能写一行，最多 ${LONGEST_VALUE} 个字符。请编辑这个 issue 改短。`,
  en: `“${label}” takes one line of ${LONGEST_VALUE} characters at most. Edit this issue and shorten it.`,
})
const hidden = (label: string): Both => ({
  zh: `「${label}」里有看不见的字符。请编辑这个 issue，删掉后重新输入一遍。`,
  en: `“${label}” holds characters that cannot be seen. Edit this issue, clear the field and type it again.`,
})
const odd = (label: string): Both => ({
  zh: `「${label}」里有不该出现在这里的符号。请编辑这个 issue，只写名字本身。`,
  en: `“${label}” holds signs that do not belong there. Edit this issue and write the name alone.`,
})
const clear = (label: string): Both => ({
  zh: `「${label}」里像是有手机号或邮箱。issue 的内容所有能看仓库的人都看得到，编辑后旧内容也还在：请删除这个 issue 重新填写，手机号请 IT 加密后再给。`,
  en: `“${label}” seems to hold a mobile number or a mail address. Everybody who sees the repository sees issues, and an edited one keeps what it said: delete this issue and fill in a new one, with the number sealed by IT.`,
})
const notSealed = (label: string): Both => ({
  zh: `「${label}」只收加密后的内容（age: 开头的一行）。如果写了明文，请删除这个 issue 重新填写；留空也可以，由 IT 之后补上。`,
  en: `“${label}” takes a sealed value only, one line that begins with age:. If a number stood there in clear, delete this issue and fill in a new one; it may stay empty, and IT adds it later.`,
})
