/** What may not even be stored in a draft: dates that contradict each other and times in the future. Missing things are readiness's business. */
import type { PublicCollection } from '#domain/collections.ts'
import { isDay, isMoment, localDay } from '#domain/dates.ts'
import { isSettingsKind, settingsKinds, settingsParts } from '#domain/site-settings.ts'
import type { Problem } from '../errors.ts'

type Data = Record<string, unknown>

const dayOf = (value: unknown): string | null => (isDay(value) ? value : null)

function ordered(field: string, earlier: unknown, later: unknown, message: string): Problem[] {
  const [first, second] = [dayOf(earlier), dayOf(later)]
  return first && second && second < first ? [{ field, code: 'date-order', message }] : []
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const checks: Record<PublicCollection, (data: Data, now: string) => Problem[]> = {
  news: ({ originallyPublishedAt }, now) =>
    isMoment(originallyPublishedAt) && Date.parse(originallyPublishedAt) > Date.parse(now)
      ? [
          {
            field: 'originallyPublishedAt',
            code: 'future-date',
            message: 'Thời gian đăng gốc: không được ở tương lai. Muốn đăng sau thì dùng “Hẹn giờ”.',
          },
        ]
      : [],
  documents: ({ issuedOn, effectiveFrom, effectiveTo }, now) => [
    ...(dayOf(issuedOn) && String(issuedOn) > localDay(now)
      ? [
          {
            field: 'issuedOn',
            code: 'future-date',
            message: 'Ngày ban hành: không được sau hôm nay. Hãy xem lại năm.',
          },
        ]
      : []),
    ...ordered(
      'effectiveTo',
      effectiveFrom ?? issuedOn,
      effectiveTo,
      'Ngày hết hiệu lực: trước ngày có hiệu lực. Hãy xem lại hai ngày này.',
    ),
  ],
  agencies: ({ validFrom, validTo, formerNames }) => [
    ...ordered('validTo', validFrom, validTo, 'Đến ngày: trước ngày bắt đầu. Hãy xem lại hai ngày này.'),
    ...(Array.isArray(formerNames) ? (formerNames as Data[]) : []).flatMap((name, index) =>
      ordered(
        `formerNames.${index}.validTo`,
        name.validFrom,
        name.validTo,
        'Tên cũ: ngày kết thúc trước ngày bắt đầu. Hãy xem lại.',
      ),
    ),
  ],
  topics: () => [],
  settings: ({ kind, ...data }) =>
    settingsKinds
      .filter((other) => isSettingsKind(kind) && other !== kind)
      .flatMap((other) => settingsParts[other].fields)
      .filter((field) => isGiven(data[field]))
      .map((field) => ({
        field,
        code: 'other-part',
        message: `Trường “${field}” không thuộc phần này của Cổng. Hãy bỏ trường đó.`,
      })),
}

export const consistencyProblems = (collection: PublicCollection, data: Data, now: string): Problem[] =>
  checks[collection](data, now)
