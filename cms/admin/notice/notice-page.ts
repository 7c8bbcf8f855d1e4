/** Where the office's page for the site-wide notice lies in the admin. */
export const noticePath = '/thong-bao'
export const noticePage = `/admin${noticePath}`
