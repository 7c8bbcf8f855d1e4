import type { DeskItem } from '../../workflow/handover-desk.ts'
import { ModalDialog } from '../dialog/ModalDialog.tsx'
import { keyOf, type Progress, type Taker } from './taking.ts'

type Props = {
  from: string
  taker: Taker
  items: DeskItem[]
  progress: Progress | null
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** Says what a handover does and what it does not, then how far it is. */
export function ConfirmHandover({ from, taker, items, progress, onConfirm, onClose }: Props) {
  const scheduled = items.filter(({ state }) => state === 'scheduled').length
  const isRunning = progress !== null && progress.done < progress.of
  const isOver = progress !== null && !isRunning
  return (
    <ModalDialog title={`Bàn giao ${items.length} bài cho ${taker.name}?`} onClose={onClose}>
      {progress === null ? (
        <ul>
          <li>{`${taker.name} phụ trách các bài này thay ${from}, và nhận thư báo trả lại, hẹn giờ, lên Cổng.`}</li>
          <li>Nội dung và trạng thái không đổi; bài chờ duyệt vẫn chờ duyệt.</li>
          {scheduled > 0 ? <li>{`${scheduled} bài đã hẹn giờ vẫn tự lên Cổng đúng giờ.`}</li> : null}
          <li>{`${from} vẫn được tính là người tham gia soạn. Việc bàn giao được ghi vào nhật ký.`}</li>
        </ul>
      ) : (
        <Running {...progress} />
      )}
      <div className="portal-dialog__buttons">
        {progress === null ? (
          <button
            type="button"
            className="portal-button portal-button--filled"
            onClick={() => void onConfirm()}
          >
            Bàn giao
          </button>
        ) : null}
        {isRunning ? null : (
          <button type="button" className="portal-button" onClick={onClose}>
            {isOver ? 'Đóng' : 'Thôi'}
          </button>
        )}
      </div>
    </ModalDialog>
  )
}

function Running({ done, of, refused }: Progress) {
  return (
    <>
      <progress max={of} value={done} aria-label="Đã bàn giao" />
      <p role="status">{`Đã xử lý ${done} trên ${of} bài.`}</p>
      {refused.length > 0 ? (
        <div role="alert" className="portal-card--refused">
          <strong>{`${refused.length} bài chưa bàn giao được`}</strong>
          <ul>
            {refused.map(({ item, message }) => (
              <li key={keyOf(item)}>{`${item.title}: ${message}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
