import { cmsFolder } from '#tests/support/cms-folders.ts'
import { rm } from 'node:fs/promises'
import { describe, it } from 'vitest'
import { mongoServer } from '#tests/support/mongo-server.ts'
import { conformance } from './suite.ts'

const server = await mongoServer()

if (server) {
  process.env.DATABASE_URI = server.url
  conformance('MongoDB', () =>
    Promise.resolve({
      async cleanUp(payload) {
        await (
          payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }
        ).connection.dropDatabase()
        await payload.destroy()
        await server.stop()
        await rm(cmsFolder, { recursive: true, force: true })
      },
    }),
  )
} else {
  process.stderr.write(
    'MongoDB: conformance did not run; set MONGODB_URL to a replica set (…?replicaSet=rs0), or put mongod on the PATH.\n',
  )
  describe('MongoDB as database of the cms', () => {
    it.skip('runs where MONGODB_URL names a replica set or mongod is on the PATH', () => {})
  })
}
