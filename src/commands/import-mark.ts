import type { Marks } from '../core/import-report.ts'
import type { Lockfile } from '../core/lockfile.ts'
import type { Snapshot } from '../core/model.ts'
import type { Client } from '../dingtalk/client.ts'
import { reasonOf } from '../dingtalk/reason.ts'
import { type DepartmentRemote, keyOfMarker, markerOf } from '../kinds/department/remote.ts'

/**
 * Puts our mark on every department of the lock that carries none: the one write of an import, and only when asked for.
 * The next import knows a department by its mark, so one that ended here is simply run again.
 *
 * @throws the failure that every further call would meet too; what was written until then stays written.
 */
export async function writeMarks(
  client: Client,
  lock: Lockfile,
  snapshot: Snapshot,
  onMark: (done: number, total: number) => void = () => {},
): Promise<Marks> {
  const departments = Object.entries(lock.resources['department'] ?? {}).filter(([key]) => key !== '/')
  let [written, foreign, refused] = [0, 0, 0]
  for (const [index, [key, { id }]] of departments.entries()) {
    const remote = snapshot.remotes['department']?.get(id) as DepartmentRemote | undefined
    const mark = remote?.detail?.source_identifier ?? ''
    if (mark !== '' && keyOfMarker(mark) === null) foreign += 1
    else if (mark === '')
      try {
        await client.call('updateDepartment', { dept_id: Number(id), source_identifier: markerOf(key) })
        written += 1
      } catch (error) {
        if (!(error instanceof Error) || reasonOf(error) === null) throw error
        refused += 1
      }
    onMark(index + 1, departments.length)
  }
  return { written, foreign, refused }
}
