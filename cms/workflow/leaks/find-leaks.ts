/** Everything an item would give away if it were published as it is: in its words and in the files it shows. */
import type { Payload, PayloadRequest } from 'payload'
import { findInText } from '#domain/leaks/find-in-text.ts'
import type { Finding, Hit } from '#domain/leaks/finding.ts'
import { gather } from '#domain/leaks/gather.ts'
import { isOfficialHit, type OfficialContacts } from '#domain/leaks/official-contacts.ts'
import { findingSentence } from '#domain/leaks/words.ts'
import { wordsOfContent, type UsedUpload } from '#domain/leaks/words-of-content.ts'
import { fingerprint } from '../../uploads/fingerprint.ts'
import { contactsFor } from '../../uploads/official-contacts.ts'
import type { Frozen } from '../content/content-of.ts'

export type Contacts = (hits: readonly Hit[]) => Promise<OfficialContacts>

/** Reads the agencies' contacts when they matter; a batch hands in its own, read once. */
export const contactsIn =
  (payload: Payload, req?: PayloadRequest): Contacts =>
  (hits) =>
    contactsFor(payload, hits, req)

/** Stamps first, then what a reviewer decides, then what was cleaned away; each in the order of the form. */
export async function findLeaks(
  { content, uploads }: Pick<Frozen, 'content' | 'uploads'>,
  contacts: Contacts,
): Promise<Finding[]> {
  const used = wordsOfContent(content)
  // The slug repeats the title: what the title says is not said twice.
  used.words.sort((a, b) => Number(a.field === 'slug') - Number(b.field === 'slug'))
  const texts = used.words
    .map((words) => ({ ...words, hits: findInText(words.text) }))
    .filter(({ hits }) => hits.length > 0)
  const official = await contacts(texts.flatMap(({ hits }) => hits))
  const seen = new Set<string>()
  const inWords = texts.flatMap(({ field, label, hits }) => {
    const own = hits.filter(
      (hit) => !isOfficialHit(hit, official) && !(field === 'slug' && seen.has(hit.value)),
    )
    for (const { value } of own) seen.add(value)
    return gather(own, field, fingerprint).map((finding): Finding => ({
      ...finding,
      field,
      message: findingSentence(finding, label),
    }))
  })
  const inFiles = used.uploads.flatMap((upload) => findingsOf(upload, uploads))
  const all = [...new Map([...inWords, ...inFiles].map((finding) => [finding.id, finding])).values()]
  return order.flatMap((severity) => all.filter((finding) => finding.severity === severity))
}

const order = ['refuse', 'decide', 'cleaned'] as const

const findingsOf = ({ field, upload }: UsedUpload, uploads: Frozen['uploads']): Finding[] =>
  uploads
    .inspectionsOf(upload.sha256)
    .flatMap(({ findings }) => findings)
    .map((finding) => ({
      ...finding,
      field,
      file: upload.name,
      message: findingSentence(finding, `Tệp “${upload.name}”`),
    }))
