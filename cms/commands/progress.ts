/** Progress of long work on stderr: a bar that redraws itself on a terminal, else a line every few seconds. */
export type Progress = { update(label: string, done: number, total: number): void; end(): void }

type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown }

const barWidth = 24
const barEvery = 100
const lineEvery = 3_000

export function startProgress(
  output: Output = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const isTerminal = output.isTTY === true
  let shownAt = isTerminal ? -Infinity : now()
  let isDrawn = false
  return {
    update(label, done, total) {
      if (now() - shownAt < (isTerminal ? barEvery : lineEvery)) return
      shownAt = now()
      isDrawn = true
      output.write(
        isTerminal
          ? `\r\u001b[K${bar(done, total)} ${label} ${count(done, total)}`
          : `${label} ${count(done, total)}\n`,
      )
    },
    end() {
      if (isTerminal && isDrawn) output.write('\r\u001b[K')
    },
  }
}

const count = (done: number, total: number): string => (total > 0 ? `${done}/${total}` : String(done))

function bar(done: number, total: number): string {
  const filled = total > 0 ? Math.min(barWidth, Math.floor((done / total) * barWidth)) : 0
  return `[${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}]`
}
