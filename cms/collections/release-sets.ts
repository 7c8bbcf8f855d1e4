/** Groups of working copies that go live together or not at all. A set holds no text and is never public. */
import type { CollectionConfig } from 'payload'
import { publicCollections } from '#domain/collections.ts'
import { mostMembers } from '#domain/release-sets.ts'
import { refuseOthers } from '../access/refuse-others.ts'
import { accessRules, ownedByAgency } from '../access/rules.ts'
import { system } from '../fields/system.ts'
import { text } from '../fields/text.ts'
import { setEndpoints } from '../workflow/release-sets/set-endpoints.ts'
import { checkSetRequest, keepSet, refuseSetDeletion } from '../workflow/release-sets/set-saving.ts'

const own = ownedByAgency('agency')

export const releaseSets: CollectionConfig = {
  slug: 'release-sets',
  labels: { singular: 'Bộ đăng cùng lúc', plural: 'Bộ đăng cùng lúc' },
  access: accessRules('release-sets', own),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'agency', 'updatedAt'],
    description: 'Các mục của một bộ được gửi duyệt, duyệt và lên Cổng cùng nhau, hoặc không mục nào.',
    group: 'Nội dung',
    hideAPIURL: true,
    components: {
      edit: { beforeDocumentControls: ['/cms/admin/release-sets/SetControls.tsx#SetControls'] },
    },
  },
  disableDuplicate: true,
  lockDocuments: false,
  hooks: {
    beforeOperation: [refuseOthers('release-sets', own), checkSetRequest],
    beforeChange: [keepSet],
    beforeDelete: [refuseSetDeletion],
  },
  endpoints: setEndpoints,
  fields: [
    {
      name: 'standing',
      type: 'ui',
      admin: { components: { Field: '/cms/admin/release-sets/SetMembers.tsx#SetMembers' } },
    },
    text({ name: 'title', label: 'Tên bộ', maxLength: 300, required: true }),
    {
      name: 'members',
      type: 'relationship',
      relationTo: [...publicCollections],
      hasMany: true,
      label: 'Các mục',
      admin: { description: `Tối đa ${mostMembers} mục; mỗi mục chỉ thuộc một bộ đang mở.` },
    },
    {
      name: 'agency',
      type: 'relationship',
      relationTo: 'agencies',
      label: 'Cơ quan',
      index: true,
      admin: { position: 'sidebar' },
    },
    system({ name: 'madeBy', type: 'relationship', relationTo: 'users', label: 'Người lập' }),
    system({ name: 'releasedAt', type: 'text', label: 'Duyệt đăng lúc' }),
    system({ name: 'lockVersion', type: 'number', defaultValue: 0, label: 'Lần lưu' }),
  ],
}
