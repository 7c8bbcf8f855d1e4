import { placeOf } from '#domain/comparison/block-words.ts'
import type { RichTextChange } from '#domain/comparison/rich-text.ts'
import { Runs } from './Runs.tsx'

/** The blocks of a text that came, went or changed, each under the heading it stands under. */
export function BlockChanges({ blocks, omitted }: RichTextChange) {
  return (
    <>
      <ul className="portal-blocks">
        {blocks.map((change, index) => (
          <li key={index}>
            <span className="portal-blocks__place">{placeOf(change)}</span>
            <div>{change.runs.length > 0 ? <Runs runs={change.runs} /> : <em>(dòng trống)</em>}</div>
          </li>
        ))}
      </ul>
      {omitted > 0 ? (
        <p className="portal-change__note">{`Còn ${omitted} đoạn nữa đã đổi. Hãy đọc trang xem trước.`}</p>
      ) : null}
    </>
  )
}
