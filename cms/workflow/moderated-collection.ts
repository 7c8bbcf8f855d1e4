/** Makes a Payload collection whose documents are working copies: the workflow's fields, hooks, access and endpoints around its own fields. */
import type { Access, CollectionConfig, Field, Where } from 'payload'
import { hasAddress, type PublicCollection } from '#domain/collections.ts'
import { isLimitable, notAbout, openTo, ownedOrHeld } from '../access/reach.ts'
import { accessRules, inVersions, ownedByPerson, type Keeping, type Ownership } from '../access/rules.ts'
import { limitFields } from '../fields/limit.ts'
import { addresslessFields, languageFields, slugFields } from '../fields/slug.ts'
import { stateLimits } from '#domain/roles.ts'
import { refuseOthers } from '../access/refuse-others.ts'
import { workflowEndpoints } from './endpoints.ts'
import { workflowFields } from './fields.ts'
import { ownerPath, titlePath } from './item.ts'
import { checkContent, checkRequest, keepWorkflow, refuseClosed, refuseDeletion } from './saving.ts'

type Options = {
  slug: PublicCollection
  labels: { singular: string; plural: string }
  columns: string[]
  description: string
  fields: Field[]
}

const openFor = (operation: keyof typeof stateLimits): Where => {
  const { states, publicStates, isUnpublished } = stateLimits[operation]
  return {
    and: [
      { state: { in: [...states] } },
      { publicState: { in: [...publicStates] } },
      ...(isUnpublished ? [{ editionCount: { equals: 0 } }] : []),
    ],
  }
}

const narrowed =
  (access: Access, where: Where): Access =>
  async (args) => {
    const allowed = await access(args)
    if (allowed === false) return false
    return allowed === true ? where : { and: [allowed, where] }
  }

/** At each field of the form stands what the last return asked of it. */
function withReasons(field: Field): Field {
  if (field.type === 'row') return { ...field, fields: field.fields.map(withReasons) }
  if (!('name' in field) || field.type === 'ui' || field.type === 'group') return field
  const { components, ...admin } = (field.admin ?? {}) as { components?: Record<string, unknown> }
  const beforeInput = ['/cms/admin/workflow/FieldReasons.tsx#FieldReasons']
  return { ...field, admin: { ...admin, components: { ...components, beforeInput } } }
}

const ownership = (slug: PublicCollection): Ownership => {
  const path = ownerPath[slug]
  return path === null ? ownedByPerson : ownedOrHeld(path)
}

/**
 * Limited working copies are kept from all but the named. A version is kept for the limit that stood when it was
 * saved, and for the one that stands now.
 */
const keepLimited =
  (slug: PublicCollection): Keeping =>
  async (req, person, operation) => {
    const open = isLimitable(slug) ? openTo(person) : null
    if (!open || operation !== 'readVersions') return open
    const present = await notAbout('parent', req.payload, person, { collections: [slug] })
    return { and: [inVersions(open), ...(present ? [present] : [])] }
  }

export function moderatedCollection({
  slug,
  labels,
  columns,
  description,
  fields,
}: Options): CollectionConfig {
  const own = ownership(slug)
  const keep = keepLimited(slug)
  const access = accessRules(slug, own, keep)
  return {
    slug,
    labels,
    access: {
      ...access,
      update: narrowed(access.update as Access, openFor('update')),
      delete: narrowed(access.delete as Access, openFor('delete')),
    },
    admin: {
      useAsTitle: titlePath[slug],
      defaultColumns: [...columns, 'state', 'publicState', 'updatedAt'],
      description,
      listSearchableFields: hasAddress(slug) ? [titlePath[slug], 'slug'] : [titlePath[slug]],
      group: 'Nội dung',
      hideAPIURL: true,
      components: {
        edit: {
          beforeDocumentControls: ['/cms/admin/workflow/WorkflowControls.tsx#WorkflowControls'],
          SaveButton: '/cms/admin/workflow/SaveWorkingCopyButton.tsx#SaveWorkingCopyButton',
        },
        views: {
          edit: {
            review: {
              Component: '/cms/admin/review/ReviewView.tsx#ReviewView',
              path: '/duyet',
              tab: { label: 'Xem và duyệt', href: '/duyet' },
            },
          },
        },
      },
    },
    versions: { drafts: false, maxPerDoc: 50 },
    // `lockVersion` already refuses a stale save; Payload's own lock would bar the reviewer with a dialog while its editor is near.
    lockDocuments: false,
    // What has no address exists once: a copy could not be saved.
    disableDuplicate: !hasAddress(slug),
    defaultPopulate: { [titlePath[slug]]: true, slug: true },
    indexes: [{ fields: ['state', 'submittedAt'] }],
    hooks: {
      beforeOperation: [refuseOthers(slug, own, keep), refuseClosed, checkRequest],
      beforeValidate: [checkContent],
      beforeChange: [keepWorkflow],
      beforeDelete: [refuseDeletion],
    },
    endpoints: workflowEndpoints(slug),
    fields: [
      {
        name: 'statusLine',
        type: 'ui',
        admin: { components: { Field: '/cms/admin/workflow/StatusLine.tsx#StatusLine' } },
      },
      ...[
        ...fields,
        ...(hasAddress(slug) ? [...slugFields, ...languageFields(slug)] : addresslessFields),
      ].map(withReasons),
      ...(isLimitable(slug) ? limitFields : []),
      ...workflowFields,
    ],
  }
}
