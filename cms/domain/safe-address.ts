/** The one rule for addresses that people type where readers will click: a path of ours or an https address. */
const longest = 2000

/** True for `/tin-tuc/…` and `https://…` without name or password; false for `javascript:`, `//host`, blanks and `\`. */
export function isSafeAddress(address: string): boolean {
  if (address.length > longest || /[\s\\\p{Cc}]/u.test(address)) return false
  if (/^\/(?!\/)/.test(address)) return true
  return address.startsWith('https://') && URL.canParse(address) && new URL(address).username === ''
}
