/**
 * The public copy of an Office file: what it says, without who made it on which machine. Properties are emptied,
 * names on changes and comments become “Author”, and a DOCX loses its comments. Changes themselves stay: to accept
 * them is to decide about words, and that is a person's. The same bytes always give the same copy.
 */
import { stripJpeg } from './strip-jpeg.ts'
import { localName, rewriteXml, type Attributes, type Edit } from './xml.ts'
import { writeZip, type Parts } from './zip.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const emptyProperties: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
  'meta.xml': `${head}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>`,
}

const dropped =
  /^(?:docProps|Thumbnails)\/thumbnail\.|^word\/(?:comments\w*|people)\.xml$|^word\/_rels\/comments\w*\.xml\.rels$/
const droppedRelation = /\/(?:thumbnail|attachedTemplate)$/
const droppedWordRelation = /\/(?:comments|commentsExtended|commentsIds|commentsExtensible|people)$/

/** Elements that go: comments' anchors, histories of saving, paths of the writer's disk. */
const goneElements = new Set([
  'rsids',
  'attachedTemplate',
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'absPath',
])
const goneAttributes = /^(?:rsid\w*|refreshedBy|userName|lastEdited|presenceInfo)$/
const isWorthRewriting =
  /rsid|comment|author|absPath|refreshedBy|attachedTemplate|userName|creator|displayName|cmAuthor/i

export function cleanOffice(parts: Parts): Uint8Array {
  const clean: Parts = new Map()
  for (const [name, bytes] of parts) {
    if (!dropped.test(name)) clean.set(name, cleanPart(name, bytes))
  }
  return writeZip(clean)
}

function cleanPart(name: string, bytes: Uint8Array): Uint8Array {
  const empty = emptyProperties[name]
  if (empty !== undefined) return new TextEncoder().encode(empty)
  if (/\.jpe?g$/i.test(name)) return stripJpeg(bytes)
  if (name === '[Content_Types].xml' || name === 'META-INF/manifest.xml') return rewriteXml(bytes, ofManifest)
  if (name.endsWith('.rels')) return rewriteXml(bytes, ofRelations(name.startsWith('word/')))
  if (!name.endsWith('.xml') || !isWorthRewriting.test(Buffer.from(bytes).toString('latin1'))) return bytes
  return rewriteXml(bytes, ofWords(/^xl\/comments/.test(name)))
}

const ofManifest: Edit = (_name, attributes) => {
  const part = attributes.PartName?.slice(1) ?? attributes['manifest:full-path']
  return part !== undefined && dropped.test(part) ? 'drop' : attributes
}

const ofRelations =
  (isWord: boolean): Edit =>
  (_name, attributes) => {
    const type = attributes.Type ?? ''
    return droppedRelation.test(type) || (isWord && droppedWordRelation.test(type)) ? 'drop' : attributes
  }

const ofWords =
  (isComments: boolean): Edit =>
  (name, attributes) => {
    if (goneElements.has(name)) return 'drop'
    // XLSX lists authors of comments as words, OpenDocument those of notes and changes.
    if ((isComments && name === 'author') || name === 'creator' || name === 'sender-initials') return 'empty'
    return withoutNames(name, attributes)
  }

function withoutNames(element: string, attributes: Attributes): Attributes {
  const isPerson = /^(?:person|cmAuthor|author)$/.test(element)
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    const local = localName(name)
    if (goneAttributes.test(local)) return []
    if (local === 'author' || (isPerson && (local === 'displayName' || local === 'name')))
      return [[name, 'Author']]
    if (isPerson && local === 'initials') return [[name, 'A']]
    if (isPerson && local === 'userId') return [[name, '']]
    return [[name, value]]
  })
  return Object.fromEntries(kept)
}
