import { randomInt } from 'node:crypto'
import { recoveryAlphabet, recoveryCount, recoveryLength } from '#domain/accounts/one-time-code.ts'

const newCode = (): string =>
  Array.from({ length: recoveryLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('')

/** Ten codes of 80 random bits, for the day the telephone is gone. */
export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCount }, newCode)
