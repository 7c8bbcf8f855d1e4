/** People who write, submit and approve as fast as they are answered, and remember what was acknowledged. */
import { bodyOf } from './cms.ts'
import type { CmsProcess } from './portal-processes.ts'
import type { SeededPortal } from './seeded-portal.ts'

export type Acknowledged = Map<string, { slug: string; publicState: 'live' | 'gone' | 'unknown' }>

type Options = {
  cms: CmsProcess
  portal: SeededPortal
  name: string
  acknowledged: Acknowledged
  isOver: () => boolean
  random?: () => number
}

/** Ends by itself when `isOver`; rejects when the cms goes away, which the caller of a kill expects. */
export async function keepBusy({
  cms,
  portal,
  name,
  acknowledged,
  isOver,
  random = () => 1,
}: Options): Promise<void> {
  const editor = await cms.signIn('editor@tinh.example')
  const moderator = await cms.signIn('moderator@tinh.example')
  const step = async (ask: typeof editor, id: string, action: string, more = {}) => {
    const { body } = await ask('GET', `/api/news/${id}/workflow`)
    return ask('POST', `/api/news/${id}/transition`, { action, revision: body.revision, ...more })
  }
  for (let index = 0; !isOver(); index += 1) {
    const words = {
      title: `Tin ${name} ${index}`,
      body: bodyOf('Nội dung.'),
      agency: portal.agency,
      topics: [portal.topic],
    }
    const created = await editor('POST', '/api/news', words)
    if (created.status !== 201) continue
    const { id, slug } = created.body.doc
    await step(editor, id, 'submit')
    if ((await step(moderator, id, 'approve')).status === 200)
      acknowledged.set(id, { slug, publicState: 'live' })
    const victim = [...acknowledged].filter(([, { publicState }]) => publicState === 'live')[
      Math.floor(random() * acknowledged.size)
    ]
    if (!victim || random() > 0.2) continue
    // Until the answer is there nobody knows: the step may be committed and the answer lost.
    acknowledged.set(victim[0], { ...victim[1], publicState: 'unknown' })
    const removed = await step(moderator, victim[0], 'remove', { note: 'Gỡ trong thử nghiệm' })
    if (removed.status === 200) acknowledged.set(victim[0], { ...victim[1], publicState: 'gone' })
  }
}
