import type { Payload, TypedUser } from 'payload'
import { formatMoment } from '#domain/dates.ts'
import { personOf } from '../../access/person.ts'
import { publicationControl } from '../../workflow/pause.ts'

/** Above every page of the admin while all publication is held: who, since when, why. */
export async function PauseBanner({ payload, user }: { payload: Payload; user?: TypedUser | null }) {
  if (!personOf({ user: user ?? null })) return null
  const { isPaused, pause } = await publicationControl(payload)
  if (!isPaused || !pause) return null
  return (
    <div className="portal-pause-banner" role="status">
      <strong>Đang tạm dừng đăng.</strong>{' '}
      {`${pause.pausedByName} dừng lúc ${formatMoment(pause.pausedAt)}. Lý do: ${pause.reason}`}{' '}
      <span>Các bước duyệt vẫn làm được; thay đổi sẽ lên Cổng theo thứ tự khi cho chạy lại.</span>
    </div>
  )
}
