/**
 * What the leak guard says (Law 01/2026/QH16 Điều 11.4 and 15: confidentiality is checked before anything is
 * released). `refuse`: secrecy stamps, nothing may overrule them. `decide`: a reviewer says with a reason that
 * it may be public. `cleaned`: was in what was uploaded and is not in the public copy; nobody has to decide.
 */
export const leakKinds = [
  'secrecy-stamp',
  'identity-number',
  'phone',
  'bank-account',
  'mail-address',
  'tracked-changes',
  'comments',
  'hidden-content',
  'embedded-file',
  'active-content',
  'outside-path',
  'author',
  'place-taken',
  'file-name',
  'unread',
] as const
export type LeakKind = (typeof leakKinds)[number]

export type Severity = 'refuse' | 'decide' | 'cleaned'

/** Something found in one text or file. `value` is the whole thing, normalised: it is hashed and thrown away. */
export type Hit = {
  kind: LeakKind
  severity: Severity
  value: string
  /** Masked: safe to store, to log and to show. */
  excerpt: string
  /** Where inside the text or file, in words: `trang 3`, `trang tính “Danh sách”`; `''`: nowhere in particular. */
  place: string
}

/** A hit as it is stored and shown. */
export type Finding = {
  /** Stable while kind, place and the thing itself stay the same; says nothing about the thing. */
  id: string
  kind: LeakKind
  severity: Severity
  /** Path in the form: `body`, `attachments.0`. */
  field: string
  /** Name of the file it is in. */
  file?: string
  place: string
  excerpt: string
  /** Vietnamese: what it is, why it matters and the way out. */
  message: string
}

/** A hit in a file as the upload's row keeps it: the field it will be shown in is known only where it is used. */
export type FileFinding = Omit<Finding, 'field' | 'file' | 'message'>

/** Keyed, so that nobody finds a telephone number by trying all of them. */
export type Fingerprint = (text: string) => string

export const findingId = (fingerprint: Fingerprint, where: string, { kind, place, value }: Hit): string =>
  fingerprint([kind, where, place, value].join('\n'))

/** Keeps the first and last characters: `0912***678`. */
export function mask(text: string, first = 3, last = 3): string {
  const shown = [...text]
  if (shown.length <= first + last) return '*'.repeat(shown.length)
  return `${shown.slice(0, first).join('')}***${shown.slice(shown.length - last).join('')}`
}
