/** Readiness of a document: the minimum of its metadata (reference/domain 6.4), dates in order, text or file. */
import type { DocumentContent } from '../content.ts'
import { isDay, localDay } from '../dates.ts'
import { parseDocumentNumber } from '../document-number.ts'
import { documentRelationType } from '../document-relations.ts'
import { documentType } from '../document-types.ts'
import { isEmptyRichText } from '../rich-text.ts'
import {
  type Clock,
  dayProblems,
  type Draft,
  inOrder,
  isFilled,
  problem,
  type ReadinessProblem,
  unless,
} from './problem.ts'
import { bodyProblems, fileProblems } from './uploads-and-body.ts'

export function documentProblems(document: Draft<DocumentContent>, { now }: Clock): ReadinessProblem[] {
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
