/** What a picture told before it was re-encoded: the place and the author, read from its EXIF block. */
import { isPersonalAuthor } from '#domain/leaks/author-names.ts'
import type { Hit } from '#domain/leaks/finding.ts'
import { mask } from '#domain/leaks/finding.ts'

const [artist, gps] = [0x013b, 0x8825]

/** Hits of severity `cleaned`: none of it is in the public picture. `exif` as sharp hands it out. */
export function pictureMetadata(exif: Uint8Array | undefined, xmp: Uint8Array | undefined): Hit[] {
  const tags = exif ? firstDirectory(exif) : new Map<number, string>()
  const words = xmp ? Buffer.from(xmp).toString('utf8') : ''
  const hits: Hit[] = []
  const hit = (kind: Hit['kind'], excerpt: string) =>
    hits.push({ kind, severity: 'cleaned', value: excerpt, excerpt, place: '' })
  if (tags.has(gps) || /GPSL(?:at|ong)itude/.test(words)) hit('place-taken', 'vị trí chụp')
  const author =
    tags.get(artist)?.trim() ?? /<dc:creator>[\s\S]{0,200}?<rdf:li[^>]*>([^<]+)/.exec(words)?.[1] ?? ''
  if (isPersonalAuthor(author)) hit('author', mask(author, 2, 1))
  return hits
}

/** Tags of the first image directory of a TIFF block, text values as text; what is damaged is left out. */
function firstDirectory(block: Uint8Array): Map<number, string> {
  const tags = new Map<number, string>()
  const start = Buffer.from(block.subarray(0, 4)).toString('latin1') === 'Exif' ? 6 : 0
  const view = Buffer.from(block.subarray(start))
  const order = view.subarray(0, 2).toString('latin1')
  if (view.length < 8 || (order !== 'II' && order !== 'MM')) return tags
  const short = (at: number) => (order === 'II' ? view.readUInt16LE(at) : view.readUInt16BE(at))
  const long = (at: number) => (order === 'II' ? view.readUInt32LE(at) : view.readUInt32BE(at))
  const directory = long(4)
  if (directory + 2 > view.length) return tags
  const count = short(directory)
  for (
    let entry = directory + 2;
    entry < directory + 2 + count * 12 && entry + 12 <= view.length;
    entry += 12
  ) {
    const [tag, type, length] = [short(entry), short(entry + 2), long(entry + 4)]
    const from = length > 4 ? long(entry + 8) : entry + 8
    tags.set(
      tag,
      type === 2
        ? view
            .subarray(from, from + Math.min(length, 200))
            .toString('utf8')
            .replace(/\0.*$/s, '')
        : '',
    )
  }
  return tags
}
