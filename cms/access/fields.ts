/** Field access drawn from the table of field rules. */
import type { FieldAccess } from 'payload'
import { fieldRules, fieldScopeOf, type FieldOperation } from '#domain/field-rules.ts'
import type { GuardedCollection } from '#domain/roles.ts'
import { idOf, personOf } from './person.ts'

const rule =
  (collection: GuardedCollection, field: string, operation: FieldOperation): FieldAccess =>
  ({ req, id, doc }) => {
    const person = personOf(req)
    if (!person) return false
    const scope = fieldScopeOf(person.role, collection, field, operation)
    // Only accounts have fields of one's own.
    return scope === 'own' ? (idOf(doc) ?? idOf(id)) === person.id : scope === 'all'
  }

/** The access functions of a field that has a rule: only for the operations the rule names. */
export function fieldAccess(
  collection: GuardedCollection,
  field: string,
): Partial<Record<FieldOperation, FieldAccess>> {
  const operations = Object.keys(fieldRules[collection]?.[field] ?? {}) as FieldOperation[]
  return Object.fromEntries(operations.map((operation) => [operation, rule(collection, field, operation)]))
}
