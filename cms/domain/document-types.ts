/**
 * Types of document: the 29 administrative ones (NĐ 30/2020/NĐ-CP Điều 7, abbreviations of Phụ lục III),
 * those of legal normative documents (Law 64/2025/QH15) and the central ones a portal also stores.
 * Abbreviations are stored in editions: never rename one. Đ and D differ: HD hướng dẫn, HĐ hợp đồng.
 */
import type { DocumentFamily } from './content.ts'

export type DocumentType = {
  abbreviation: string
  name: string
  group: 'administrative' | 'provincial-legal' | 'central'
  /** Families it may be filed under; the first one is what the form proposes. */
  families: readonly DocumentFamily[]
  /** Carries no number and symbol of its own. */
  isNumberOptional?: true
}

const administrative = (abbreviation: string, name: string, ...families: DocumentFamily[]): DocumentType => ({
  abbreviation,
  name,
  group: 'administrative',
  families,
})

const central = (abbreviation: string, name: string): DocumentType => ({
  abbreviation,
  name,
  group: 'central',
  families: ['legal'],
})

export const documentTypes: readonly DocumentType[] = [
  // Also the two legal types of a province: nghị quyết of HĐND and quyết định of UBND share the abbreviation.
  administrative('NQ', 'Nghị quyết', 'directive', 'legal', 'other'),
  administrative('QĐ', 'Quyết định', 'directive', 'legal', 'other'),
  // Until Law 80/2015 a chỉ thị of UBND could be legal; its number then holds the year.
  administrative('CT', 'Chỉ thị', 'directive', 'legal'),
  administrative('QC', 'Quy chế', 'directive', 'other'),
  administrative('QyĐ', 'Quy định', 'directive', 'other'),
  administrative('TC', 'Thông cáo', 'other', 'directive'),
  administrative('TB', 'Thông báo', 'directive', 'other'),
  administrative('HD', 'Hướng dẫn', 'directive', 'other'),
  administrative('CTr', 'Chương trình', 'directive', 'other'),
  administrative('KH', 'Kế hoạch', 'directive', 'other'),
  administrative('PA', 'Phương án', 'directive', 'other'),
  administrative('ĐA', 'Đề án', 'directive', 'other'),
  administrative('DA', 'Dự án', 'other', 'directive'),
  administrative('BC', 'Báo cáo', 'other', 'directive'),
  administrative('BB', 'Biên bản', 'other'),
  administrative('TTr', 'Tờ trình', 'other', 'directive'),
  administrative('HĐ', 'Hợp đồng', 'other'),
  administrative('CĐ', 'Công điện', 'directive', 'other'),
  administrative('BGN', 'Bản ghi nhớ', 'other'),
  administrative('BTT', 'Bản thỏa thuận', 'other'),
  administrative('GUQ', 'Giấy ủy quyền', 'other'),
  administrative('GM', 'Giấy mời', 'other'),
  administrative('GGT', 'Giấy giới thiệu', 'other'),
  administrative('GNP', 'Giấy nghỉ phép', 'other'),
  administrative('PG', 'Phiếu gửi', 'other'),
  administrative('PC', 'Phiếu chuyển', 'other'),
  administrative('PB', 'Phiếu báo', 'other'),
  // The law gives these two no abbreviation; CV and ThC are ours and never stand in a number.
  administrative('CV', 'Công văn', 'directive', 'other'),
  { ...administrative('ThC', 'Thư công', 'other'), isNumberOptional: true },

  { ...central('HP', 'Hiến pháp'), isNumberOptional: true },
  central('BL', 'Bộ luật'),
  central('Luật', 'Luật'),
  central('PL', 'Pháp lệnh'),
  central('L', 'Lệnh'),
  central('NĐ', 'Nghị định'),
  central('TT', 'Thông tư'),
  central('TTLT', 'Thông tư liên tịch'),
  central('NQLT', 'Nghị quyết liên tịch'),
  central('VBHN', 'Văn bản hợp nhất'),
]

const byAbbreviation = new Map(documentTypes.map((type) => [type.abbreviation, type]))

/** The type with exactly this abbreviation, or `null`. */
export const documentType = (abbreviation: string): DocumentType | null =>
  byAbbreviation.get(abbreviation.normalize('NFC')) ?? null

/** `CT` → `Chỉ thị`; the abbreviation itself when unknown, so that an old edition still renders. */
export const documentTypeName = (abbreviation: string): string =>
  documentType(abbreviation)?.name ?? abbreviation

export const documentFamilyNames: Readonly<Record<DocumentFamily, string>> = {
  directive: 'Văn bản chỉ đạo điều hành',
  legal: 'Văn bản quy phạm pháp luật',
  other: 'Văn bản khác',
}
