/**
 * The last part of an item's address. While unedited it follows the title (see workflow/slugs.ts);
 * what is given by hand must be a valid slug.
 */
import type { Field } from 'payload'
import { isReservedSlug } from '#domain/routes.ts'
import { isValidSlug } from '#domain/slug.ts'

const slugByHand: Field = {
  name: 'slugByHand',
  type: 'checkbox',
  defaultValue: false,
  hooks: { beforeDuplicate: [() => false] },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

const onlyVietnamese = (value: unknown) =>
  value === undefined || value === null || value === 'vi' || 'Ngôn ngữ: phần này chỉ có tiếng Việt.'

export const slugFields: Field[] = [
  {
    name: 'slug',
    type: 'text',
    label: 'Địa chỉ',
    index: true,
    maxLength: 120,
    // A copy is another item: its address is made from its own words.
    hooks: { beforeDuplicate: [() => ''] },
    validate: (value: unknown) => {
      if (value === null || value === undefined || value === '') return true
      if (typeof value !== 'string' || !isValidSlug(value))
        return 'Địa chỉ: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.'
      if (isReservedSlug(value)) return 'Địa chỉ: từ này dành riêng cho trang của Cổng. Hãy thêm một từ nữa.'
      return true
    },
    admin: {
      position: 'sidebar',
      description:
        'Để trống thì địa chỉ theo tiêu đề. Sau khi bài lên Cổng, đổi địa chỉ thì địa chỉ cũ tự chuyển sang.',
    },
  },
  slugByHand,
]

export const languageFields = (collection: string): Field[] => [
  {
    name: 'language',
    type: 'select',
    label: 'Ngôn ngữ',
    defaultValue: 'vi',
    options: [
      { value: 'vi', label: 'Tiếng Việt' },
      { value: 'en', label: 'English' },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'translationOf',
    type: 'relationship',
    relationTo: collection as never,
    label: 'Là bản dịch của',
    admin: {
      position: 'sidebar',
      condition: (data) => (data as { language?: string } | undefined)?.language === 'en',
    },
  },
]

/** What every item has, for items without an address: nothing to choose. */
export const addresslessFields: Field[] = [
  { name: 'slug', type: 'text', index: true, admin: { hidden: true, disableListColumn: true } },
  slugByHand,
  { name: 'language', type: 'text', defaultValue: 'vi', validate: onlyVietnamese, admin: { hidden: true } },
]
