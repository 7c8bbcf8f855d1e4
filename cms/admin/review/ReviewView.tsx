'use client'
import { Gutter, SetDocumentStepNav, useAuth, useConfig } from '@payloadcms/ui'
import type { ClientCollectionConfig } from 'payload'
import { useState } from 'react'
import type { Returned } from '#domain/returned.ts'
import { useMessageAfterLoad } from '../workflow/load-again.ts'
import { StatusLine } from '../workflow/StatusLine.tsx'
import { useShownItem } from '../workflow/shown-item.ts'
import { useWorkflow } from '../workflow/use-workflow.ts'
import { Findings } from './Findings.tsx'
import { ChangeList } from './ChangeList.tsx'
import { Decision } from './Decision.tsx'
import { PagePreview } from './PagePreview.tsx'
import { ReturnedReasons } from './ReturnedReasons.tsx'
import { useComparison } from './use-comparison.ts'
import { useMovedOn } from './use-moved-on.ts'

const parts = { changes: 'Thay đổi', page: 'Trang', decision: 'Quyết định' } as const
type Part = keyof typeof parts

/**
 * What a reviewer needs to decide (design §6, Admin: review): what was asked for, what changed, the page itself,
 * and the steps. All four are about one content, named by its hash. On a narrow screen they are shown in turns.
 */
export function ReviewView() {
  const { item, shown } = useShownItem()
  const { user } = useAuth()
  const { getEntityConfig } = useConfig()
  const workflow = useWorkflow()
  const [part, setPart] = useState<Part>('changes')
  const [ticked, setTicked] = useState<Returned | null>(null)
  useMessageAfterLoad()
  const revision = workflow?.revision
  const returned = ticked ?? workflow?.returned ?? null
  const { comparison, refusal, base, compareWith } = useComparison(item, revision, returned !== null)
  const seenLater = useMovedOn(item, revision)
  const compared = comparison && comparison.revision !== revision ? comparison.revision : null
  const movedTo = seenLater ?? compared
  if (!item || !workflow || !revision) return <Gutter className="portal-review__wait">Đang mở…</Gutter>

  const mayTick = user?.role === 'moderator' && shown.state === 'submitted' && movedTo === null
  return (
    <Gutter className="portal-review">
      <Path config={getEntityConfig({ collectionSlug: item.collection })} id={item.id} />
      <StatusLine />
      <div className="portal-review__tabs" role="group" aria-label="Phần đang xem">
        {(Object.keys(parts) as Part[]).map((name) => (
          <button key={name} type="button" aria-pressed={name === part} onClick={() => setPart(name)}>
            {parts[name]}
          </button>
        ))}
      </div>
      <div className="portal-review__parts" data-part={part}>
        <div className="portal-review__changes">
          {returned ? (
            <ReturnedReasons {...{ item, revision, returned, mayTick }} onTicked={setTicked} />
          ) : null}
          <Findings findings={workflow.findings ?? []} />
          {refusal ? <p role="alert">{refusal.message}</p> : null}
          {comparison ? (
            <ChangeList comparison={comparison} base={base} onChoose={compareWith} />
          ) : refusal ? null : (
            <p className="portal-quiet">Đang so sánh…</p>
          )}
        </div>
        <div className="portal-review__side">
          <div className="portal-review__decision">
            <Decision
              {...{ item, revision, returned, movedTo }}
              findings={workflow.findings ?? []}
              isInSet={Boolean(workflow.releaseSet)}
              isPublic={shown.publicState !== 'none'}
              allowed={workflow.allowed}
            />
          </div>
          <div className="portal-review__page">
            <PagePreview item={item} revision={revision} />
          </div>
        </div>
      </div>
    </Gutter>
  )
}

/** The way back, as Payload's own views show it. */
function Path({ config, id }: { config: ClientCollectionConfig | null; id: string | number }) {
  if (!config) return null
  return (
    <SetDocumentStepNav
      collectionSlug={config.slug}
      id={id}
      pluralLabel={config.labels.plural}
      useAsTitle={config.admin.useAsTitle}
      view="Xem và duyệt"
    />
  )
}
