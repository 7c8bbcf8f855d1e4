/** Recomputes design §2: text needs 4.5, shapes and borders of fields 3 (WCAG 2.2). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = ['tokens', '../province/accent'].map((name) =>
  readFileSync(new URL(`../../site/styles/${name}.css`, import.meta.url), 'utf8'),
)
const colours = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name, hex]) => [name, hex]))
const isDark = /@media screen and \(prefers-color-scheme: dark\)/
const light = colours(css.map((file) => file.split(isDark)[0]).join(''))
const dark = { ...light, ...colours(css.map((file) => file.split(isDark)[1]).join('')) }

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

const texts = ['ink', 'ink-2', 'sea', 'visited', 'met', 'due', 'late']
const shapes = ['field', 'red']

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_name, palette) => {
  const of = (name: string) => palette[name] ?? (name === 'white' ? '#ffffff' : '')
  const ratio = (a: string, b: string) => contrast(of(a), of(b))

  it.each(texts.flatMap((text) => ['paper', 'wash'].map((ground) => [text, ground] as const)))(
    'carry text %s on %s',
    (text, ground) => expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5),
  )

  it.each(shapes.flatMap((shape) => ['paper', 'wash'].map((ground) => [shape, ground] as const)))(
    'show %s on %s',
    (shape, ground) => expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3),
  )

  it('carry the text of header, home band, buttons, hits and focus', () => {
    expect(ratio('white', 'deep')).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['deep', 'far', 'mid', 'near'])
      expect(ratio('foam', ground)).toBeGreaterThanOrEqual(4.5)
    expect(ratio('paper', 'sea')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('ink', 'tint')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('sea', 'mark')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-gold', 'gold')).toBeGreaterThanOrEqual(4.5)
  })
})
