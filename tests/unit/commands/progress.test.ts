import { expect, test } from 'vitest'
import { startProgress } from '#cms/commands/progress.ts'

function output(isTTY: boolean) {
  const texts: string[] = []
  return { isTTY, texts, write: (text: string) => texts.push(text) }
}

test('on a terminal the bar redraws itself and goes away', () => {
  const terminal = output(true)
  let now = 0
  const progress = startProgress(terminal, () => now)
  progress.update('Trang', 1, 4)
  progress.update('Trang', 2, 4)
  now = 200
  progress.update('Trang', 3, 4)
  progress.end()
  expect(terminal.texts).toHaveLength(3)
  expect(terminal.texts[1]).toContain('] Trang 3/4')
  expect(terminal.texts.every((text) => text.startsWith('\r'))).toBe(true)
})

test('elsewhere it is a line every few seconds', () => {
  const log = output(false)
  let now = 0
  const progress = startProgress(log, () => now)
  for (now = 0; now <= 7_000; now += 100) progress.update('Trang', now, 9_000)
  progress.end()
  expect(log.texts).toEqual(['Trang 3000/9000\n', 'Trang 6000/9000\n'])
})
