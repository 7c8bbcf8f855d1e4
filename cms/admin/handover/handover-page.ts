/** Where the page of handovers lies in the admin. */
export const handoverPath = '/ban-giao'
export const handoverPage = `/admin${handoverPath}`

/** The page of one person's work; `''`: of what nobody holds. */
export const deskPage = (holder: string): string =>
  `${handoverPage}?nguoi=${encodeURIComponent(holder || 'khong')}`
