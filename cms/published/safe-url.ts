/**
 * An address that a reader may be sent to: http, https, mailto, tel, a path of this site or a fragment;
 * `null` for anything else. Browsers drop control characters and spaces before reading a scheme
 * (`java\nscript:`), so they are dropped before judging.
 */
export function safeUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // eslint-disable-next-line no-control-regex -- these are the characters browsers ignore
  const url = value.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g, '')
  if (/^#|^\/(?![/\\])|^\/$/.test(url)) return url.includes('\\') ? null : url
  if (/^(?:mailto|tel):[^\s]/i.test(url)) return url
  return /^https?:\/\/[^/\\]/i.test(url) && URL.canParse(url) ? url : null
}
