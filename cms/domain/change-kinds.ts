/** How much an edition changed, as the public is told: it decides which date of last change moves. */
export const changeKinds = ['major', 'minor', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** In the middle of a sentence. */
export const changeKindNames: Record<ChangeKind, string> = {
  major: 'thay đổi lớn',
  minor: 'sửa nhỏ',
  correction: 'đính chính',
}

/** When nobody says: the first edition is major, and so is one whose change was worth a note. */
export const usualChangeKind = (edition: { isFirst: boolean; changeNote?: string | null }): ChangeKind =>
  edition.isFirst || edition.changeNote ? 'major' : 'minor'

/** The kind of an edition; those from before kinds were kept get the usual one. */
export const changeKindOf = (edition: {
  number: number
  changeKind?: ChangeKind | null
  changeNote?: string | null
}): ChangeKind =>
  edition.changeKind ?? usualChangeKind({ isFirst: edition.number === 1, changeNote: edition.changeNote })

/** A correction says that something was wrong: it moves the date of the last major change like a major one. */
export const isMajor = (kind: ChangeKind): boolean => kind !== 'minor'
