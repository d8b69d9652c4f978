import { expect, test } from 'vitest'
import { type Progress, type ProgressOptions, progress } from '../../src/render/progress.ts'

function start(options: Partial<ProgressOptions>) {
  const written: string[] = []
  const clock = { time: 0 }
  const reporter: Progress = progress({
    write: (text) => void written.push(text),
    now: () => clock.time,
    language: 'zh',
    terminal: false,
    quiet: false,
    ...options,
  })
  return { reporter, written, clock }
}

test('a terminal gets one line that is written over, with the time left once the pace is known', () => {
  const { reporter, written, clock } = start({ terminal: true })
  reporter.update({ label: '读取部门', done: 0, total: 100 })
  clock.time = 50
  reporter.update({ label: '读取部门', done: 5, total: 100 })
  clock.time = 10_000
  reporter.update({ label: '读取部门', done: 20, total: 100 })
  reporter.end()
  expect(written).toEqual(['读取部门 · 0/100', '\r\u001B[K', '读取部门 · 20/100 · 还需约 40 秒', '\r\u001B[K'])
})

test('a line of its own stands above the line that changes', () => {
  const { reporter, written } = start({ terminal: true })
  reporter.update({ label: '生效', done: 1, total: 3 })
  reporter.line('[1/3] 完成')
  expect(written.join('')).toBe('生效 · 1/3\r\u001B[K[1/3] 完成\n生效 · 1/3')
})

test('a pipe gets a plain line now and then, and then also the last one', () => {
  const { reporter, written, clock } = start({})
  for (let done = 0; done <= 33; done += 1) {
    clock.time = done * 1000
    reporter.update({ label: '生效', done, total: 33 })
  }
  reporter.end()
  expect(written).toEqual([
    '生效 · 10/33 · 还需约 23 秒\n',
    '生效 · 20/33 · 还需约 13 秒\n',
    '生效 · 30/33 · 还需约 3 秒\n',
    '生效 · 33/33\n',
  ])
})

test('a pipe gets nothing for what is soon done, step after step', () => {
  const { reporter, written, clock } = start({})
  for (const label of ['读取钉钉', '生效'])
    for (let done = 0; done <= 9; done += 1) {
      clock.time += 1000
      reporter.update({ label, done, total: 9 })
    }
  reporter.end()
  expect(written).toEqual([])
})

test('nothing is written with --quiet', () => {
  const { reporter, written } = start({ terminal: true, quiet: true })
  reporter.update({ label: '生效', done: 1 })
  reporter.line('完成')
  reporter.end()
  expect(written).toEqual([])
})

test('a line never grows wider than the terminal', () => {
  const { reporter, written } = start({ terminal: true, width: 20 })
  reporter.update({ label: '正在读取非常非常多的部门和员工', done: 1 })
  expect(written).toEqual(['正在读取非常非常多…'])
})
