/** Readiness of the site's settings: every link leads somewhere and has words. Empty parts are the province pack's. */
import type { SettingsContent } from '../content.ts'
import { isSafeAddress } from '../safe-address.ts'
import { isSectionName } from '../sections.ts'
import {
  isSettingsKind,
  type FooterWords,
  type HomeWords,
  type MenuWords,
  type SiteLink,
} from '../site-settings.ts'
import { type Draft, isFilled, problem, type ReadinessProblem, unless } from './problem.ts'

type AnyWords = MenuWords & FooterWords & HomeWords & { kind?: unknown }

export function settingsProblems(draft: Draft<SettingsContent>): ReadinessProblem[] {
  const settings = draft as AnyWords
  if (!isSettingsKind(settings.kind))
    return [
      problem('kind', 'missing', 'Chưa chọn phần nào của Cổng. Hãy chọn menu, chân trang hoặc trang chủ.'),
    ]
  if (settings.kind === 'menu') return linkProblems('menu', settings.menu)
  if (settings.kind === 'home') return linkProblems('tasks', settings.tasks)
  return [
    ...unless(
      !isFilled(settings.email) || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(settings.email),
      'email',
      'invalid',
      'Thư điện tử chưa đúng. Hãy nhập dạng ten@coquan.gov.vn.',
    ),
    ...(settings.columns ?? []).flatMap(({ title, links }, index) => [
      ...unless(
        isFilled(title),
        `columns.${index}.title`,
        'missing',
        'Cột liên kết chưa có tên. Hãy nhập tên.',
      ),
      ...unless(
        (links ?? []).length > 0,
        `columns.${index}.links`,
        'missing',
        `Cột “${title}” chưa có liên kết nào. Hãy thêm liên kết hoặc xóa cột.`,
      ),
      ...linkProblems(`columns.${index}.links`, links),
    ]),
  ]
}

const linkProblems = (field: string, links: SiteLink[] = []): ReadinessProblem[] =>
  links.flatMap((link, index) => linkProblem(`${field}.${index}`, index + 1, link))

function linkProblem(field: string, number: number, { title, section, item, address }: SiteLink) {
  const targets = [section, item, address].filter(isFilled).length
  if (targets !== 1)
    return [
      problem(
        `${field}.target`,
        'missing',
        `Liên kết thứ ${number} ${targets === 0 ? 'chưa dẫn tới đâu' : 'dẫn tới hai nơi'}. Hãy chọn đúng một nơi.`,
      ),
    ]
  if (isFilled(section) && !isSectionName(section))
    return [problem(`${field}.section`, 'invalid', `Liên kết thứ ${number} dẫn tới chuyên trang không có.`)]
  if (!isFilled(address)) return []
  return [
    ...unless(
      isSafeAddress(address),
      `${field}.address`,
      'bad-link',
      `Liên kết thứ ${number}: địa chỉ phải bắt đầu bằng / (trang của Cổng) hoặc https:// (trang ngoài).`,
    ),
    ...unless(
      isFilled(title),
      `${field}.title`,
      'missing',
      `Liên kết thứ ${number} chưa có chữ. Hãy nhập chữ hiện trên Cổng.`,
    ),
  ]
}
