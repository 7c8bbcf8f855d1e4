/** The files of the demonstration: pictures and PDFs, made when they are needed and uploaded as their writer. */
import type { Payload } from 'payload'
import { namesOn } from '#domain/agency-names.ts'
import { documentTypeName } from '#domain/document-types.ts'
import { documentSlug } from '#domain/slug.ts'
import { agencies } from './content/agencies.ts'
import { pictures } from './content/pictures.ts'
import type { User } from './course.ts'
import { documentPdf } from './document-pdf.ts'
import { paintPicture } from './picture.ts'
import { place } from './place.ts'
import type { DocumentPlan } from './plan.ts'

type Upload = { user: User; agency: string }

export async function placePicture(payload: Payload, key: string, { user, agency }: Upload): Promise<string> {
  const plan = pictures.find((picture) => picture.key === key)
  if (!plan) throw new TypeError(`no picture ${key}`)
  const { alt, caption, credit } = plan
  return place(payload, {
    collection: 'media',
    key: { alt },
    data: { caption, credit, agency },
    user,
    file: async () => asFile(await paintPicture(plan), 'image/jpeg', `${key}.jpg`),
  })
}

export async function placePdf(
  payload: Payload,
  plan: DocumentPlan,
  { user, agency }: Upload,
): Promise<string> {
  const title = `${documentTypeName(plan.type)} ${plan.number ?? ''} (bản PDF)`
  return place(payload, {
    collection: 'files',
    key: { title, agency },
    data: {},
    user,
    file: async () =>
      asFile(
        await documentPdf(plan, issuerOf(plan)),
        'application/pdf',
        `${documentSlug({ type: plan.type, number: plan.number, abstract: plan.abstract })}.pdf`,
      ),
  })
}

/** The issuer and the agency above it, under the names of that day. */
function issuerOf({ issuer, issuedOn }: DocumentPlan): { name: string; parent?: string } {
  const own = agencies.find(({ key }) => key === issuer)
  if (!own) throw new TypeError(`no agency ${issuer}`)
  const above = agencies.find(({ key }) => key === own.parent)
  return { name: namesOn(own, issuedOn).name, ...(above ? { parent: namesOn(above, issuedOn).name } : {}) }
}

const asFile = (data: Buffer, mimetype: string, name: string) => ({ data, mimetype, name, size: data.length })
