'use client'
import type { Item } from '../workflow/workflow-api.ts'
import { previewAddress } from './review-api.ts'

/** The page exactly as the public would see it, of exactly the content on screen. Nothing in it runs. */
export function PagePreview({ item, revision }: { item: Item; revision: string }) {
  const address = previewAddress(item, revision)
  return (
    <section className="portal-preview" aria-labelledby="portal-preview-title">
      <div className="portal-preview__head">
        <h2 id="portal-preview-title">Trang như người dân sẽ thấy</h2>
        <a href={address} target="_blank" rel="noreferrer">
          Mở riêng
        </a>
      </div>
      <iframe
        src={address}
        title="Trang như người dân sẽ thấy"
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="same-origin"
      />
    </section>
  )
}
