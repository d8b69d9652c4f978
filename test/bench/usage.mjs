// Loaded into a process that is measured: how much memory it held at most, and the time that it computed, as its last line.
process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write(
    `\nusage ${JSON.stringify({ megabytes: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 })}\n`,
  )
})
