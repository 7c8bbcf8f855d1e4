'use client'
import { toast, useConfig } from '@payloadcms/ui'
import type { PublicState } from '#domain/item-truth.ts'
import { receiptSentence } from './receipt-words.ts'
import type { PublicationAnswer } from './workflow-api.ts'

/** The receipt of the latest change: which edition, since when it was seen, after how long, at which addresses. */
export function Receipt({
  publication,
  publicState,
}: {
  publication: PublicationAnswer
  publicState: PublicState
}) {
  const [own, ...others] = publication.urls
  return (
    <div className="portal-receipt" role="group" aria-label="Biên nhận">
      <p>
        <strong>Biên nhận.</strong> {receiptSentence(publication, publicState, new Date().toISOString())}
      </p>
      {own ? <Address url={own} isOwn /> : null}
      {others.length > 0 ? (
        <details>
          <summary>{`Cùng thay đổi: ${others.length} địa chỉ`}</summary>
          {others.map((url) => (
            <Address key={url} url={url} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

function Address({ url, isOwn = false }: { url: string; isOwn?: boolean }) {
  const { config } = useConfig()
  const { publicUrl } = (config.admin.custom ?? {}) as { publicUrl?: string }
  const full = new URL(url, publicUrl ?? window.location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(full)
      toast.success('Đã chép địa chỉ.')
    } catch {
      // Without https or permission a browser refuses; the address stands beside the button.
      toast.error('Trình duyệt không cho chép. Hãy chọn địa chỉ rồi chép tay.')
    }
  }
  return (
    <div className="portal-receipt__address">
      <a href={full} target="_blank" rel="noreferrer">
        {decodeURI(new URL(full).pathname)}
      </a>
      {isOwn ? (
        <button type="button" className="portal-small-button" onClick={() => void copy()}>
          Chép địa chỉ
        </button>
      ) : null}
    </div>
  )
}
