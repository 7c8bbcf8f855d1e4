/** What the fields of a content are called where readers see what changed. */
import type { AddressedCollection } from './collections.ts'
import type { ContentOf } from './content.ts'

const shared = { slug: 'Địa chỉ trang', language: 'Ngôn ngữ', translationOf: 'Bản dịch của' }

const names: { readonly [C in AddressedCollection]: Readonly<Record<keyof ContentOf[C], string>> } = {
  news: {
    title: 'Tiêu đề',
    lead: 'Lời dẫn',
    body: 'Nội dung',
    agency: 'Cơ quan cung cấp',
    topics: 'Chuyên mục',
    source: 'Nguồn',
    author: 'Tác giả',
    originallyPublishedAt: 'Thời gian đăng gốc',
    image: 'Ảnh',
    attachments: 'Tệp kèm',
    aboutDocuments: 'Văn bản nói trong bài',
    ...shared,
  },
  documents: {
    family: 'Nhóm văn bản',
    type: 'Loại',
    number: 'Số, ký hiệu',
    issuer: 'Cơ quan ban hành',
    issuedOn: 'Ngày ban hành',
    place: 'Nơi ban hành',
    abstract: 'Trích yếu',
    signer: 'Người ký',
    signerCapacity: 'Chức vụ người ký',
    effectiveFrom: 'Có hiệu lực từ',
    effectiveTo: 'Hết hiệu lực từ',
    fields: 'Lĩnh vực',
    body: 'Nội dung',
    files: 'Tệp văn bản',
    relations: 'Quan hệ với văn bản khác',
    ...shared,
  },
  agencies: {
    name: 'Tên',
    shortName: 'Tên gọi tắt',
    kind: 'Loại cơ quan',
    parent: 'Thuộc',
    validFrom: 'Tên có từ ngày',
    validTo: 'Tên có đến ngày',
    successor: 'Cơ quan kế thừa',
    formerNames: 'Tên cũ',
    summary: 'Giới thiệu ngắn',
    body: 'Giới thiệu',
    address: 'Trụ sở',
    phone: 'Điện thoại',
    email: 'Thư công vụ',
    ...shared,
  },
  topics: { name: 'Tên', summary: 'Giới thiệu ngắn', ...shared },
}

/** A field that has no name here is called by its own. */
export const publicFieldName = (collection: AddressedCollection, field: string): string =>
  (names[collection] as Readonly<Record<string, string>>)[field] ?? field
