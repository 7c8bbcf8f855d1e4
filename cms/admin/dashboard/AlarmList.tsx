import { alarmAdvice, type Alarm } from '#domain/alarms.ts'
import { formatMoment } from '#domain/dates.ts'

/** What is wrong on the way to the public right now; nothing when nothing is. */
export function AlarmList({ alarms }: { alarms: Alarm[] }) {
  if (alarms.length === 0) return null
  return (
    <section className="portal-work portal-work--alarm" role="alert">
      <h2>{`Báo động (${alarms.length})`}</h2>
      <ul>
        {alarms.map(({ kind, text, since }) => (
          <li key={kind}>
            {text}
            <span className="portal-work__facts">{`từ ${formatMoment(since)}. ${alarmAdvice[kind]}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
