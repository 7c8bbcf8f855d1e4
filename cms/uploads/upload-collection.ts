/** Collections of originals: private, prepared before storing, owned by an agency, their editors remembered. */
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Field,
} from 'payload'
import path from 'node:path'
import { refuseOthers } from '../access/refuse-others.ts'
import { accessRules, ownedByAgency } from '../access/rules.ts'
import { idOf, personOf } from '../access/person.ts'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { system } from '../fields/system.ts'
import {
  changedSystemFields,
  ownFields,
  systemFieldNames,
  unknownFieldProblems,
} from '../workflow/known-fields.ts'
import { relationProblems } from '../workflow/missing-relations.ts'
import { keepUploads, usedBy } from './kept-uploads.ts'
import { prepareUpload } from './prepare-upload.ts'

type Options = {
  slug: 'media' | 'files'
  holds: 'pictures' | 'documents'
  labels: { singular: string; plural: string }
  mimeTypes: string[]
  title: string
  fields: Field[]
}

const fileFields = [
  'file',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'focalX',
  'focalY',
  'sizes',
  'prefix',
]

const checkFields: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data = { ...((args as { data?: Record<string, unknown> }).data ?? {}) }
  for (const name of fileFields) delete data[name]
  const problems = unknownFieldProblems(collection.flattenedFields, data)
  if (problems.length > 0) throw new PortalError('unknown-field', { problems })
  // Only the preparation of a file may state these; a form sends back what it was shown, and that is dropped.
  const given = (args as { data?: Record<string, unknown> }).data ?? {}
  if (
    operation === 'create' &&
    changedSystemFields(systemFieldNames(collection.flattenedFields), given, null).length > 0
  ) {
    throw new PortalError('read-only-field')
  }
  for (const name of [...systemFieldNames(collection.flattenedFields), ...ownFields]) delete given[name]
  return args
}

const keepRecord =
  (prepared: readonly string[]): CollectionBeforeChangeHook =>
  async ({ collection, data, operation, originalDoc, req }) => {
    const values = data as Record<string, unknown>
    const stored = operation === 'update' ? (originalDoc as Record<string, unknown>) : null
    const person = personOf(req)
    if (person?.role === 'editor') {
      const agency = idOf(values.agency) ?? idOf(stored?.agency) ?? person.agencies[0]
      if (!agency || !person.agencies.includes(agency)) throw new PortalError('other-agency')
      values.agency = agency
    }
    const problems = await relationProblems(req.payload, {
      fields: collection.flattenedFields,
      data: values,
      person,
      req,
      stored,
    })
    if (problems.length > 0) throw new PortalError('invalid-content', { problems })
    const facts = req.context.preparedUpload as Record<string, unknown> | undefined
    for (const name of prepared) values[name] = facts?.[name] ?? stored?.[name] ?? null
    const edits: unknown[] = Array.isArray(stored?.edits) ? stored.edits : []
    values.edits = person ? [...edits, { user: person.id, at: new Date().toISOString() }] : edits
    return values
  }

/** Editions keep their own copies of the bytes; a working copy does not, so its uploads may not vanish. */
const refuseWhileUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  for (const { collection: user, path: field } of usedBy[collection.slug as Options['slug']]) {
    const found = await req.payload.db.findOne({ collection: user, where: { [field]: { in: [id] } }, req })
    if (found) throw new PortalError('still-used')
  }
}

const own = ownedByAgency('agency')

/** A file that lies in the folder without a row is nobody's: Payload would hand it to whoever reads everything. */
const rowsOnly = (access: NonNullable<CollectionConfig['access']>): typeof access => ({
  ...access,
  read: async (args) => {
    const allowed = await access.read?.(args)
    return allowed === true ? { id: { exists: true } } : (allowed ?? false)
  },
})

export function uploadCollection({
  slug,
  holds,
  labels,
  mimeTypes,
  title,
  fields,
}: Options): CollectionConfig {
  return {
    slug,
    labels,
    access: rowsOnly(accessRules(slug, own, keepUploads(slug))),
    disableDuplicate: true,
    admin: {
      hideAPIURL: true,
      useAsTitle: title,
      defaultColumns: ['filename', title, 'agency', 'updatedAt'],
      group: 'Kho tệp',
      listSearchableFields: [title, 'filename'],
    },
    upload: {
      staticDir: path.join(env.MEDIA_DIR, slug),
      mimeTypes,
      pasteURL: false,
      crop: false,
      focalPoint: false,
      modifyResponseHeaders: ({ headers }) => {
        headers.set('X-Content-Type-Options', 'nosniff')
        headers.set('Content-Security-Policy', "sandbox; default-src 'none'")
        headers.set('Cache-Control', 'private, no-store')
        if (holds === 'documents') headers.set('Content-Disposition', 'attachment')
        return headers
      },
    },
    hooks: {
      beforeOperation: [refuseOthers(slug, own, keepUploads(slug)), checkFields, prepareUpload(holds)],
      beforeChange: [keepRecord(['publicName', 'stored', 'inspection'])],
      beforeDelete: [refuseWhileUsed],
    },
    fields: [
      ...fields,
      {
        name: 'agency',
        type: 'relationship',
        relationTo: 'agencies',
        label: 'Cơ quan',
        index: true,
        admin: { position: 'sidebar' },
      },
      system({ name: 'publicName', type: 'text', label: 'Tên khi công khai' }),
      system({ name: 'stored', type: 'json', label: 'Tệp đã lưu' }),
      system({ name: 'inspection', type: 'json', label: 'Điều tìm thấy trong tệp' }),
      system({ name: 'edits', type: 'json', label: 'Người sửa' }),
    ],
  }
}
