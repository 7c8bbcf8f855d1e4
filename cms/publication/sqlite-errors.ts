/** What an error of SQLite says, by its primary code (the extended ones add to it in the upper bits). */
const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) % 256

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: nothing is wrong with the file. */
export const isBusy = (error: unknown): boolean => [5, 6, 15].includes(codeOf(error))

/** Generic error (a schema that cannot be read), corrupt, not a database: no disk that is full, slow or gone. */
export const isDamage = (error: unknown): boolean => [1, 11, 26].includes(codeOf(error))

export const isConstraint = (error: unknown): boolean => codeOf(error) === 19
