import { xml } from './xml.ts'

/**
 * A tag without content, as safe HTML. Astro leaves `<` in attributes as it is, which browsers allow; words of
 * strangers (a query, a title) are escaped all the same, so that no copy of the page can turn them into markup.
 */
export function voidTag(
  name: 'meta' | 'input' | 'link',
  attributes: Record<string, string | undefined>,
): string {
  const stated = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return `<${name}${stated.map(([key, value = '']) => ` ${key}="${xml(value)}"`).join('')}>`
}
