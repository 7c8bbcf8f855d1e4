/** `412 kB`, `1,2 MB`: decimal units, comma, no-break space. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0byte`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0MB`
}

/** `9f2c 41d8 …`: a checksum that eyes can compare. */
export const inFours = (sha256: string): string => sha256.match(/.{1,4}/g)?.join(' ') ?? ''
