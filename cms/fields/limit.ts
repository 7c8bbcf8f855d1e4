/**
 * Who besides its writer and the web office reads a working copy (decisions/023). Private: no part of the content.
 * Both fields stand in one block of the form, which `LimitField` draws.
 */
import type { Field } from 'payload'

export const limitFields: Field[] = [
  {
    name: 'isLimited',
    type: 'checkbox',
    label: 'Chỉ những người được nêu',
    defaultValue: false,
    index: true,
    admin: {
      position: 'sidebar',
      disableBulkEdit: true,
      components: { Field: '/cms/admin/workflow/LimitField.tsx#LimitField' },
    },
  },
  {
    name: 'limitedTo',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    label: 'Những người được nêu',
    // A copy stays limited; whom it is for, its writer says anew: somebody named may have left since.
    hooks: { beforeDuplicate: [() => []] },
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  },
]
