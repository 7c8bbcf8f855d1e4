/** People who write, submit, approve and remove as fast as they are answered, and remember what was acknowledged. */
import { bodyOf } from './cms.ts'
import type { CmsProcess } from './portal-processes.ts'
import type { SeededPortal } from './seeded-portal.ts'

export type Asked = { item: string; action: string; answer: 'none' | 'done' | 'refused' }
/** What people asked for and were told, over any number of lives of the cms. */
export type Memory = {
  /** Articles whose creation was acknowledged. */
  items: Map<string, { title: string; slug: string }>
  steps: Asked[]
}
export const newMemory = (): Memory => ({ items: new Map(), steps: [] })
export const countDone = ({ items, steps }: Memory): number =>
  items.size + steps.filter(({ answer }) => answer === 'done').length

type Options = {
  cms: CmsProcess
  portal: SeededPortal
  name: string
  memory: Memory
  isOver: () => boolean
  random?: () => number
}

/** Ends by itself when `isOver`; rejects when the cms goes away, which the caller of a kill expects. */
export async function keepBusy({
  cms,
  portal,
  name,
  memory,
  isOver,
  random = () => 1,
}: Options): Promise<void> {
  const editor = await cms.signIn('editor@tinh.example')
  const moderator = await cms.signIn('moderator@tinh.example')
  const step = async (ask: typeof editor, item: string, action: string, more = {}) => {
    const { body } = await ask('GET', `/api/news/${item}/workflow`)
    // Until the answer is there nobody knows: the step may be committed and the answer lost.
    const asked: Asked = { item, action, answer: 'none' }
    memory.steps.push(asked)
    const target = `/api/news/${item}/transition`
    const { status } = await ask('POST', target, { action, revision: body.revision, ...more })
    asked.answer = status === 200 ? 'done' : 'refused'
  }
  for (let index = 0; !isOver(); index += 1) {
    const title = `Tin ${name} ${index}`
    const created = await editor('POST', '/api/news', {
      title,
      lead: 'Tóm tắt.',
      body: bodyOf('Nội dung.'),
      agency: portal.agency,
      topics: [portal.topic],
    })
    if (created.status !== 201) continue
    const { id, slug } = created.body.doc
    memory.items.set(id, { title, slug })
    await step(editor, id, 'submit')
    await step(moderator, id, 'approve')
    const mine = [...memory.items.keys()]
    const victim = mine[Math.floor(random() * mine.length)]
    if (victim && random() < 0.2) await step(moderator, victim, 'remove', { note: 'Gỡ trong thử nghiệm' })
  }
}
