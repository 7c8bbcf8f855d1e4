/**
 * The items of the corpus by their index: four articles, then a document. Item n is the same whatever comes
 * after it, so that a corpus of 1,000 can be continued to 10,000.
 */
import { documentTypes, type DocumentType } from '#domain/document-types.ts'
import type { BatchItem } from '#cms/workflow/batch.ts'
import { randomFor, uuidFor, type Random } from './random.ts'
import { body, capitalised, placeName, sentence, title, words } from './text.ts'

export type Place = {
  seed: string
  agencies: readonly { id: string; code: string }[]
  topics: readonly string[]
  files: readonly string[]
  pictures: readonly string[]
}

const years = { first: 2011, count: 15 }
const isDocument = (index: number): boolean => index % 5 === 4

export const itemId = (seed: string, index: number): string => uuidFor(`${seed}/item/${index}`)

export function itemAt(place: Place, index: number): BatchItem {
  const random = randomFor(`${place.seed}/item/${index}`)
  const id = itemId(place.seed, index)
  return isDocument(index)
    ? { collection: 'documents', id, data: documentAt(place, index, random) }
    : { collection: 'news', id, data: newsAt(place, index, random) }
}

/** A few agencies and topics have most of the items, as in life. */
const skewed = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random.next() ** 2 * values.length)] as T

const dayOf = (random: Random): string => {
  const two = (number: number) => String(number).padStart(2, '0')
  const year = years.first + random.between(0, years.count - 1)
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}

/** A document that comes earlier in the corpus. */
function earlierDocument({ seed }: Place, index: number, random: Random): string[] {
  const documents = Math.floor(index / 5)
  return documents > 0 ? [itemId(seed, random.between(0, documents - 1) * 5 + 4)] : []
}

const some = (random: Random, share: number, make: () => string[]): string[] =>
  random.chance(share) ? make() : []

function newsAt(place: Place, index: number, random: Random): Record<string, unknown> {
  const hour = String(random.between(6, 20)).padStart(2, '0')
  const heads = random.chance(0.3) ? [title(random), title(random)] : []
  const topics = Array.from({ length: random.between(1, 2) }, () => skewed(random, place.topics))
  return {
    title: title(random),
    lead: sentence(random),
    body: body(random, random.between(5, 13), heads),
    agency: skewed(random, place.agencies).id,
    topics: [...new Set(topics)],
    author: random.chance(0.6) ? `${placeName(random)} ${capitalised(words(random, 1))}` : undefined,
    source: random.chance(0.2) ? 'Cổng TTĐT tỉnh' : undefined,
    originallyPublishedAt: `${dayOf(random)}T${hour}:${String(random.between(10, 59))}:00+07:00`,
    image: place.pictures.length > 0 && random.chance(0.2) ? random.pick(place.pictures) : undefined,
    attachments: some(random, 0.05, () => [random.pick(place.files)]),
    aboutDocuments: some(random, 0.2, () => earlierDocument(place, index, random)),
  }
}

/** Most documents are of these types; every twentieth takes its turn among all that there are. */
const usualTypes = ['QĐ', 'CV', 'KH', 'TB', 'BC', 'CT', 'NQ', 'HD', 'TTr']
const typed = new Map(documentTypes.map((type) => [type.abbreviation, type]))

function documentAt(place: Place, index: number, random: Random): Record<string, unknown> {
  const count = Math.floor(index / 5) + 1
  const rare = documentTypes[Math.floor(count / 20) % documentTypes.length]
  const type = count % 20 === 0 ? rare : typed.get(skewed(random, usualTypes))
  if (!type) throw new TypeError('no such type of document')
  const issuer = skewed(random, place.agencies)
  const issuedOn = dayOf(random)
  const family = type.abbreviation === 'QĐ' && random.chance(0.2) ? 'legal' : type.families[0]
  const isRead = random.chance(0.7)
  const heads = Array.from(
    { length: random.between(2, 4) },
    (_, number) => `Điều ${number + 1}. ${title(random)}`,
  )
  return {
    family,
    type: type.abbreviation,
    number: numberOf(type, {
      count,
      year: issuedOn.slice(0, 4),
      code: issuer.code,
      isLegal: family === 'legal',
    }),
    issuer: issuer.id,
    issuedOn,
    place: 'Quảng Ninh',
    abstract: `Về việc ${words(random, random.between(8, 18))}`,
    signer: placeName(random),
    signerCapacity: random.pick([
      'CHỦ TỊCH',
      'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      'GIÁM ĐỐC',
      'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC',
    ]),
    effectiveFrom: random.chance(0.4) ? issuedOn : undefined,
    fields: [skewed(random, place.topics)],
    body: isRead ? body(random, random.between(4, 16), heads) : undefined,
    files: isRead && random.chance(0.3) ? [] : [random.pick(place.files)],
    relations: some(random, 0.2, () => earlierDocument(place, index, random)).map((target) => ({
      type: random.pick(['amends', 'details', 'guides', 'related', 'replaces']),
      target,
    })),
  }
}

type Numbering = { count: number; year: string; code: string; isLegal: boolean }

/** Unique by its running number, in the form that the type has. */
function numberOf(
  { abbreviation, group }: DocumentType,
  { count, year, code, isLegal }: Numbering,
): string | undefined {
  if (abbreviation === 'HP' || abbreviation === 'ThC') return undefined
  if (abbreviation === 'CV') return `${count}/${code}-VX`
  if (/^(BL|Luật|L)$/.test(abbreviation)) return `${count}/${year}/QH13`
  return group === 'central' || isLegal
    ? `${count}/${year}/${abbreviation}-${code}`
    : `${count}/${abbreviation}-${code}`
}
