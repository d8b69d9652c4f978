#!/usr/bin/env node
import { run } from './cli/program.ts'
import { tellCrashes, writeNoReports } from './cli/tracing.ts'

writeNoReports()
tellCrashes()

// A reader that has gone away (`rollbook apply | head`) must not end a run between a write and its record.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

process.exitCode = await run(process.argv.slice(2))
