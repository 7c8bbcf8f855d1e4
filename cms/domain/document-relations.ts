/**
 * What one document does to another (reference/domain 6.6), stored once, on the document that acts. Real
 * programs are known to read the direction both ways, so both headings name `văn bản này` first.
 */
export type DocumentRelationType = {
  /** Code at vbpl.vn, for exchange. */
  vbplCode?: number
  /** For the form: “Văn bản này … văn bản kia”. */
  act: string
  /** Heading on the page of the document that acts. */
  heading: string
  /** Heading on the page of the other document. */
  inverseHeading: string
  /** How it is said of the other document in one line: `Bị thay thế bởi …`. */
  passive: string
  /** What it does to the other document's force; absent: nothing. */
  effect?: 'ends' | 'amends' | 'suspends'
}

export const documentRelationTypes = {
  replaces: {
    vbplCode: 12,
    act: 'thay thế',
    heading: 'Văn bản này thay thế',
    inverseHeading: 'Văn bản này bị thay thế bởi',
    passive: 'Bị thay thế bởi',
    effect: 'ends',
  },
  repeals: {
    vbplCode: 1,
    act: 'bãi bỏ',
    heading: 'Văn bản này bãi bỏ',
    inverseHeading: 'Văn bản này bị bãi bỏ bởi',
    passive: 'Bị bãi bỏ bởi',
    effect: 'ends',
  },
  amends: {
    vbplCode: 10,
    act: 'sửa đổi, bổ sung',
    heading: 'Văn bản này sửa đổi, bổ sung',
    inverseHeading: 'Văn bản này được sửa đổi, bổ sung bởi',
    passive: 'Được sửa đổi, bổ sung bởi',
    effect: 'amends',
  },
  suspends: {
    vbplCode: 5,
    act: 'đình chỉ thi hành',
    heading: 'Văn bản này đình chỉ thi hành',
    inverseHeading: 'Văn bản này bị đình chỉ thi hành bởi',
    passive: 'Bị đình chỉ thi hành bởi',
    effect: 'suspends',
  },
  pauses: {
    vbplCode: 11,
    act: 'tạm ngưng hiệu lực',
    heading: 'Văn bản này tạm ngưng hiệu lực của',
    inverseHeading: 'Văn bản này bị tạm ngưng hiệu lực bởi',
    passive: 'Bị tạm ngưng hiệu lực bởi',
    effect: 'suspends',
  },
  corrects: {
    vbplCode: 6,
    act: 'đính chính',
    heading: 'Văn bản này đính chính',
    inverseHeading: 'Văn bản này được đính chính bởi',
    passive: 'Được đính chính bởi',
  },
  consolidates: {
    vbplCode: 7,
    act: 'hợp nhất',
    heading: 'Văn bản này hợp nhất',
    inverseHeading: 'Văn bản này được hợp nhất tại',
    passive: 'Được hợp nhất tại',
  },
  details: {
    vbplCode: 9,
    act: 'quy định chi tiết, hướng dẫn thi hành',
    heading: 'Văn bản này quy định chi tiết, hướng dẫn thi hành',
    inverseHeading: 'Văn bản này được quy định chi tiết, hướng dẫn thi hành bởi',
    passive: 'Được quy định chi tiết, hướng dẫn thi hành bởi',
  },
  guides: {
    vbplCode: 8,
    act: 'hướng dẫn áp dụng',
    heading: 'Văn bản này hướng dẫn áp dụng',
    inverseHeading: 'Văn bản này được hướng dẫn áp dụng bởi',
    passive: 'Được hướng dẫn áp dụng bởi',
  },
  interprets: {
    vbplCode: 14,
    act: 'giải thích',
    heading: 'Văn bản này giải thích',
    inverseHeading: 'Văn bản này được giải thích bởi',
    passive: 'Được giải thích bởi',
  },
  announces: {
    vbplCode: 15,
    act: 'công bố',
    heading: 'Văn bản này công bố',
    inverseHeading: 'Văn bản này được công bố bởi',
    passive: 'Được công bố bởi',
  },
  'based-on': {
    vbplCode: 3,
    act: 'căn cứ vào',
    heading: 'Văn bản này căn cứ vào',
    inverseHeading: 'Văn bản này là căn cứ ban hành của',
    passive: 'Là căn cứ ban hành của',
  },
  'refers-to': {
    vbplCode: 4,
    act: 'dẫn chiếu đến',
    heading: 'Văn bản này dẫn chiếu đến',
    inverseHeading: 'Văn bản này được dẫn chiếu tại',
    passive: 'Được dẫn chiếu tại',
  },
  related: {
    act: 'liên quan cùng nội dung với',
    heading: 'Văn bản liên quan cùng nội dung',
    inverseHeading: 'Văn bản liên quan cùng nội dung',
    passive: 'Liên quan cùng nội dung với',
  },
} as const satisfies Record<string, DocumentRelationType>

export type DocumentRelationKey = keyof typeof documentRelationTypes

/** The type with this key, or `null`. */
export const documentRelationType = (key: string): DocumentRelationType | null =>
  Object.hasOwn(documentRelationTypes, key) ? documentRelationTypes[key as DocumentRelationKey] : null

/** Can be `một phần` or `toàn bộ`: whatever touches the other document's force, except an amendment. */
export const hasExtent = (key: string): boolean => {
  const effect = documentRelationType(key)?.effect
  return effect === 'ends' || effect === 'suspends'
}
