import { cmsFolder } from '#tests/support/cms-folders.ts'
import { rm } from 'node:fs/promises'
import { conformance } from './suite.ts'

conformance('SQLite', () =>
  Promise.resolve({
    async cleanUp(payload) {
      await payload.destroy()
      await rm(cmsFolder, { recursive: true, force: true })
    },
  }),
)
