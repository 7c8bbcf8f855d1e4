/** Processor time, which other work on the machine changes far less than the time on the clock. */
import { readFileSync } from 'node:fs'

/** Seconds used by this process and its threads so far. */
export function ownSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Seconds used by the children that have ended so far (Linux: `cutime` and `cstime`, in hundredths). */
export function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}
