/** Links of the site's own furniture (menu, footer, home): one row is a title and exactly one target. */
import type { ArrayField, Field, RelationshipField } from 'payload'
import type { AddressedCollection } from '#domain/collections.ts'
import { isSafeAddress } from '#domain/safe-address.ts'
import { sectionNames, sections } from '#domain/sections.ts'
import { text } from './text.ts'

/** The field of a row that holds a link to an item of each kind. */
export const linkFieldOf: Record<AddressedCollection, string> = {
  news: 'news',
  documents: 'document',
  agencies: 'agency',
  topics: 'topic',
}

const itemNames: Record<AddressedCollection, string> = {
  news: 'Một tin',
  documents: 'Một văn bản',
  agencies: 'Một cơ quan',
  topics: 'Một chuyên mục',
}
const collections = Object.keys(itemNames) as AddressedCollection[]

const isTarget = (target: string) => (_data: unknown, row: Partial<{ target: string }> | undefined) =>
  row?.target === target

const itemField = (collection: AddressedCollection): RelationshipField => ({
  name: linkFieldOf[collection],
  type: 'relationship',
  relationTo: collection,
  label: itemNames[collection],
  admin: {
    condition: isTarget(collection),
    components: { Field: '/cms/admin/fields/LiveItemsField.tsx#LiveItemsField' },
  },
})

const fields: Field[] = [
  {
    type: 'row',
    fields: [
      text({
        name: 'title',
        label: 'Chữ trên Cổng',
        maxLength: 80,
        description: 'Để trống thì lấy tên của nơi được dẫn tới, và đổi theo khi tên đổi.',
        admin: { width: '50%' },
      }),
      {
        name: 'target',
        type: 'select',
        label: 'Dẫn tới',
        defaultValue: 'section',
        options: [
          { value: 'section', label: 'Mục của Cổng' },
          ...collections.map((value) => ({ value, label: itemNames[value] })),
          { value: 'address', label: 'Địa chỉ' },
        ],
        admin: { width: '50%', isClearable: false },
      },
    ],
  },
  {
    name: 'section',
    type: 'select',
    label: 'Mục của Cổng',
    options: sectionNames.map((value) => ({ value, label: sections[value].title })),
    admin: { condition: isTarget('section') },
  },
  ...collections.map(itemField),
  {
    ...text({
      name: 'address',
      label: 'Địa chỉ',
      maxLength: 2000,
      description:
        'Trang của Cổng: bắt đầu bằng /, ví dụ /van-ban/2011/ (chỉ hiện khi trang đó đang có). Trang ngoài: bắt đầu bằng https://',
    }),
    validate: (value: unknown) =>
      value === undefined ||
      value === null ||
      value === '' ||
      (typeof value === 'string' && isSafeAddress(value)) ||
      'Địa chỉ: phải bắt đầu bằng / (trang của Cổng) hoặc https:// (trang ngoài), không có dấu cách.',
    admin: {
      condition: isTarget('address'),
      description:
        'Trang của Cổng: bắt đầu bằng /, ví dụ /van-ban/2011/ (chỉ hiện khi trang đó đang có). Trang ngoài: bắt đầu bằng https://',
    },
  },
]

type Options = {
  name: string
  label: string
  maxRows: number
  description?: string
  admin?: ArrayField['admin']
}

export const siteLinks = ({ name, label, maxRows, description, admin }: Options): ArrayField => ({
  name,
  type: 'array',
  label,
  labels: { singular: 'liên kết', plural: 'liên kết' },
  maxRows,
  fields,
  admin: {
    ...admin,
    ...(description ? { description } : {}),
    initCollapsed: true,
    components: { RowLabel: '/cms/admin/fields/SiteLinkLabel.tsx#SiteLinkLabel' },
  },
})
