import type { AstroIntegration } from 'astro'

/** Every address of an item has its history below it; English items stand below `/en`. */
const items = ['/tin-tuc/[slug]', '/tin-tuc/chuyen-muc/[topic]', '/van-ban/[year]/[slug]', '/co-quan/[slug]']

const pages = {
  'lich-su': './pages/_lich-su/history.astro',
  'lich-su/[edition]': './pages/_lich-su/edition.astro',
}

export const historyRoutes = (): AstroIntegration => ({
  name: 'history-routes',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const item of [...items, ...items.map((pattern) => `/en${pattern}`)]) {
        for (const [below, page] of Object.entries(pages)) {
          injectRoute({ pattern: `${item}/${below}`, entrypoint: new URL(page, import.meta.url) })
        }
      }
    },
  },
})
