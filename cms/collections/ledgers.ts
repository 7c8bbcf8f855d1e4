/** What only the workflow writes: editions, publications, audit events and addresses. Closed to every other door. */
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionConfig, Field } from 'payload'
import { auditActions } from '#domain/audit-actions.ts'
import type { GuardedCollection } from '#domain/roles.ts'
import { notAbout } from '../access/reach.ts'
import { accessRules, ownedByAgency, type Keeping } from '../access/rules.ts'
import { PortalError } from '../errors.ts'
import { auditExportEndpoint } from '../workflow/audit-export.ts'
import { pauseEndpoints } from '../workflow/pause-endpoints.ts'

export const label = (
  name: string,
  label: string,
  more: Partial<{ index: boolean; unique: boolean }> = {},
): Field => ({ name, type: 'text', label, ...more })
type Shown = 'Moment' | 'States' | 'Kind' | 'Step'

/** Stored as it is, shown in words: in lists by a cell, in a row's own form by a field. */
const shownAs = (field: Field, shown: Shown): Field =>
  ({
    ...field,
    admin: {
      ...(field as { admin?: object }).admin,
      components: {
        Cell: `/cms/admin/fields/RecordedCells.tsx#${shown}Cell`,
        Field: `/cms/admin/fields/RecordedFields.tsx#${shown}Field`,
      },
    },
  }) as Field

/** A moment (ISO 8601 UTC), shown in Asia/Ho_Chi_Minh. */
export const moment = (...field: Parameters<typeof label>): Field => shownAs(label(...field), 'Moment')

/** A kind of item by its collection. */
export const kind = (name: string, text: string): Field => shownAs(label(name, text), 'Kind')

/** Payload's own JSON editor comes from another host. */
export const record = (name: string, label: string): Field => ({
  name,
  type: 'json',
  label,
  admin: { components: { Field: '/cms/admin/fields/RecordField.tsx#RecordField' } },
})
const refuseChange: CollectionBeforeChangeHook = () => {
  throw new PortalError('closed-door')
}
const refuseDeletion: CollectionBeforeDeleteHook = () => {
  throw new PortalError('closed-door')
}

type Options = Pick<CollectionConfig, 'labels' | 'fields' | 'indexes' | 'endpoints'> & {
  slug: GuardedCollection
  columns: string[]
  title?: string
  isHidden?: boolean
  /** Fields that the search box of the list looks into. */
  searchable?: string[]
  /** Rows about items, as agencies read them: `item` names one that may be kept from the person. */
  keep?: Keeping
  /** Components above the table of the list. */
  beforeList?: string[]
}

export const ledger = ({
  slug,
  labels,
  fields,
  indexes,
  endpoints,
  columns,
  title,
  isHidden = false,
  searchable,
  beforeList,
  keep,
}: Options): CollectionConfig => ({
  slug,
  labels,
  indexes,
  fields,
  endpoints: endpoints ?? [],
  access: accessRules(slug, ownedByAgency('agency'), keep),
  admin: {
    defaultColumns: columns,
    group: 'Sổ',
    hideAPIURL: true,
    hidden: isHidden,
    ...(title ? { useAsTitle: title } : {}),
    ...(searchable ? { listSearchableFields: searchable } : {}),
    ...(beforeList ? { components: { beforeListTable: beforeList } } : {}),
  },
  disableDuplicate: true,
  lockDocuments: false,
  hooks: { beforeChange: [refuseChange], beforeDelete: [refuseDeletion] },
})

const keepItems: Keeping = (req, person) => notAbout('item', req.payload, person)

export const editions = ledger({
  slug: 'editions',
  keep: keepItems,
  labels: { singular: 'Bản đăng', plural: 'Bản đăng' },
  title: 'title',
  columns: ['title', 'collection', 'number', 'approvedAt', 'changeNote'],
  indexes: [{ fields: ['collection', 'item', 'number'], unique: true }],
  fields: [
    kind('collection', 'Loại'),
    label('item', 'Mục', { index: true }),
    { name: 'number', type: 'number', label: 'Bản số' },
    label('title', 'Tiêu đề'),
    label('agency', 'Cơ quan', { index: true }),
    label('hash', 'Mã nội dung'),
    label('previous', 'Mã nội dung bản trước'),
    label('seal', 'Dấu niêm'),
    label('previousSeal', 'Dấu niêm bản trước'),
    record('content', 'Nội dung đã duyệt'),
    record('files', 'Tệp'),
    { name: 'workingCopy', type: 'json', label: 'Bản soạn lúc duyệt', access: { read: () => false } },
    record('contributors', 'Người soạn'),
    label('approvedBy', 'Người duyệt', { index: true }),
    moment('approvedAt', 'Duyệt lúc', { index: true }),
    label('changeKind', 'Mức thay đổi'),
    label('changeNote', 'Ghi chú thay đổi'),
    { name: 'emergency', type: 'checkbox', label: 'Đăng khẩn' },
    record('decisions', 'Quyết định của người duyệt'),
    record('outcomes', 'Diễn biến'),
  ],
})

export const publications = ledger({
  slug: 'publications',
  keep: keepItems,
  labels: { singular: 'Lượt đăng', plural: 'Lượt đăng' },
  columns: ['collection', 'action', 'state', 'requestedAt', 'liveAt', 'millis'],
  indexes: [
    { fields: ['state', 'dueAt'] },
    { fields: ['isSeen', 'liveAt'] },
    { fields: ['isTold', 'state', 'liveAt'] },
    { fields: ['item', 'changeNumber'] },
  ],
  endpoints: pauseEndpoints,
  fields: [
    kind('collection', 'Loại'),
    label('item', 'Mục'),
    label('agency', 'Cơ quan', { index: true }),
    shownAs(label('action', 'Bước'), 'Step'),
    label('edition', 'Bản đăng'),
    { name: 'editionNumber', type: 'number', label: 'Bản số' },
    label('releaseSet', 'Bộ đăng cùng lúc', { index: true }),
    {
      name: 'state',
      type: 'select',
      label: 'Trạng thái',
      options: [
        { value: 'waiting', label: 'Đang chờ' },
        { value: 'live', label: 'Đã lên Cổng' },
        { value: 'failed', label: 'Chưa lên được' },
        { value: 'cancelled', label: 'Đã hủy' },
      ],
    },
    { name: 'changeNumber', type: 'number', label: 'Sau bao nhiêu thay đổi' },
    moment('requestedAt', 'Yêu cầu lúc'),
    moment('notBefore', 'Không trước'),
    moment('dueAt', 'Đến lượt lúc'),
    { name: 'tries', type: 'number', label: 'Số lần thử' },
    moment('nextTryAt', 'Thử lại lúc'),
    label('lastError', 'Lỗi gần nhất'),
    record('urls', 'Địa chỉ'),
    moment('liveAt', 'Lên Cổng lúc'),
    moment('seenAt', 'Thấy trên Cổng lúc'),
    { name: 'isSeen', type: 'checkbox', label: 'Đã thấy trên Cổng' },
    { name: 'isTold', type: 'checkbox', label: 'Đã báo người soạn' },
    { name: 'millis', type: 'number', label: 'Mili giây' },
  ],
})

export const auditEvents = ledger({
  slug: 'audit-events',
  labels: { singular: 'Sự kiện', plural: 'Nhật ký' },
  columns: ['at', 'actorEmail', 'action', 'title', 'note'],
  searchable: ['title', 'actorEmail', 'note', 'item', 'actor'],
  indexes: [{ fields: ['isSealed', 'at'] }],
  endpoints: [auditExportEndpoint],
  beforeList: ['/cms/admin/audit/ExportAudit.tsx#ExportAudit'],
  fields: [
    // A date and a choice, so that the list can be filtered by them.
    shownAs(
      {
        name: 'at',
        type: 'date',
        label: 'Lúc',
        index: true,
        admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm:ss' } },
      },
      'Moment',
    ),
    {
      name: 'action',
      type: 'select',
      label: 'Việc',
      index: true,
      options: Object.entries(auditActions).map(([value, name]) => ({ value, label: name })),
    },
    label('actor', 'Người làm', { index: true }),
    label('actorEmail', 'Thư điện tử'),
    kind('collection', 'Loại'),
    label('item', 'Mục', { index: true }),
    label('title', 'Tiêu đề'),
    shownAs(label('fromState', 'Từ'), 'States'),
    shownAs(label('toState', 'Đến'), 'States'),
    label('revision', 'Mã nội dung'),
    { name: 'edition', type: 'number', label: 'Bản số' },
    label('note', 'Ghi chú'),
    record('decisions', 'Quyết định của người duyệt'),
    record('details', 'Chi tiết'),
    { name: 'isSealed', type: 'checkbox', label: 'Đã niêm' },
    { name: 'number', type: 'number', label: 'Số thứ tự', unique: true, index: true },
    label('seal', 'Dấu niêm'),
    label('previousSeal', 'Dấu niêm trước'),
  ],
})

export const addresses = ledger({
  slug: 'addresses',
  labels: { singular: 'Địa chỉ', plural: 'Địa chỉ' },
  title: 'path',
  columns: ['path', 'collection', 'isPermanent'],
  isHidden: true,
  fields: [
    label('path', 'Đường dẫn', { unique: true, index: true }),
    kind('collection', 'Loại'),
    label('item', 'Mục', { index: true }),
    { name: 'isPermanent', type: 'checkbox', label: 'Giữ vĩnh viễn' },
  ],
})
