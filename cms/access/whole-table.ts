/**
 * Lays the permission table over the built configuration, so that no collection keeps a default of Payload's:
 * the collections that Payload adds by itself get their rows, every field rule its access functions, and no question
 * follows a relation to where the asker may not read.
 */
import type { CollectionConfig, Endpoint, Field, SanitizedConfig } from 'payload'
import { fieldRules } from '#domain/field-rules.ts'
import { isGuarded, type GuardedCollection } from '#domain/roles.ts'
import { signedIn } from './doors.ts'
import { fieldAccess } from './fields.ts'
import { refuseDeepQuestions } from './refuse-deep-questions.ts'
import { accessRules, type Ownership } from './rules.ts'

const ownUser: Ownership = ({ id }) => ({ 'user.value': { equals: id } })

const isPayloadsOwn = (slug: string): boolean => slug.startsWith('payload-')

/** @throws Error naming a collection without a row, or a rule for a field that does not exist. */
export function withWholeTable(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug } = collection
    if (!isGuarded(slug)) throw new Error(`domain/roles.ts: không có dòng quyền cho “${slug}”`)
    if (isPayloadsOwn(slug)) Object.assign(collection.access, accessRules(slug, ownUser))
    if (slug === 'payload-preferences') collection.endpoints = signedInOnly(collection.endpoints)
    collection.hooks?.beforeOperation?.unshift(refuseDeepQuestions)
    layFieldRules(slug, [collection.fields, collection.flattenedFields as Field[]])
  }
  return config
}

/**
 * A switched-off account still has a session for Payload; not for us. Deleting a preference is left out: it
 * answers with a database error on SQLite, and no form asks for it.
 */
const signedInOnly = (endpoints: CollectionConfig['endpoints']): Endpoint[] =>
  (endpoints || [])
    .filter(({ method, path }) => method !== 'delete' || path !== '/:key')
    .map((endpoint) => ({
      ...endpoint,
      handler: async (req) => {
        signedIn(req)
        return endpoint.handler(req)
      },
    }))

function layFieldRules(slug: GuardedCollection, lists: Field[][]): void {
  for (const name of Object.keys(fieldRules[slug] ?? {})) {
    const access = fieldAccess(slug, name)
    const found = lists.flatMap((fields) => fields.filter((field) => 'name' in field && field.name === name))
    if (found.length === 0) throw new Error(`domain/field-rules.ts: “${slug}” không có trường “${name}”`)
    for (const field of found) Object.assign(field, { access: { ...accessOf(field), ...access } })
  }
}

const accessOf = (field: Field): object => (field as { access?: object }).access ?? {}
