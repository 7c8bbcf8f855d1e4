import path from 'node:path'
import { pdfPolicy, uploadPolicy } from './security-headers.ts'

export const mustRevalidate = 'public, max-age=0, must-revalidate'
const forAYear = 'public, max-age=31536000, immutable'

/** Pictures without script; SVG is not among them. */
const pictures = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'])

function uploadHeaders(extension: string): Record<string, string> {
  if (pictures.has(extension)) return { 'Content-Disposition': 'inline' }
  if (extension === '.pdf') return { 'Content-Disposition': 'inline', 'Content-Security-Policy': pdfPolicy }
  return { 'Content-Disposition': 'attachment', 'Content-Security-Policy': uploadPolicy }
}

/**
 * What the address of a file says about caching and showing it. Only names that carry their content's hash
 * are kept unasked; files below `/tep/` carry one too, but they can be withdrawn and then must vanish.
 */
export function fileHeaders(address: string): Record<string, string> {
  if (/^\/(?:_astro|fonts)\//.test(address)) return { 'Cache-Control': forAYear }
  const upload = address.startsWith('/tep/') ? uploadHeaders(path.extname(address).toLowerCase()) : {}
  return { 'Cache-Control': mustRevalidate, ...upload }
}
