import { defineConfig, passthroughImageService } from 'astro/config'
import { portalAdapter } from './adapter.ts'
import { englishRoutes } from './english-routes.ts'
import { historyRoutes } from './history-routes.ts'

export default defineConfig({
  srcDir: '.',
  outDir: './dist',
  output: 'server',
  adapter: portalAdapter(),
  integrations: [englishRoutes(), historyRoutes()],
  trailingSlash: 'always',
  compressHTML: true,
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  // The content security policy of the web server allows neither inline styles nor data: pictures.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
})
