import { appendFileSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Builds the site as one function (`RenderSite`), exported by `dist/server/entry.mjs`; it brings no server of its own.
 * Whoever loads the entry has loaded every module, so that the files may go while a process still draws.
 */
export function portalAdapter(): AstroIntegration {
  let server: URL
  return {
    name: 'portal-adapter',
    hooks: {
      'astro:config:done': ({ config, setAdapter }) => {
        server = config.build.server
        setAdapter({
          name: 'portal-adapter',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./render-entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable' },
        })
      },
      'astro:build:done': () => loadAtOnce(server),
    },
  }
}

const lazyImport = /\bimport\("\.[^"]+"\)/g

/**
 * Makes the entry carry out every lazy import of the build once. Importing the modules would not be enough: Node
 * looks for the file again when another module asks for it, or the same one by another expression.
 */
function loadAtOnce(server: URL): void {
  const entry = new URL('entry.mjs', server)
  const lines = [readFileSync(entry, 'utf8').trimEnd()]
  const folder = fileURLToPath(server)
  for (const file of globSync('**/*.mjs', { cwd: folder }).sort()) {
    const code = readFileSync(new URL(file, server), 'utf8')
    const lazy = [...new Set(code.match(lazyImport))]
    if (lazy.length === 0) continue
    appendFileSync(
      new URL(file, server),
      `\nexport const loadLazy = () => Promise.all([${lazy.join(', ')}]);\n`,
    )
    const name = `loadLazy${lines.length}`
    lines.push(`import { loadLazy as ${name} } from "./${file}"; await ${name}();`)
  }
  writeFileSync(entry, `${lines.join('\n')}\n`)
}
