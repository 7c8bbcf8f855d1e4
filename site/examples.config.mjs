import { defineConfig } from 'astro/config'
import site from './astro.config.mjs'

/** The same site with one page more, `/thanh-phan/`, that shows every component; built beside the tests. */
export default defineConfig({
  ...site,
  outDir: '../tests/.output/examples',
  integrations: [
    ...site.integrations,
    {
      name: 'examples',
      hooks: {
        'astro:config:setup': ({ injectRoute }) =>
          injectRoute({
            pattern: '/thanh-phan',
            entrypoint: new URL('./layouts/Examples.astro', import.meta.url),
          }),
      },
    },
  ],
})
