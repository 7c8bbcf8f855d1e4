/** What every Office file says about who made it and where, and what it carries along or points at. */
import { isPersonalAuthor } from '#domain/leaks/author-names.ts'
import { short, type Report } from './report.ts'
import { walkXml } from './xml.ts'
import type { Parts } from './zip.ts'

const people = new Set(['creator', 'lastModifiedBy', 'initial-creator', 'Manager', 'Company'])

export const isSignedOffice = (parts: Parts): boolean =>
  [...parts.keys()].some((name) => /^_xmlsignatures\/|^META-INF\/.*signatures\.xml$/.test(name))

/** `isCleaned`: the public copy will not have them. */
export function readProperties(parts: Parts, report: Report, isCleaned: boolean): void {
  const severity = isCleaned ? 'cleaned' : 'decide'
  const names = new Set<string>()
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml']) {
    let element = ''
    const bytes = parts.get(part)
    if (!bytes) continue
    walkXml(bytes, {
      open: (name) => void (element = name),
      text: (text) => void (people.has(element) && isPersonalAuthor(text) && names.add(text.trim())),
      close: () => void (element = ''),
    })
  }
  for (const name of names) report.hit('author', short(name), { severity })
  readRelations(parts, report, severity)
  const embedded = [...parts.keys()].filter((name) =>
    /\/embeddings\/|\/activeX\/|^ObjectReplacements\//i.test(name),
  )
  if (embedded.length > 0)
    report.hit(
      'embedded-file',
      `${embedded.length} tệp: ${short(embedded.map((name) => name.replace(/^.*\//, '')).join(', '))}`,
    )
  const code = [...parts.keys()].filter((name) => /vbaProject\.bin$|^(?:Basic|Scripts)\/./i.test(name))
  if (code.length > 0) report.hit('active-content', 'macro')
}

const insideNetwork = /^(?:file:|\\\\|[a-z]:[\\/])/i

function readRelations(parts: Parts, report: Report, severityOfTemplate: 'cleaned' | 'decide'): void {
  const links: string[] = []
  for (const [name, bytes] of parts) {
    if (!name.endsWith('.rels')) continue
    walkXml(bytes, {
      open(_element, { Target = '', TargetMode, Type = '' }) {
        if (TargetMode !== 'External') return
        if (!insideNetwork.test(Target)) links.push(Target.replace(/^mailto:/i, ''))
        else
          report.hit('outside-path', short(Target, 24), {
            value: Target,
            severity: Type.endsWith('/attachedTemplate') ? severityOfTemplate : 'decide',
          })
      },
    })
  }
  report.words(links.join('\n'), 'liên kết')
}
