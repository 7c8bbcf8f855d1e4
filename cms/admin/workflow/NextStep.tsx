'use client'
import { ClaimLine } from './ClaimLine.tsx'
import { ProblemList } from './ProblemList.tsx'
import { ReasonList } from './ReasonList.tsx'
import { Receipt } from './Receipt.tsx'
import { useShownItem, type ShownItem } from './shown-item.ts'
import { isFailing, noticesOf, shortRevision } from './status-cells.ts'
import type { Workflow } from './use-workflow.ts'
import type { PublicationAnswer } from './workflow-api.ts'

type Props = {
  collection: string
  isSaved: boolean
  shown: ShownItem
  workflow: Workflow | null
  publication: PublicationAnswer | null
}

/** Below the cells: what is next and why it waits, or the receipt. */
export function NextStep({ collection, isSaved, shown, workflow, publication }: Props) {
  const notices = noticesOf(shown.importNotices)
  return (
    <div className="portal-status__next" aria-live="polite">
      {isSaved ? (
        <Present {...{ collection, shown, workflow, publication }} />
      ) : (
        <p>Bấm “Lưu bản đang soạn” để giữ lại. Bài có thể còn thiếu; khi gửi duyệt mới cần đủ.</p>
      )}
      {workflow?.releaseSet ? (
        <p>
          <strong>Lên Cổng cùng bộ:</strong>{' '}
          <a href={`/admin/collections/release-sets/${workflow.releaseSet.id}`}>
            {workflow.releaseSet.title}
          </a>
          . Mục này được duyệt và đăng cùng các mục khác của bộ.
        </p>
      ) : null}
      {shown.needsReview ? (
        <p>
          <strong>Đăng khẩn, chờ rà soát.</strong> Một người khác trong Ban biên tập cần đọc lại bản đang trên
          Cổng.
        </p>
      ) : null}
      {notices.length > 0 ? (
        <div>
          <strong>{`Xem lại sau khi nhập (${notices.length}):`}</strong>
          <ul className="portal-problems">
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function Present({ collection, shown, workflow, publication }: Omit<Props, 'isSaved'>) {
  const { item } = useShownItem()
  switch (shown.state) {
    case 'draft':
    case 'returned':
      return <UnderWork {...{ collection, shown, workflow, publication }} />
    case 'submitted':
      return (
        <>
          <p>
            <strong>Nội dung khóa đến khi duyệt hoặc trả lại.</strong>{' '}
            {workflow ? `Đang chờ duyệt bản ${shortRevision(workflow.revision)}.` : null}
          </p>
          {workflow && item ? <ClaimLine item={item} claim={workflow.claim} /> : null}
          <Warnings workflow={workflow} />
        </>
      )
    case 'scheduled':
      return (
        <p>
          <strong>Nội dung khóa đến giờ đăng.</strong> Bỏ hẹn để sửa; bản đã duyệt khi đó không được đăng nữa.
        </p>
      )
    case 'published':
      return <OnPortal shown={shown} publication={publication} />
  }
}

function UnderWork({ collection, shown, workflow, publication }: Omit<Props, 'isSaved'>) {
  const missing = workflow?.missing ?? []
  return (
    <>
      {shown.state === 'returned' ? (
        <p className="portal-status__reason">
          <strong>Lý do trả lại:</strong> {noteBesideReasons(shown)}
        </p>
      ) : null}
      {shown.returned?.reasons.some(({ field }) => field) ? (
        <ReasonList collection={collection} returned={shown.returned} />
      ) : null}
      {missing.length > 0 ? (
        <div>
          <strong>{`Còn thiếu ${missing.length} điều trước khi gửi:`}</strong>
          <ProblemList problems={missing} />
        </div>
      ) : workflow ? (
        <p>
          <strong>Bước tiếp:</strong>{' '}
          {shown.state === 'returned' ? 'sửa rồi gửi lại.' : 'đã đủ, gửi duyệt được.'}
        </p>
      ) : null}
      <Warnings workflow={workflow} />
      {shown.publicState !== 'none' ? <StillPublic shown={shown} publication={publication} /> : null}
    </>
  )
}

/** What the leak guard found and a reviewer decides about; it stops no writer. */
function Warnings({ workflow }: Pick<Props, 'workflow'>) {
  if (!workflow || workflow.warnings.length === 0) return null
  return (
    <div>
      <strong>{`Người duyệt cân nhắc trước khi công khai (${workflow.warnings.length}):`}</strong>
      <ProblemList problems={workflow.warnings} />
    </div>
  )
}

/** A return form without a note takes the reasons for it; they stand below, each with its field. */
function noteBesideReasons({ returned, returnNote }: ShownItem): string {
  const reasons = returned?.reasons ?? []
  const isRepeated =
    reasons.some(({ field }) => field) && reasons.every(({ text }) => returnNote?.includes(text))
  return isRepeated ? '' : (returnNote ?? 'không ghi')
}

/** While the next edition is written, the present one stays where it is. */
function StillPublic({ shown, publication }: Pick<Props, 'shown' | 'publication'>) {
  if (isFailing(publication)) return <Failure shown={shown} publication={publication} />
  return shown.publicState === 'live' ? (
    <p>Người dân vẫn đọc bản đang trên Cổng cho đến khi bản này được duyệt.</p>
  ) : null
}

function OnPortal({ shown, publication }: Pick<Props, 'shown' | 'publication'>) {
  if (!publication || publication.state === 'none') return null
  if (isFailing(publication)) return <Failure shown={shown} publication={publication} />
  if (publication.state === 'waiting') return <p>Đã duyệt. Đang đưa lên Cổng, thường trong vài giây…</p>
  return <Receipt publication={publication} publicState={shown.publicState} />
}

/** What citizens read now comes first; then why. */
function Failure({ shown, publication }: { shown: ShownItem; publication: PublicationAnswer | null }) {
  return (
    <p className="portal-status__reason">
      <strong>{stillRead(shown, publication)}</strong> Máy tự thử lại. Nếu quá 5 phút, hãy báo quản trị lỗi
      này: {publication?.lastError}
    </p>
  )
}

function stillRead({ publicState, editionCount }: ShownItem, publication: PublicationAnswer | null): string {
  if (publicState !== 'live') return 'Người dân vẫn đọc được bài như trước.'
  return (publication?.editionNumber ?? editionCount) > 1
    ? 'Người dân vẫn đọc bản đăng trước.'
    : 'Người dân chưa thấy bài này.'
}
