import type { AstroIntegration } from 'astro'

/** Builds the site as one function (`RenderSite`), exported by `dist/server/entry.mjs`; it brings no server of its own. */
export const portalAdapter = (): AstroIntegration => ({
  name: 'portal-adapter',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'portal-adapter',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./render-entry.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable' },
      })
    },
  },
})
