/** A browser by the name its owner knows, from the User-Agent header: `Chrome, Windows`. Not for deciding anything. */
export function browserName(userAgent: string): string {
  const browser = first(userAgent, browsers)
  const system = first(userAgent, systems)
  return [browser, system].filter(Boolean).join(', ') || 'Chương trình khác'
}

const first = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? ''

/** Order matters: nearly every browser also calls itself Chrome and Safari. */
const browsers = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const
