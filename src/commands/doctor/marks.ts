import { type Finding, found } from '../../core/doctor.ts'
import { type Answers, type FilesEvidence, failed, first } from './evidence.ts'

/** How many managed departments carry our mark, by which they are recognised when the lock is lost. */
export function judgeMarks({ tree, marks }: Answers, lock: FilesEvidence['lock']): Finding[] {
  if ('error' in lock) return [first('files')]
  if (tree !== undefined && 'error' in tree) return [failed(tree.error)]
  if (marks === undefined) return []
  const { all, looked, ours, foreign, none, gone } = marks
  if (all === 0) return [found('skipped', 'nothing-managed', {})]
  const told = ours + foreign > 0
  return [
    ...(ours > 0 ? [found('ok', 'marks', { looked, all, ours })] : []),
    ...(foreign > 0 ? [found('ok', 'marks-foreign', { foreign, looked })] : []),
    ...(told && none > 0 ? [found('warning', 'marks-missing', { none, looked })] : []),
    ...(!told && none > 0 ? [found('unknown', 'marks-untold', { looked })] : []),
    ...(gone > 0 ? [found('warning', 'marks-gone', { gone, looked })] : []),
    ...(marks.failed ? [failed(marks.failed)] : []),
  ]
}
