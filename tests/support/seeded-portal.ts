/**
 * A small province in a folder of its own, made once per test file through the real workflow: two agencies, a
 * topic, one article live, one waiting for approval, and every kind of text the public may never see, each
 * holding a word of its own.
 */
import { bodyOf, password } from './cms.ts'
import { makeFolder, startCms, testSecret, type CmsProcess, type Folder } from './portal-processes.ts'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

export const canaries = {
  draft: 'khongaithay1',
  earlierTitle: 'khongaithay2',
  returned: 'khongaithay3',
  returnNote: 'khongaithay4',
  correction: 'khongaithay5',
  scheduled: 'khongaithay6',
  privateFile: 'khongaithay7',
  submitted: 'khongaithay8',
} as const

export type SeededPortal = { folder: Folder; live: string; waiting: string; agency: string; topic: string }

type Ask = Awaited<ReturnType<CmsProcess['signIn']>>

export async function step(
  ask: Ask,
  id: string,
  action: string,
  more: Record<string, unknown> = {},
  collection = 'news',
) {
  const { body } = await ask('GET', `/api/${collection}/${id}/workflow`)
  const answer = await ask('POST', `/api/${collection}/${id}/transition`, {
    action,
    revision: body.revision,
    ...more,
  })
  if (answer.status !== 200)
    throw new Error(`${action} of ${collection}/${id}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function createPeople(folder: Folder): Promise<{ agency: string; otherAgency: string }> {
  const script = path.resolve(import.meta.dirname, 'seed-people.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, password], {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      PAYLOAD_SECRET: testSecret,
      DATA_DIR: folder.data,
      MEDIA_DIR: folder.media,
    },
  })
  return JSON.parse(stdout)
}

export async function seedPortal(): Promise<SeededPortal> {
  const folder = await makeFolder()
  const { agency, otherAgency } = await createPeople(folder)
  const cms = await startCms(folder)
  if (!cms) throw new Error('the cms did not start')
  const editor = await cms.signIn('editor@tinh.example')
  const first = await cms.signIn('moderator@tinh.example')
  const second = await cms.signIn('second@tinh.example')
  for (const id of [agency, otherAgency]) {
    await step(first, id, 'submit', {}, 'agencies')
    await step(second, id, 'approve', {}, 'agencies')
  }
  const topic = (await first('POST', '/api/topics', { name: 'Công nghệ thông tin' })).body.doc.id
  await step(first, topic, 'submit', {}, 'topics')
  await step(second, topic, 'approve', {}, 'topics')

  const write = async (words: Record<string, unknown>): Promise<string> => {
    const { status, body } = await editor('POST', '/api/news', {
      lead: 'Tóm tắt.',
      body: bodyOf('Nội dung.'),
      agency,
      topics: [topic],
      ...words,
    })
    if (status !== 201) throw new Error(`create: ${JSON.stringify(body)}`)
    return body.doc.id
  }
  const live = await write({ title: `Tên cũ ${canaries.earlierTitle}` })
  await editor('PATCH', `/api/news/${live}`, {
    title: 'Tin đang trên Cổng',
    originallyPublishedAt: '2011-05-23T14:53:59+07:00',
  })
  await step(editor, live, 'submit')
  await step(first, live, 'approve')
  await editor('PATCH', `/api/news/${live}`, { lead: `Sửa chưa duyệt ${canaries.correction}` })
  await write({ title: `Bản nháp ${canaries.draft}`, body: bodyOf(canaries.draft) })
  const returned = await write({ title: `Bị trả ${canaries.returned}` })
  await step(editor, returned, 'submit')
  await step(first, returned, 'return', { note: `Vì ${canaries.returnNote}` })
  const scheduled = await write({ title: `Hẹn giờ ${canaries.scheduled}` })
  await step(editor, scheduled, 'submit')
  await step(first, scheduled, 'schedule', { at: new Date(Date.now() + 86_400_000).toISOString() })
  const waiting = await write({ title: 'Tin chờ duyệt', originallyPublishedAt: '2011-05-24T08:00:00+07:00' })
  await step(editor, waiting, 'submit')
  const submitted = await write({ title: `Đang chờ ${canaries.submitted}` })
  await step(editor, submitted, 'submit')
  await uploadPrivateFile(cms.base, editor, write)
  await cms.idle()
  await cms.stop()
  return { folder, live, waiting, agency, topic }
}

async function uploadPrivateFile(
  base: string,
  editor: Ask,
  write: (words: Record<string, unknown>) => Promise<string>,
): Promise<void> {
  const { logIn } = await import('./cms.ts')
  const form = new FormData()
  form.set('_payload', JSON.stringify({ title: `Tệp kín ${canaries.privateFile}` }))
  form.set(
    'file',
    new Blob([`nội dung ${canaries.privateFile}`], { type: 'text/plain' }),
    `${canaries.privateFile}.txt`,
  )
  const cookie = await logIn(base, 'editor@tinh.example')
  const answer = await fetch(`${base}/api/files`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost:3001' },
    body: form,
  })
  const { doc } = (await answer.json()) as { doc: { id: string } }
  await write({ title: 'Nháp có tệp', attachments: [doc.id] })
  void editor
}
