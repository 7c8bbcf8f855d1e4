/** How fast long work goes and how long it still takes, from what it reports: `850/giây, còn 2 phút`. */
export type Pace = (label: string, done: number, total: number) => string

/** Before this many seconds a figure would only be noise. */
const settling = 2

/** Each label is a stretch of its own, measured from its first report. */
export function startPace(now: () => number = () => performance.now()): Pace {
  let current = ''
  let from = { at: 0, done: 0 }
  return (label, done, total) => {
    if (label !== current) {
      current = label
      from = { at: now(), done }
    }
    const seconds = (now() - from.at) / 1000
    const rate = (done - from.done) / seconds
    if (seconds < settling || rate <= 0) return label
    const speed = `${label} (${rate < 10 ? rate.toFixed(1).replace('.', ',') : Math.round(rate)}/giây`
    return total > done ? `${speed}, còn ${inWords((total - done) / rate)})` : `${speed})`
  }
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} giây`
  return seconds < 5400 ? `${Math.round(seconds / 60)} phút` : `${Math.round(seconds / 3600)} giờ`
}
