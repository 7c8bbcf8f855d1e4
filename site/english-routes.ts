import type { AstroIntegration } from 'astro'

/** Pages that also answer below `/en`: the same page, asked for with an English item's address. */
const pages = {
  '/en/tin-tuc/[slug]': './pages/tin-tuc/[slug].astro',
  '/en/tin-tuc/chuyen-muc/[topic]': './pages/tin-tuc/chuyen-muc/[topic]/index.astro',
  '/en/van-ban/[year]/[slug]': './pages/van-ban/[year]/[slug].astro',
  '/en/co-quan/[slug]': './pages/co-quan/[slug].astro',
}

export const englishRoutes = (): AstroIntegration => ({
  name: 'english-routes',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const [pattern, page] of Object.entries(pages)) {
        injectRoute({ pattern, entrypoint: new URL(page, import.meta.url) })
      }
    },
  },
})
