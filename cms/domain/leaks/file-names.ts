/** What a file's name gives away, as its sender named it; tone marks help where they are there. */
import { fold, toNfc } from '../fold.ts'
import { findInText } from './find-in-text.ts'
import type { Hit } from './finding.ts'

const withMarks = /(?<!\p{L})(?:tuyệt mật|tối mật|độ mật|(?:tài liệu|văn bản|công văn) mật)(?!\p{L})/iu

const folded: readonly { says: string; pattern: RegExp }[] = [
  {
    says: 'độ mật',
    pattern: /\b(?:tuyet mat|toi mat|do mat|(?:tai lieu|van ban|cong van) mat)(?! khau| do| ma)\b/,
  },
  { says: 'dự thảo', pattern: /\b(?:du thao|draft|ban nhap)\b/ },
  {
    says: 'bản sửa dở',
    pattern: /\b(?:(?:da|ban|chinh) sua|sua lan ?\d*|final ?\w* ?(?:\d+|sua)|v\d+ final|ban cuoi)\b/,
  },
  { says: 'bản sao', pattern: /\b(?:copy|ban sao)\b/ },
  { says: 'nội bộ', pattern: /\b(?:noi bo|internal)\b/ },
]

/** Each telling word once, and personal numbers masked. Decided by a reviewer, never refused. */
export function tellingName(name: string): Hit[] {
  const base = toNfc(name)
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_–—-]+/g, ' ')
  const found = findInText(base)
  const hasStamp = withMarks.test(base) || found.some(({ kind }) => kind === 'secrecy-stamp')
  const plain = fold(base).replace(/[^a-z0-9]+/g, ' ')
  const words = folded.filter(({ pattern }) => pattern.test(plain)).map(({ says }) => says)
  const numbers = found.filter(({ kind }) => kind !== 'secrecy-stamp').map(({ excerpt }) => excerpt)
  return [...new Set([...(hasStamp ? ['độ mật'] : []), ...words, ...numbers])].map((said) => ({
    kind: 'file-name',
    severity: 'decide',
    value: said,
    excerpt: said,
    place: '',
  }))
}
