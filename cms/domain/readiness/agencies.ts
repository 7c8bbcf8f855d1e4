/** Readiness of an agency: its name, kind and the times of its names. */
import { isAgencyKind } from '../agency-kinds.ts'
import type { AgencyContent } from '../content.ts'
import { dayProblems, type Draft, inOrder, isFilled, type ReadinessProblem, unless } from './problem.ts'
import { bodyProblems } from './uploads-and-body.ts'

export function agencyProblems(agency: Draft<AgencyContent>): ReadinessProblem[] {
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
