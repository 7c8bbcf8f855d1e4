import { sharePercent, type EmergencyShare } from '#domain/emergency-share.ts'

/** How often the office published before a second person had read. */
export function EmergencyShares({ shares }: { shares: EmergencyShare[] }) {
  return (
    <section className="portal-work">
      <h2>Tỷ lệ đăng khẩn</h2>
      <ul>
        {shares.map(({ days, emergency, all }) => (
          <li key={days}>
            {`${days} ngày qua: ${emergency.first + emergency.next} trong ${all.first + all.next} bản đăng (${sharePercent({ emergency, all })})`}
            <span className="portal-work__facts">
              {`${emergency.first} bài mới, ${emergency.next} bản sửa`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
