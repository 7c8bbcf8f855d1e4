/** Keeps a list of persons from becoming a list of questions: many of a kind in one file or field are one finding. */
import { findingId, type FileFinding, type Fingerprint, type Hit } from './finding.ts'

const most = 5

/**
 * Findings for the hits of one text or file. `where` tells it from every other: the field's name, or the file's
 * SHA-256. More than five of a kind are gathered into one, whose id covers them all.
 */
export function gather(hits: readonly Hit[], where: string, fingerprint: Fingerprint): FileFinding[] {
  const byKind = Map.groupBy(hits, ({ kind, severity }) => `${kind} ${severity}`)
  return [...byKind.values()].flatMap((alike) => {
    // A number at the foot of every page is one number: the first place stands for all.
    const unique = [...new Map([...alike].reverse().map((hit) => [hit.value, hit])).values()].reverse()
    const kept = unique.length > most ? [together(unique)] : unique
    return kept.map((hit) => {
      const { kind, severity, place, excerpt } = hit
      return { id: findingId(fingerprint, where, hit), kind, severity, place, excerpt }
    })
  })
}

function together(hits: readonly Hit[]): Hit {
  const [first] = hits as [Hit]
  const examples = hits.slice(0, 3).map(({ excerpt }) => excerpt)
  return {
    ...first,
    value: hits
      .map(({ place, value }) => `${place} ${value}`)
      .sort()
      .join('\n'),
    excerpt: `${hits.length} chỗ, ví dụ ${examples.join(', ')}`,
    place: hits.every(({ place }) => place === first.place) ? first.place : 'nhiều chỗ',
  }
}
