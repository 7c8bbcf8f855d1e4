import type { Payload, TypedUser } from 'payload'
import { formatMoment } from '#domain/dates.ts'
import type { Role } from '#domain/roles.ts'
import { personOf } from '../../access/person.ts'
import { savedAgo } from './age.ts'
import { currentAlarms } from '../../workflow/alarm-facts.ts'
import { publicationControl } from '../../workflow/pause.ts'
import { countLeft } from '../../workflow/handover-desk.ts'
import { handoverPage } from '../handover/handover-page.ts'
import { roleNames } from '../../workflow/words.ts'
import { queuePage } from '../queue/queue-page.ts'
import { NoticeSummary } from '../notice/NoticeSummary.tsx'
import { PauseSwitch } from '../pause/PauseSwitch.tsx'
import { emergencyShares } from '../../workflow/emergency-share.ts'
import { AlarmList } from './AlarmList.tsx'
import { EmergencyShares } from './EmergencyShares.tsx'
import { PublishingState } from './PublishingState.tsx'
import { withReviewDue } from './review-due.ts'
import { countPeople, findStuck, findWork, type Asker } from './work.ts'
import { WorkList } from './WorkList.tsx'

/** What waits for this person, before everything else on the start page. */
export async function Workload({ payload, user }: { payload: Payload; user?: TypedUser | null }) {
  const person = personOf({ user: user ?? null })
  if (!person || !user) return null
  const asker: Asker = { payload, user, person }
  const now = new Date()
  return (
    <div className="portal-workload">
      {person.role === 'editor' ? null : <Alarms payload={payload} now={now} />}
      {person.role === 'editor' ? <EditorWork asker={asker} now={now} /> : null}
      {person.role === 'moderator' ? <ModeratorWork asker={asker} now={now} /> : null}
      {person.role === 'administrator' ? <AdministratorWork asker={asker} now={now} /> : null}
      {person.role === 'editor' ? null : <Switch payload={payload} />}
    </div>
  )
}

async function Alarms({ payload, now }: { payload: Payload; now: Date }) {
  return <AlarmList alarms={await currentAlarms(payload, now.toISOString())} />
}

async function Switch({ payload }: { payload: Payload }) {
  const { isPaused } = await publicationControl(payload)
  return <PauseSwitch isPaused={isPaused} />
}

type Props = { asker: Asker; now: Date }

const hour = (since: string): string => `hẹn ${formatMoment(since)}`

async function ModeratorWork({ asker, now }: Props) {
  const [queue, review, scheduled, { stuck, waiting }, left, shares] = await Promise.all([
    findWork(asker, { where: { state: { equals: 'submitted' } }, since: 'submittedAt' }),
    findWork(asker, { where: { needsReview: { equals: true } }, since: 'updatedAt' }).then((work) =>
      withReviewDue(asker.payload, work, now.toISOString()),
    ),
    findWork(asker, { where: { state: { equals: 'scheduled' } }, since: 'scheduledAt' }),
    findStuck(asker, now),
    countLeft(asker.payload),
    emergencyShares(asker.payload, now.toISOString()),
  ])
  const at = now.toISOString()
  return (
    <>
      <WorkList title="Chờ duyệt" work={queue} empty="Không có bài nào chờ duyệt." now={at} isForReview>
        <a href={queuePage}>Mở hàng chờ duyệt</a>
      </WorkList>
      <WorkList
        title="Đăng khẩn, chờ rà soát"
        work={review}
        empty="Không có bài đăng khẩn nào chờ rà soát."
        now={at}
        when={() => ''}
        isForReview
      />
      <EmergencyShares shares={shares} />
      <WorkList title="Đã hẹn giờ" work={scheduled} empty="Không có bài nào hẹn giờ." now={at} when={hour} />
      <PublishingState stuck={stuck} waiting={waiting} now={at} />
      <NoticeSummary payload={asker.payload} now={at} />
      <LeftWork count={left} />
    </>
  )
}

/** Work of people who left; nothing while there is none. */
function LeftWork({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <section className="portal-work portal-work--alarm">
      <h2>{`Cần bàn giao (${count})`}</h2>
      <p className="portal-work__empty">
        Bài đang làm của người đã nghỉ hoặc đã chuyển cơ quan. <a href={handoverPage}>Bàn giao việc</a>
      </p>
    </section>
  )
}

async function EditorWork({ asker, now }: Props) {
  if (asker.person.agencies.length === 0) {
    return (
      <section className="portal-work">
        <h2>Chưa được gán cơ quan</h2>
        <p className="portal-work__empty">
          Tài khoản của bạn chưa thuộc cơ quan nào nên chưa soạn được bài. Hãy nhờ quản trị gán cơ quan.
        </p>
      </section>
    )
  }
  const [returned, drafts, submitted] = await Promise.all([
    findWork(asker, {
      where: { state: { equals: 'returned' } },
      since: 'updatedAt',
      newestFirst: true,
      onlyOwn: true,
    }),
    findWork(asker, {
      where: { state: { equals: 'draft' } },
      since: 'updatedAt',
      newestFirst: true,
      onlyOwn: true,
    }),
    findWork(asker, { where: { state: { equals: 'submitted' } }, since: 'submittedAt', onlyOwn: true }),
  ])
  const at = now.toISOString()
  return (
    <>
      <WorkList
        title="Bị trả lại, cần sửa"
        work={returned}
        empty="Không có bài nào bị trả lại."
        now={at}
        when={() => ''}
      />
      <WorkList
        title="Đang soạn"
        work={drafts}
        empty="Không có bài nào đang soạn. Chọn “Tin tức” hoặc “Văn bản” để viết bài mới."
        now={at}
        when={savedAgo}
      />
      <WorkList
        title="Đang chờ duyệt"
        work={submitted}
        empty="Không có bài nào của cơ quan bạn đang chờ duyệt."
        now={at}
      />
    </>
  )
}

async function AdministratorWork({ asker, now }: Props) {
  const [people, { stuck, waiting }] = await Promise.all([countPeople(asker), findStuck(asker, now)])
  return (
    <>
      <section className="portal-work">
        <h2>Tài khoản đang dùng</h2>
        <ul>
          {people.map(({ role, count }) => (
            <li key={role}>
              <a href={`/admin/collections/users?where[role][equals]=${role}`}>{roleNames[role as Role]}</a>
              <span className="portal-work__facts">{`${count} người`}</span>
            </li>
          ))}
        </ul>
      </section>
      <PublishingState stuck={stuck} waiting={waiting} now={now.toISOString()} />
    </>
  )
}
