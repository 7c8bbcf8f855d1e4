/** A MongoDB replica set to test against: the one that `MONGODB_URL` names, or a `mongod` on the PATH started for this test. */
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export type MongoServer = { url: string; stop(): Promise<void> }

/** `null` where there is none. Each call names a database of its own. */
export async function mongoServer(): Promise<MongoServer | null> {
  const database = `portal_test_${randomUUID().slice(0, 8)}`
  const given = process.env.MONGODB_URL
  if (given) return { url: withDatabase(given, database), stop: () => Promise.resolve() }
  if (spawnSync('mongod', ['--version']).status !== 0) return null
  return startMongod(database)
}

function withDatabase(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

async function startMongod(database: string): Promise<MongoServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-mongod-'))
  const port = await freePort()
  const server = spawn(
    'mongod',
    ['--dbpath', folder, '--port', String(port), '--replSet', 'rs0', '--bind_ip', '127.0.0.1'],
    { stdio: 'ignore' },
  )
  const { default: mongoose } = await import('mongoose')
  const admin = mongoose.createConnection(`mongodb://127.0.0.1:${port}/admin?directConnection=true`)
  await admin.asPromise()
  await admin.db
    ?.admin()
    .command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
  for (let tries = 0; tries < 100; tries += 1) {
    const hello = await admin.db?.admin().command({ hello: 1 })
    if (hello?.isWritablePrimary) break
    await wait(100)
  }
  await admin.close()
  return {
    url: `mongodb://127.0.0.1:${port}/${database}?replicaSet=rs0`,
    async stop() {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
