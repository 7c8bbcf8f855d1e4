/** How long ago in one number and unit, as people say it: `vừa xong`, `12 phút`, `5 giờ`, `3 ngày`. */
export function age(since: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / 60_000)
  if (!(minutes >= 1)) return 'vừa xong'
  if (minutes < 60) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
}
