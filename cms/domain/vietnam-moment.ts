/** A moment on Vietnam's clock, to the second: `2011-05-23T14:53:59+07:00`. Equal moments become equal text. */
export function toVietnamMoment(moment: string): string {
  const shifted = new Date(Date.parse(moment) + 7 * 60 * 60 * 1000)
  return `${shifted.toISOString().slice(0, 19)}+07:00`
}
