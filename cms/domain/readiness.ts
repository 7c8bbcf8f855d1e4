/**
 * What still keeps an item from being submitted or approved: everything at once, per field, in words that say
 * what to do (ARCHITECTURE, Workflow). Drafts may be incomplete; this is asked only at those steps.
 */
import { isAgencyKind } from './agency-kinds.ts'
import type {
  AgencyContent,
  ContentOf,
  DocumentContent,
  NewsContent,
  PublicCollection,
  PublicContent,
  RichText,
  TopicContent,
  UploadSnapshot,
} from './content.ts'
import { isDay, isMoment, localDay } from './dates.ts'
import { parseDocumentNumber } from './document-number.ts'
import { documentRelationType } from './document-relations.ts'
import { documentType } from './document-types.ts'
import { isEmptyRichText, richTextProblems, uploadsOf } from './rich-text.ts'
import { isValidSlug } from './slug.ts'

/** `field` is the field's path in the form: `body`, `attachments.0.title`. */
export type ReadinessProblem = { field: string; code: string; message: string }

type Draft<Content> = Partial<Content>
/** `now`: ISO 8601 moment; nothing may claim to be from after it. */
type Clock = { now: string }
type Check<Content> = (content: Draft<Content>, clock: Clock) => ReadinessProblem[]

/** Empty when the item may be submitted. `content` is what an edition would store. */
export function readinessProblems<C extends PublicCollection>(
  collection: C,
  content: Draft<ContentOf[C]> | undefined,
  clock: Clock,
): ReadinessProblem[] {
  const draft = (content ?? {}) as Draft<PublicContent>
  const check = checks[collection] as Check<PublicContent>
  return [...check(draft, clock), ...sharedProblems(collection, draft)]
}

const checks: { [C in PublicCollection]: Check<ContentOf[C]> } = {
  news: newsProblems,
  documents: documentProblems,
  agencies: agencyProblems,
  topics: topicProblems,
}

function newsProblems(news: Draft<NewsContent>, { now }: Clock): ReadinessProblem[] {
  return [
    ...unless(isFilled(news.title), 'title', 'missing', 'Bài chưa có tiêu đề. Hãy nhập tiêu đề.'),
    ...unless(!isEmptyRichText(news.body), 'body', 'missing', 'Bài chưa có nội dung. Hãy nhập nội dung.'),
    ...bodyProblems(news.body),
    ...unless(isFilled(news.agency), 'agency', 'missing', 'Chưa chọn cơ quan đăng bài. Hãy chọn cơ quan.'),
    ...unless(
      Boolean(news.topics?.length),
      'topics',
      'missing',
      'Chưa chọn chuyên mục. Hãy chọn ít nhất một chuyên mục.',
    ),
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

function documentProblems(document: Draft<DocumentContent>, { now }: Clock): ReadinessProblem[] {
  const type = documentType(document.type ?? '')
  return [
    ...unless(isFilled(document.family), 'family', 'missing', 'Chưa chọn nhóm văn bản. Hãy chọn một nhóm.'),
    ...unless(
      type !== null,
      'type',
      'missing',
      'Chưa chọn loại văn bản có trong danh mục. Hãy chọn loại văn bản.',
    ),
    ...numberProblems(document.number, type?.isNumberOptional === true),
    ...unless(
      isFilled(document.issuer),
      'issuer',
      'missing',
      'Chưa chọn cơ quan ban hành. Hãy chọn cơ quan.',
    ),
    ...issueDateProblems(document.issuedOn, now),
    ...unless(
      isFilled(document.abstract),
      'abstract',
      'missing',
      'Văn bản chưa có trích yếu. Hãy nhập trích yếu.',
    ),
    ...unless(
      Boolean(document.files?.length) || !isEmptyRichText(document.body),
      'files',
      'missing',
      'Văn bản chưa có tệp và chưa có nội dung. Hãy đính kèm tệp văn bản hoặc nhập toàn văn.',
    ),
    ...fileProblems('files', document.files),
    ...bodyProblems(document.body),
    ...forceDateProblems(document),
    ...relationProblems(document),
  ]
}

function numberProblems(number: string | undefined, isOptional: boolean): ReadinessProblem[] {
  if (!isFilled(number)) {
    return unless(
      isOptional,
      'number',
      'missing',
      'Chưa có số, ký hiệu. Hãy nhập như trên văn bản, ví dụ 08/CT-UBND.',
    )
  }
  const isStatedAsNone = /^không số$/i.test(number.trim().normalize('NFC'))
  return unless(
    isStatedAsNone || parseDocumentNumber(number) !== null || /^\s*\d+\s*$/.test(number),
    'number',
    'invalid',
    'Số, ký hiệu chưa đúng dạng. Hãy nhập như trên văn bản, ví dụ 08/CT-UBND; nếu văn bản không có số, ghi “Không số”.',
  )
}

function issueDateProblems(issuedOn: string | undefined, now: string): ReadinessProblem[] {
  if (!isFilled(issuedOn))
    return [problem('issuedOn', 'missing', 'Chưa có ngày ban hành. Hãy nhập ngày ghi trên văn bản.')]
  if (!isDay(issuedOn))
    return [problem('issuedOn', 'invalid', 'Ngày ban hành không có thật. Hãy nhập lại ngày, tháng, năm.')]
  return unless(
    issuedOn <= localDay(now),
    'issuedOn',
    'in-future',
    'Ngày ban hành không được ở tương lai. Hãy kiểm tra lại ngày ghi trên văn bản.',
  )
}

/** A local document has no force backwards; what it applies to retroactively stands in its text. */
function forceDateProblems({
  issuedOn,
  effectiveFrom,
  effectiveTo,
}: Draft<DocumentContent>): ReadinessProblem[] {
  return [
    ...dayProblems('effectiveFrom', 'Ngày có hiệu lực', effectiveFrom),
    ...dayProblems('effectiveTo', 'Ngày hết hiệu lực', effectiveTo),
    ...unless(
      inOrder(issuedOn, effectiveFrom),
      'effectiveFrom',
      'before-issue',
      'Ngày có hiệu lực sớm hơn ngày ban hành. Hãy kiểm tra lại hai ngày; để trống nếu có hiệu lực từ ngày ký.',
    ),
    ...unless(
      inOrder(effectiveFrom ?? issuedOn, effectiveTo),
      'effectiveTo',
      'before-start',
      'Ngày hết hiệu lực sớm hơn ngày có hiệu lực. Hãy kiểm tra lại hai ngày.',
    ),
  ]
}

function relationProblems({ relations = [] }: Draft<DocumentContent>): ReadinessProblem[] {
  return relations.flatMap((relation, index) => [
    ...unless(
      documentRelationType(relation.type ?? '') !== null,
      `relations.${index}.type`,
      'missing',
      'Chưa chọn quan hệ với văn bản kia. Hãy chọn quan hệ hoặc xóa dòng này.',
    ),
    ...unless(
      isFilled(relation.target) || isFilled(relation.targetText),
      `relations.${index}.target`,
      'missing',
      'Chưa nêu văn bản kia. Hãy chọn văn bản trong hệ thống hoặc ghi số, ký hiệu của văn bản đó.',
    ),
  ])
}

function agencyProblems(agency: Draft<AgencyContent>): ReadinessProblem[] {
  return [
    ...unless(isFilled(agency.name), 'name', 'missing', 'Cơ quan chưa có tên. Hãy nhập tên đầy đủ.'),
    ...unless(isAgencyKind(agency.kind), 'kind', 'missing', 'Chưa chọn loại cơ quan. Hãy chọn một loại.'),
    ...validityProblems('', agency),
    ...(agency.formerNames ?? []).flatMap((former, index) => [
      ...unless(
        isFilled(former.name),
        `formerNames.${index}.name`,
        'missing',
        'Tên cũ còn trống. Hãy nhập tên hoặc xóa dòng này.',
      ),
      ...unless(
        isFilled(former.validFrom) || isFilled(former.validTo),
        `formerNames.${index}.validTo`,
        'missing',
        'Tên cũ chưa có thời gian sử dụng. Hãy nhập ít nhất ngày kết thúc dùng tên này.',
      ),
      ...validityProblems(`formerNames.${index}.`, former),
    ]),
    ...bodyProblems(agency.body),
  ]
}

function validityProblems(
  prefix: string,
  { validFrom, validTo }: { validFrom?: string; validTo?: string },
): ReadinessProblem[] {
  return [
    ...dayProblems(`${prefix}validFrom`, 'Ngày bắt đầu', validFrom),
    ...dayProblems(`${prefix}validTo`, 'Ngày kết thúc', validTo),
    ...unless(
      inOrder(validFrom, validTo),
      `${prefix}validTo`,
      'before-start',
      'Ngày kết thúc sớm hơn ngày bắt đầu. Hãy kiểm tra lại hai ngày.',
    ),
  ]
}

function topicProblems(topic: Draft<TopicContent>): ReadinessProblem[] {
  return unless(isFilled(topic.name), 'name', 'missing', 'Chuyên mục chưa có tên. Hãy nhập tên.')
}

function sharedProblems(collection: PublicCollection, content: Draft<PublicContent>): ReadinessProblem[] {
  const { slug } = content
  if (isFilled(slug)) {
    const message =
      'Phần cuối địa chỉ chỉ gồm chữ thường không dấu, số và dấu gạch nối, và không được là một năm. Hãy sửa lại.'
    return unless(isValidSlug(slug), 'slug', 'invalid', message)
  }
  // Otherwise the slug follows the title, whose absence was already named.
  const title =
    collection === 'agencies' || collection === 'topics' ? (content as Draft<TopicContent>).name : 'any'
  return unless(
    !isFilled(title),
    'slug',
    'missing',
    'Chưa có phần cuối địa chỉ. Hãy lưu lại để hệ thống tự đặt, hoặc nhập tay.',
  )
}

function bodyProblems(body: RichText | undefined): ReadinessProblem[] {
  if (body === undefined) return []
  const problems = richTextProblems(body).map(({ message }) => problem('body', 'invalid', message))
  const hasBlindPicture = uploadsOf(body).some((upload) => upload !== null && !isFilled(upload.alt))
  return [
    ...problems.filter(
      ({ message }, index) => problems.findIndex((other) => other.message === message) === index,
    ),
    ...unless(
      !hasBlindPicture,
      'body',
      'missing-alt',
      'Ảnh trong bài chưa có mô tả. Hãy mở ảnh và nhập mô tả cho người không xem được ảnh.',
    ),
  ]
}

const pictureProblems = (field: string, picture: UploadSnapshot | undefined): ReadinessProblem[] =>
  unless(
    !picture || isFilled(picture.alt),
    field,
    'missing-alt',
    'Ảnh chưa có mô tả. Hãy mở ảnh và nhập mô tả cho người không xem được ảnh.',
  )

const fileProblems = (field: string, files: UploadSnapshot[] = []): ReadinessProblem[] =>
  files.flatMap((file, index) =>
    unless(
      isFilled(file.title),
      `${field}.${index}.title`,
      'missing',
      `Tệp “${file.name}” chưa có tên hiển thị. Hãy mở tệp và nhập tên.`,
    ),
  )

const dayProblems = (field: string, label: string, day: string | undefined): ReadinessProblem[] =>
  unless(
    !isFilled(day) || isDay(day),
    field,
    'invalid',
    `${label} không có thật. Hãy nhập lại ngày, tháng, năm.`,
  )

/** Judged only when both are real days: a missing or broken one has its own problem. */
const inOrder = (first: string | undefined, second: string | undefined): boolean =>
  !isDay(first) || !isDay(second) || first <= second

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const problem = (field: string, code: string, message: string): ReadinessProblem => ({ field, code, message })

const unless = (isFine: boolean, field: string, code: string, message: string): ReadinessProblem[] =>
  isFine ? [] : [problem(field, code, message)]
