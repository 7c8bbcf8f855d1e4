import type { Run } from '#domain/comparison/words.ts'

/** A text with what came underlined and what went struck through; the blank before a run stands outside of it. */
export function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ kind, text }, index) => {
    const words = text.trimStart()
    const blank = words.length < text.length ? ' ' : ''
    const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : null
    return Tag ? (
      <span key={index}>
        {blank}
        <Tag className="portal-run">
          <span className="portal-hidden">{kind === 'added' ? '[thêm] ' : '[bỏ] '}</span>
          {words}
        </Tag>
      </span>
    ) : (
      <span key={index}>{text}</span>
    )
  })
}
