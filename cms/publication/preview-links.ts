/** Where the links and pictures of a preview lead: it stands at another address than the page it shows. */
import { Parser } from 'htmlparser2'

type Places = {
  publicUrl: string
  /** Put before `/tep/…`: files of a working copy are not public yet. */
  filesAt: string
}

type Attributes = Record<string, string>

/**
 * Links open the public portal in a window of their own, files come from `filesAt`, jumps inside the page stay.
 * Styles and fonts (`/_astro/…`) keep their addresses.
 */
export function linkPreview(html: string, places: Places): string {
  const parts: string[] = []
  let done = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const moved = movedAttributes(name, attributes, places)
        if (!moved) return
        parts.push(html.slice(done, parser.startIndex), tag(name, moved))
        done = parser.endIndex + 1
      },
    },
    { decodeEntities: true, lowerCaseTags: false },
  )
  parser.end(html)
  return parts.join('') + html.slice(done)
}

function movedAttributes(name: string, attributes: Attributes, places: Places): Attributes | null {
  if (name === 'a') return movedLink(attributes, places)
  if (name !== 'img' && name !== 'source') return null
  const { src, srcset } = attributes
  return {
    ...attributes,
    ...(src ? { src: movedFile(src, places) } : {}),
    ...(srcset
      ? {
          srcset: srcset
            .split(',')
            .map((entry) => movedFile(entry.trim(), places))
            .join(', '),
        }
      : {}),
  }
}

function movedLink(attributes: Attributes, { publicUrl, filesAt }: Places): Attributes | null {
  const { href = '' } = attributes
  if (href === '' || href.startsWith('#') || /^(?:mailto|tel):/.test(href)) return null
  const target = href.startsWith('/tep/') ? filesAt + href : href.startsWith('/') ? publicUrl + href : href
  return { ...attributes, href: target, target: '_blank', rel: 'noopener noreferrer' }
}

const movedFile = (address: string, { filesAt }: Places): string =>
  address.startsWith('/tep/') ? filesAt + address : address

const tag = (name: string, attributes: Attributes): string => {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${words.join('')}>`
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
