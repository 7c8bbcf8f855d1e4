/**
 * The addresses this product writes to. A line break or a comma in `to` sends a mail elsewhere (measured with
 * nodemailer), so an address is one plain word: no name, quotes, comments, groups or white space.
 */
const mailbox = /^[A-Za-z0-9_](?:[A-Za-z0-9_+-]|\.(?=[A-Za-z0-9_+-])){0,63}$/
const domain = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/
const longestAddress = 254

/** Exactly one address of the plain form `ten.nguoi@tinh.gov.vn`, at most 254 characters. */
export function isMailAddress(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestAddress) return false
  const at = value.indexOf('@')
  return at > 0 && mailbox.test(value.slice(0, at)) && domain.test(value.slice(at + 1))
}

/** A setting's list: addresses with commas between them; spaces around each do not count. */
export const addressesIn = (list: string): string[] =>
  list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')

/** What stands after the `@`. */
export const mailDomain = (address: string): string => address.slice(address.indexOf('@') + 1)
