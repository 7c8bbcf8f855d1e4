import '#tests/support/cms-folders.ts'
import { expect, it } from 'vitest'
import { summary } from '#cms/accounts/failed-sign-ins.ts'
import { isPassword } from '#cms/accounts/password-check.ts'
import { newRecoveryCodes } from '#cms/accounts/recovery-codes.ts'
import { open, recoveryHash, seal } from '#cms/accounts/secret-box.ts'
import { codeAtStep, newSecret, stepOfCode } from '#cms/accounts/timed-code.ts'
import { readCode, shownRecoveryCode, stepAt } from '#domain/accounts/one-time-code.ts'

it('a sealed secret opens for its owner only, and never twice looks the same', () => {
  const sealed = seal('JBSWY3DPEHPK3PXP', 'a')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(seal('JBSWY3DPEHPK3PXP', 'a')).not.toBe(sealed)
  expect(open(sealed, 'a')).toBe('JBSWY3DPEHPK3PXP')
  expect(() => open(sealed, 'b')).toThrow()
  const parts = sealed.split('.')
  const last = Buffer.from(parts[3] ?? '', 'base64url')
  last[0] = (last[0] ?? 0) ^ 1
  expect(() => open([...parts.slice(0, 3), last.toString('base64url')].join('.'), 'a')).toThrow()
})

it('codes are those of RFC 6238, appendix B', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(codeAtStep(secret, stepAt(59_000))).toBe('287082')
  expect(codeAtStep(secret, stepAt(1_111_111_109_000))).toBe('081804')
})

it('a code is good for its step and one to either side', () => {
  const [secret, now] = [newSecret(), Date.UTC(2026, 0, 1)]
  const step = stepAt(now)
  expect(
    [-2, -1, 0, 1, 2].map((drift) => stepOfCode(secret, codeAtStep(secret, step + drift), now, 0)),
  ).toEqual([null, step - 1, step, step + 1, null])
  expect(stepOfCode(secret, codeAtStep(secret, step), now, step)).toBeNull()
})

it('recovery codes are read back as shown, and hashed by account', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes)
    expect(readCode(shownRecoveryCode(code).toLowerCase())).toEqual({ kind: 'recovery', code })
  expect(recoveryHash(codes[0] ?? '', 'a')).not.toBe(recoveryHash(codes[0] ?? '', 'b'))
})

it('nothing is the password of an account without one', async () => {
  expect(await isPassword(null, '')).toBe(false)
  expect(await isPassword({ salt: 'x', hash: 'pbkdf2-sha256-v1:' }, '')).toBe(false)
})

it('the summary of failures names the most frequent few', () => {
  const failures = Array.from({ length: 20 }, (_, index) => ({
    account: index < 12 ? 'a@b.vn' : `c${index}@b.vn`,
    address: '10.0.0.1',
    isRefused: false,
  }))
  expect(summary(failures, 3)).toBe(
    '20 lần sai; 3 lần bị chặn vì thử quá nhiều; tài khoản: a@b.vn (12), c12@b.vn (1), c13@b.vn (1), c14@b.vn (1), c15@b.vn (1), và 4 khác; từ: 10.0.0.1 (20)',
  )
})
