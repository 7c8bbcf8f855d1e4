'use client'
import { useConfig } from '@payloadcms/ui'
import type { ClientField } from 'payload'

/** Says what the form calls a field, by its path (`attachments.0.title` is called what `attachments` is). */
export function useFieldLabels(collection: string): (path: string) => string {
  const { getEntityConfig } = useConfig()
  const fields = getEntityConfig({ collectionSlug: collection })?.fields ?? []
  const labels = new Map(labelled(fields))
  return (path) => {
    const name = path.split('.')[0] ?? path
    return labels.get(name) ?? name
  }
}

const labelled = (fields: ClientField[]): [name: string, label: string][] =>
  fields.flatMap((field): [string, string][] => {
    if ('name' in field && 'label' in field && typeof field.label === 'string')
      return [[field.name, field.label]]
    return 'fields' in field && !('name' in field) ? labelled(field.fields) : []
  })
