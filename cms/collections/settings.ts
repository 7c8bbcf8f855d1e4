import type { Condition, FieldHook, Validate } from 'payload'
import {
  isSettingsKind,
  mostLinks,
  settingsKinds,
  settingsParts,
  type SettingsKind,
} from '#domain/site-settings.ts'
import { siteLinks } from '../fields/site-links.ts'
import { longText, text } from '../fields/text.ts'
import { moderatedCollection } from '../workflow/moderated-collection.ts'

const isKind =
  (kind: SettingsKind): Condition =>
  (data) =>
    (data as { kind?: unknown } | undefined)?.kind === kind

const footerText = (name: string, label: string, maxLength: number) =>
  text({ name, label, maxLength, admin: { width: '50%' } })

/** What the item is called in lists: the name of its part, never typed. */
const nameOfPart: FieldHook = ({ data, originalDoc }) => {
  const kind = (data as { kind?: unknown })?.kind ?? (originalDoc as { kind?: unknown } | undefined)?.kind
  return isSettingsKind(kind) ? settingsParts[kind].name : ''
}

/** The part is what the item is: it stays. */
const lastingKind: Validate = (value: unknown, { previousValue }) => {
  if (!isSettingsKind(value)) return 'Phần của Cổng: hãy chọn menu, chân trang hoặc trang chủ.'
  const isSame = previousValue === undefined || previousValue === null || previousValue === value
  return isSame || 'Phần của Cổng: không đổi được sau khi đã tạo. Hãy mở mục của phần kia.'
}

/** Menu, footer and home page, one item each. */
export const settings = moderatedCollection({
  slug: 'settings',
  labels: { singular: 'Phần chung của Cổng', plural: 'Menu, chân trang, trang chủ' },
  columns: ['name'],
  description:
    'Những gì mọi trang cùng hiện. Mỗi phần một mục, duyệt như bài viết. Ô nào để trống thì Cổng dùng nội dung mặc định của tỉnh; rút một phần khỏi Cổng cũng vậy.',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: 'Phần của Cổng',
      unique: true,
      options: settingsKinds.map((value) => ({ value, label: settingsParts[value].name })),
      validate: lastingKind,
      admin: { isClearable: false, condition: (_data, _row, { operation }) => operation === 'create' },
    },
    {
      name: 'name',
      type: 'text',
      label: 'Phần của Cổng',
      hooks: { beforeValidate: [nameOfPart] },
      admin: { hidden: true },
    },
    siteLinks({
      name: 'menu',
      label: 'Menu',
      maxRows: mostLinks.menu,
      description:
        'Theo thứ tự trên Cổng. Liên kết tới mục còn rỗng hoặc bài chưa lên Cổng thì chưa hiện, và tự hiện khi có. Để trống: menu mặc định.',
      admin: { condition: isKind('menu') },
    }),
    {
      type: 'row',
      fields: [
        footerText('owner', 'Cơ quan chủ quản', 200),
        footerText('responsible', 'Chịu trách nhiệm nội dung', 200),
        footerText('address', 'Địa chỉ', 300),
        footerText('phone', 'Điện thoại', 60),
        footerText('email', 'Thư điện tử', 120),
      ],
      admin: { condition: isKind('footer') },
    },
    {
      name: 'columns',
      type: 'array',
      label: 'Cột liên kết',
      labels: { singular: 'cột', plural: 'cột' },
      maxRows: mostLinks.columns,
      fields: [
        text({ name: 'title', label: 'Tên cột', maxLength: 60 }),
        siteLinks({ name: 'links', label: 'Liên kết', maxRows: mostLinks.column }),
      ],
      admin: { condition: isKind('footer') },
    },
    { ...longText({ name: 'legalLine', label: 'Dòng pháp lý', maxLength: 500 }), ...when('footer') },
    {
      ...longText({ name: 'introduction', label: 'Giới thiệu ngắn', maxLength: 400 }),
      ...when('home', 'Một, hai câu dưới ô tìm kiếm; cũng là lời giới thiệu khi chia sẻ trang chủ.'),
    },
    siteLinks({
      name: 'tasks',
      label: 'Việc thường làm',
      maxRows: mostLinks.tasks,
      description: 'Sáu việc người dân hay đến Cổng để làm. Để trống: danh sách mặc định.',
      admin: { condition: isKind('home') },
    }),
  ],
})

function when(kind: SettingsKind, description?: string) {
  return { admin: { rows: 3, condition: isKind(kind), ...(description ? { description } : {}) } }
}
