/** What reading one upload may cost. Uploads themselves are at most 50 MB (`payload.config.ts`). */
export const limits = {
  zipEntries: 5_000,
  zipEntryBytes: 80_000_000,
  zipBytes: 200_000_000,
  pdfStreamBytes: 80_000_000,
  pdfBytes: 400_000_000,
  pdfPages: 300,
  textLength: 20_000_000,
  milliseconds: 25_000,
} as const

/** Inflates without end: refused at the door, since no honest file does. */
export class Bomb extends Error {
  override name = 'Bomb'
}

/** Damaged, locked or not what it says: a person must look at it. `message` is Vietnamese. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
