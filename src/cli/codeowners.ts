import { CODEOWNERS, codeowners, OutsideRepository } from '../commands/codeowners.ts'
import { OWNERS_FILE } from '../core/owners-schema.ts'
import type { Language } from '../render/words.ts'
import { EXIT, UsageError } from './exit.ts'
import { lines } from './lines.ts'
import type { Session } from './session.ts'

const zh = {
  outside: (folder: string) => `${folder} 不在这个仓库里：请在仓库根目录运行，或用 --repository 指定仓库根目录`,
  current: `${CODEOWNERS} 已是最新。`,
  written: `${CODEOWNERS} 已更新：`,
  stale: `${CODEOWNERS} 不是最新的，差别如下（- 现在的，+ 应有的）：`,
  next: '运行 rollbook codeowners，提交它写的文件。',
  without: (heads: readonly string[], more: number) =>
    `这些部门主管在 ${OWNERS_FILE} 里没有 GitHub 登录名，他们的部门由上级部门的负责人审核：${heads.join('、')}${more > 0 ? ` 等，还有 ${more} 人` : ''}`,
}
const en: typeof zh = {
  outside: (folder) =>
    `${folder} is not in this repository: run this in the repository's root, or name the root with --repository`,
  current: `${CODEOWNERS} is current.`,
  written: `${CODEOWNERS} was brought up to date:`,
  stale: `${CODEOWNERS} is not current; it differs like this (- as it is, + as it should be):`,
  next: 'Run rollbook codeowners and commit the file that it writes.',
  without: (heads, more) =>
    `These department heads have no login of GitHub in ${OWNERS_FILE}, so the owners of the department above review theirs: ${heads.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
}
const words: { readonly [language in Language]: typeof zh } = { zh, en }

/** So many people without a login are named. */
const NAMED = 20

/** `rollbook codeowners`: who reviews what on GitHub, from the heads of departments. */
export async function codeownersDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { repository = '.', check = false } = options as { repository?: string; check?: boolean }
  const said = words[session.language]
  const { directory, lang } = session.options
  try {
    const made = await codeowners({ directory, repository, check, ...(lang !== undefined && { language: lang }) })
    const more = Math.max(0, made.without.length - NAMED)
    if (made.without.length > 0) session.note(lines(said.without(made.without.slice(0, NAMED), more)))
    const first = made.current ? said.current : check ? said.stale : said.written
    const next = check && !made.current ? [said.next] : []
    session.print(lines(first, ...made.difference, ...next))
    return check && !made.current ? EXIT.changes : EXIT.done
  } catch (error) {
    if (error instanceof OutsideRepository) throw new UsageError(said.outside(directory))
    throw error
  }
}
