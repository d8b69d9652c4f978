import type { SectionId } from './sentences/fact.ts'
import { unitOf } from './sentences/group.ts'
import type { Line, Page, Section } from './sentences.ts'
import type { Words } from './words.ts'

/**
 * Shorter forms of a page, for places that hold only so much. Counts in the heading, refusals and deletions are in each
 * of them: deletions by name or, where they are too many for that, by department.
 */

/** Sections of what is taken away. */
export const deletions: readonly SectionId[] = ['dissolved', 'leavers', 'deletedRoles', 'replaced', 'identity']

/** Sections that no form shortens to a number. */
const reasons: readonly SectionId[] = ['refused', 'approved', 'gaps']

/** A list this long is still read by name; so many departments are listed; so many refusals are told in full. */
const [fewLines, mostGroups, mostRefusals] = [10, 40, 20]

/** A file of approvals up to this many characters is printed where space is short. */
const shortYaml = 2_000

/** Without what only those need who want the exact words. */
export function withoutDetails(page: Page): Page {
  const sections = page.sections.map((section) => ({
    ...section,
    lines: section.lines.map(({ aside: _, ...line }) => line),
  }))
  if ((page.approval?.yaml?.length ?? 0) <= shortYaml) return { ...page, sections }
  return { ...withoutYaml(page), sections }
}

/** Long lists as numbers, one for each department; those of what is taken away too, where `all`. */
export function byDepartment(page: Page, words: Words, all: boolean): Page {
  const keeps = (id: SectionId) => reasons.includes(id) || (!all && deletions.includes(id))
  return { ...page, sections: page.sections.map((section) => (keeps(section.id) ? section : counted(section, words))) }
}

/** The `most` most risky lines, and how many there are more; what is taken away as numbers. */
export function mostRisky(page: Page, words: Words, most: number): Page {
  let left = most
  const sections = page.sections.map((section): Section => {
    if (deletions.includes(section.id)) return counted(section, words)
    if (section.id === 'refused') return cut(section, mostRefusals, words.page.moreRefusals)
    const shown = Math.min(left, section.lines.length)
    left -= shown
    return cut(section, shown, words.markdown.cut)
  })
  return { ...withoutYaml(page), sections }
}

/** What must be said in any space, most important first: the state, why it is refused, what is taken away. */
export function barely(page: Page, words: Words): string[] {
  const of = (ids: readonly SectionId[]) => page.sections.filter(({ id }) => ids.includes(id))
  const refused = of(['refused']).flatMap((section) => cut(section, 5, words.page.moreRefusals).lines)
  const removed = of(deletions).map((section) => {
    const text = words.list(counted(section, words, 8).lines.map((line) => line.text))
    return words.page.titled({ title: section.title, text })
  })
  return [...page.state, ...refused.map(({ text }) => text), ...removed, page.basis]
}

function withoutYaml(page: Page): Page {
  if (page.approval === undefined) return page
  const { yaml: _, ...approval } = page.approval
  return { ...page, approval }
}

function cut(section: Section, most: number, say: (n: number) => string): Section {
  const rest = section.lines.length - most
  return rest <= 0 ? section : { ...section, lines: [...section.lines.slice(0, most), { text: say(rest) }] }
}

/** One line for each department instead of one for each change; what belongs to none is only counted. */
function counted(section: Section, words: Words, most: number = mostGroups): Section {
  if (section.lines.length <= fewLines) return section
  const unit = unitOf(section.id)
  const grouped = section.lines.filter((line) => line.group !== undefined)
  const alone = section.lines.length - grouped.length
  const exact = groups(grouped, (path) => path)
  const sizes = exact.size <= most ? exact : groups(grouped, (path) => path.split(' / ')[0] ?? path)
  const sorted = [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const shown = sorted.length <= most ? sorted : sorted.slice(0, most - 1)
  const hidden = sorted.slice(shown.length)
  const rest = hidden.reduce((sum, [, n]) => sum + n, 0)
  const say = words.page.byDepartment
  return {
    ...section,
    lines: [
      ...shown.map(([department, n]) => ({ text: say.line({ department, counted: say[unit](n) }) })),
      ...(rest > 0 ? [{ text: say.rest({ departments: hidden.length, counted: say[unit](rest) }) }] : []),
      ...(alone > 0 ? [{ text: words.markdown.cut(alone) }] : []),
    ],
  }
}

function groups(lines: readonly Line[], nameOf: (path: string) => string): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { group = '' } of lines) sizes.set(nameOf(group), (sizes.get(nameOf(group)) ?? 0) + 1)
  return sizes
}
