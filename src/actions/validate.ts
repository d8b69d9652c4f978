import { check, invalid, problemReport } from './check.ts'
import { type Ending, type Inputs, type Job, readInputs } from './job.ts'
import { checkOwners } from './owners.ts'
import { publish, type Report } from './report.ts'
import { words } from './words.ts'

/** The action `validate`: everything that is wrong with the files, beside their lines. It needs nobody's leave. */
export async function validateAction(job: Job): Promise<Ending> {
  const inputs = readInputs(job.runner)
  const checked = await check(inputs)
  if (checked.count > 0) {
    await publish(job, problemReport(job, inputs, checked))
    return invalid(checked.count)
  }
  const { notes, ending } = await checkOwners(inputs, checked.languages)
  await publish(job, { ...fine(inputs, checked), notes })
  return ending
}

function fine({ directory }: Inputs, { languages, counts }: Awaited<ReturnType<typeof check>>): Report {
  const first = words.valid(counts ?? { departments: 0, people: 0, roles: 0 })
  const body = () => ({ text: '', truncated: false })
  return { directory, languages, first, body, log: () => '', notes: [], outputs: { problems: 0 } }
}
