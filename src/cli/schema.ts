import { type LiveSchemas, writeSchemas } from '../commands/schema.ts'
import type { Language } from '../render/words.ts'
import { EXIT } from './exit.ts'
import { lines } from './lines.ts'
import type { Session } from './session.ts'

const zh = {
  written: ({ folder, offered: { departments, people, roles } }: LiveSchemas) =>
    `编辑器用的 schema 已写入 ${folder}：可以补全 ${departments} 个部门、${people} 人、${roles} 个角色。`,
  problems: (n: number) => `文件里有 ${n} 处问题，有问题的内容可能不在补全列表里。查看：rollbook validate`,
}
const en: typeof zh = {
  written: ({ folder, offered: { departments, people, roles } }) =>
    `Schemas for editors are in ${folder}: they offer ${departments} departments, ${people} people and ${roles} roles.`,
  problems: (n) => `The files have ${n} problems; what is wrong may be missing in the lists. See: rollbook validate`,
}
const words: { readonly [language in Language]: typeof zh } = { zh, en }

/** `rollbook schema`: schemas that know the departments, people and roles of this directory. */
export async function schemaDoor(session: Session, options: Record<string, unknown>): Promise<number> {
  const { out } = options as { out?: string }
  const said = words[session.language]
  const written = await writeSchemas({ directory: session.options.directory, ...(out !== undefined && { out }) })
  session.print(lines(said.written(written)))
  if (written.problems > 0) session.note(`${said.problems(written.problems)}\n`)
  return EXIT.done
}
