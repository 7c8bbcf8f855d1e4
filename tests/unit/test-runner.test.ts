import { expect, test } from 'vitest'
import { countReport } from '#tests/runner/steps.ts'

const passed = { status: 'passed' }
const failed = { status: 'failed' }
const skipped = { status: 'pending' }

test('tests are counted one by one', () => {
  const report = {
    testResults: [
      { status: 'failed', assertionResults: [passed, failed, skipped] },
      { status: 'passed', assertionResults: [passed] },
    ],
  }
  expect(countReport(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 })
})

test('a file that breaks outside its tests counts as one failure', () => {
  const report = {
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [passed] },
    ],
  }
  expect(countReport(report, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 })
})

test('a run that ends badly without a failed test counts as one failure', () => {
  expect(countReport({ testResults: [{ status: 'passed', assertionResults: [passed] }] }, 1).failed).toBe(1)
})

test('no tests are no failure', () => {
  expect(countReport({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
