import '#tests/support/cms-folders.ts'
import { describe, it } from 'vitest'
import { mongoServer } from '#tests/support/mongo-server.ts'
import { permissionMatrix } from './permissions.ts'

const server = await mongoServer()

if (server) {
  process.env.DATABASE_URI = server.url
  permissionMatrix('MongoDB', async (cms) => {
    await (
      cms.payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }
    ).connection.dropDatabase()
    await cms.close()
    await server.stop()
  })
} else {
  process.stderr.write(
    'MongoDB: the permission table was not asked; set MONGODB_URL to a replica set (…?replicaSet=rs0), or put mongod on the PATH.\n',
  )
  describe('the permission table on MongoDB', () => {
    it.skip('is asked where MONGODB_URL names a replica set or mongod is on the PATH', () => {})
  })
}
