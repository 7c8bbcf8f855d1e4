/** What one document gives away, and its public copy where that differs from what was uploaded. Runs in a thread. */
import { tellingName } from '#domain/leaks/file-names.ts'
import type { Hit } from '#domain/leaks/finding.ts'
import { cleanOffice } from './clean-office.ts'
import { Bomb, Unreadable } from './limits.ts'
import { readOldOffice } from './old-office.ts'
import { readOpenDocument } from './open-document.ts'
import { isSignedPdf, readPdf } from './pdf.ts'
import { isSignedOffice, readProperties } from './properties.ts'
import { openReport, unread, type Report } from './report.ts'
import { readSheets } from './sheets.ts'
import { readSlides } from './slides.ts'
import { readWord } from './word.ts'
import { readZip, type Parts } from './zip.ts'

export type Document = { bytes: Uint8Array; extension: string; name: string }
export type Inspected = { hits: Hit[]; isSigned: boolean; cleaned: Uint8Array | null }

const office: Readonly<Record<string, (parts: Parts, report: Report) => void>> = {
  docx: readWord,
  xlsx: readSheets,
  pptx: readSlides,
  odt: readOpenDocument,
  ods: readOpenDocument,
}

/** @throws Bomb when the document inflates without end. Whatever else is wrong with it is a hit. */
export async function inspectBytes({ bytes, extension, name }: Document): Promise<Inspected> {
  const report = openReport()
  report.hits.push(...tellingName(name))
  const inspected: Inspected = { hits: report.hits, isSigned: false, cleaned: null }
  try {
    const read = office[extension]
    if (read) readOffice(bytes, read, report, inspected)
    else if (extension === 'pdf') {
      inspected.isSigned = isSignedPdf(bytes)
      await readPdf(bytes, report)
    } else if (extension === 'doc' || extension === 'xls') readOldOffice(bytes, report)
    else report.words(new TextDecoder().decode(bytes), '')
  } catch (error) {
    if (error instanceof Bomb) throw error
    // Libraries meet bytes nobody has seen before; whatever they throw, a person has to look.
    report.hits.push(unread(error instanceof Unreadable ? error.message : 'tệp bị hỏng'))
  }
  return inspected
}

function readOffice(
  bytes: Uint8Array,
  read: (parts: Parts, report: Report) => void,
  report: Report,
  inspected: Inspected,
): void {
  const parts = readZip(bytes)
  inspected.isSigned = isSignedOffice(parts)
  // Before anything is said of it: what the report calls cleaned is cleaned.
  if (!inspected.isSigned) inspected.cleaned = cleanOffice(parts)
  readProperties(parts, report, !inspected.isSigned)
  read(parts, report)
}
