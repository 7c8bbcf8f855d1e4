/** How long ago in one number and unit, as people say it: `12 phút`, `5 giờ`, `3 ngày`; `null` below a minute. */
export function age(since: string, now: string): string | null {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / 60_000)
  if (!(minutes >= 1)) return null
  if (minutes < 60) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
}

/** `chờ 5 giờ`, or `vừa gửi`. */
export const waited = (since: string, now: string): string => {
  const long = age(since, now)
  return long === null ? 'vừa gửi' : `chờ ${long}`
}

/** `lưu 5 giờ trước`, or `vừa lưu`. */
export const savedAgo = (since: string, now: string): string => {
  const long = age(since, now)
  return long === null ? 'vừa lưu' : `lưu ${long} trước`
}
