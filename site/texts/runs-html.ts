import type { Run } from '#domain/comparison/words.ts'
import { xml } from './xml.ts'

/** Runs as safe HTML. The blank before a run stands outside of its mark; a template would add blanks of its own. */
export const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

function runHtml({ kind, text }: Run): string {
  if (kind === 'same') return xml(text)
  const words = text.trimStart()
  const blank = words.length < text.length ? ' ' : ''
  const [tag, word] = kind === 'added' ? ['ins', 'thêm'] : ['del', 'bỏ']
  return `${blank}<${tag}><span class="vh">[${word}: </span>${xml(words)}<span class="vh">]</span></${tag}>`
}
