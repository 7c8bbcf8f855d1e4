/** Readiness of an article. Topics, lead, source and author are welcome but not required. */
import type { NewsContent } from '../content.ts'
import { isMoment } from '../dates.ts'
import { isEmptyRichText } from '../rich-text.ts'
import { type Clock, type Draft, isFilled, problem, type ReadinessProblem, unless } from './problem.ts'
import { bodyProblems, fileProblems, pictureProblems } from './uploads-and-body.ts'

export function newsProblems(news: Draft<NewsContent>, { now }: Clock): ReadinessProblem[] {
  return [
    ...unless(isFilled(news.title), 'title', 'missing', 'Bài chưa có tiêu đề. Hãy nhập tiêu đề.'),
    ...unless(!isEmptyRichText(news.body), 'body', 'missing', 'Bài chưa có nội dung. Hãy nhập nội dung.'),
    ...bodyProblems(news.body),
    ...unless(isFilled(news.agency), 'agency', 'missing', 'Chưa chọn cơ quan đăng bài. Hãy chọn cơ quan.'),
    ...pictureProblems('image', news.image),
    ...fileProblems('attachments', news.attachments),
    ...originalDateProblems(news.originallyPublishedAt, now),
  ]
}

function originalDateProblems(moment: string | undefined, now: string): ReadinessProblem[] {
  if (!isFilled(moment)) return []
  const field = 'originallyPublishedAt'
  if (!isMoment(moment))
    return [problem(field, 'invalid', 'Thời điểm đăng lần đầu không hợp lệ. Hãy chọn lại ngày và giờ.')]
  return unless(
    Date.parse(moment) <= Date.parse(now),
    field,
    'in-future',
    'Thời điểm đăng lần đầu không được ở tương lai. Hãy sửa lại, hoặc để trống và dùng “Hẹn giờ đăng”.',
  )
}
