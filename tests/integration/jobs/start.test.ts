import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'
import { until } from '#tests/support/publishing-cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
}, 60_000)
afterAll(() => cms.close())

it('a disk that refuses the first rebuild delays publication and does not end it', async () => {
  // A file where the folder of releases must be made.
  const obstacle = path.join(env.DATA_DIR, 'releases')
  mkdirSync(env.DATA_DIR, { recursive: true })
  writeFileSync(obstacle, '')
  const publishing = startPublishing(cms.payload, env)
  const id = await readyNews(cms, { title: 'Duyệt khi đĩa hỏng' })
  await step(cms.as.editor, id, 'submit')
  expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
  await publishing.started
  expect(publishing.state()).toBe('running')
  rmSync(obstacle)
  const page = path.join(env.DATA_DIR, 'www/tin-tuc/duyet-khi-dia-hong/index.html')
  await until(() => existsSync(page), 45_000)
  await publishing.stop()
})
