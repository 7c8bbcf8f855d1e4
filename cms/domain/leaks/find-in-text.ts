/** Everything that a text gives away. Texts without long numbers, @ or a stamp's letters cost one look. */
import { bankAccounts } from './bank-accounts.ts'
import type { Hit } from './finding.ts'
import { identityNumbers } from './identity-numbers.ts'
import { mailAddresses } from './mail-addresses.ts'
import { phones } from './phones.ts'
import { secrecyStamps } from './secrecy-stamps.ts'

/** Six digits or more, however they are parted. */
const mayHoldNumber = (text: string): boolean => /\d(?:[ .()+-]{0,3}\d){5}/.test(text)

/** Each thing once per text. `text` is NFC. */
export function findInText(text: string): Hit[] {
  const hits = [...secrecyStamps(text), ...mailAddresses(text)]
  if (mayHoldNumber(text)) hits.push(...numbersIn(text))
  return [...new Map(hits.map((hit) => [`${hit.kind} ${hit.value}`, hit])).values()]
}

/** A number that was taken for one thing is not also another. */
function numbersIn(text: string): Hit[] {
  const taken = new Set<string>()
  const isNew = ({ value }: Hit): boolean => !taken.has(value)
  const hits: Hit[] = []
  for (const found of [identityNumbers(text), phones(text), bankAccounts(text)]) {
    const fresh = found.filter(isNew)
    hits.push(...fresh)
    for (const { value } of fresh) taken.add(value)
  }
  return hits
}
