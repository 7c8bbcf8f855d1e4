/** The sentences of the leak guard: what it is, why it matters, and the way out. */
import type { FileFinding, LeakKind } from './finding.ts'

type Said = { where: string; excerpt: string }

const remove = 'Hãy bỏ đi, hoặc người duyệt ghi lý do được công khai.'

const sentences: Record<LeakKind, (said: Said) => string> = {
  'secrecy-stamp': ({ where, excerpt }) =>
    `${where} mang dấu “${excerpt}”. Tài liệu có dấu mật không được đưa lên Cổng. Hãy bỏ tài liệu này; nếu chỉ nhắc tới dấu mật thì viết chữ thường trong câu.`,
  'identity-number': ({ where, excerpt }) =>
    `${where} có số giấy tờ tùy thân (${excerpt}), là dữ liệu cá nhân. ${remove}`,
  phone: ({ where, excerpt }) =>
    `${where} có số điện thoại di động (${excerpt}), có thể của cá nhân. ${remove}`,
  'bank-account': ({ where, excerpt }) => `${where} có số tài khoản ngân hàng (${excerpt}). ${remove}`,
  'mail-address': ({ where, excerpt }) =>
    `${where} có thư điện tử không phải của cơ quan nhà nước (${excerpt}). ${remove}`,
  'tracked-changes': ({ where, excerpt }) =>
    `${where} còn vết sửa (${excerpt}): người đọc thấy được chữ đã xóa. Hãy chấp nhận hoặc bỏ hết vết sửa rồi tải lại tệp, hoặc người duyệt ghi lý do.`,
  comments: ({ where, excerpt }) =>
    `${where} có nhận xét (${excerpt}), thường là trao đổi nội bộ. Hãy xóa nhận xét rồi tải lại tệp, hoặc người duyệt ghi lý do.`,
  'hidden-content': ({ where, excerpt }) =>
    `${where} có phần bị ẩn (${excerpt}): người đọc mở ra được. Hãy xóa phần ẩn rồi tải lại tệp, hoặc người duyệt ghi lý do.`,
  'embedded-file': ({ where, excerpt }) =>
    `${where} chứa tệp khác bên trong (${excerpt}). Hãy bỏ tệp đó rồi tải lại, hoặc người duyệt xem và ghi lý do.`,
  'active-content': ({ where, excerpt }) =>
    `${where} chứa mã chạy được (${excerpt}). Hãy lưu lại không kèm mã rồi tải lại, hoặc người duyệt ghi lý do.`,
  'outside-path': ({ where, excerpt }) =>
    `${where} trỏ tới máy hoặc thư mục nội bộ (${excerpt}). Hãy bỏ liên kết đó rồi tải lại, hoặc người duyệt ghi lý do.`,
  author: ({ where, excerpt }) =>
    `${where} ghi tên người soạn trong thuộc tính tệp (${excerpt}). Hãy xóa thuộc tính trước khi ký rồi tải lại, hoặc người duyệt ghi lý do.`,
  'place-taken': ({ where }) => `${where} có vị trí chụp trong tệp gốc.`,
  'file-name': ({ where, excerpt }) =>
    `${where}: tên tệp nói tới “${excerpt}”. Hãy đổi tên rồi tải lại, hoặc người duyệt ghi lý do.`,
  unread: ({ where, excerpt }) =>
    `${where}: máy không đọc được nội dung (${excerpt}). Hãy xem bằng mắt; người duyệt ghi là đã xem.`,
}

const cleanedSentence: Partial<Record<LeakKind, (said: Said) => string>> = {
  author: ({ where, excerpt }) => `${where}: tên người soạn (${excerpt}) đã được bỏ khỏi bản công khai.`,
  'place-taken': ({ where }) => `${where}: vị trí chụp đã được bỏ khỏi bản công khai.`,
  'outside-path': ({ where, excerpt }) =>
    `${where}: đường dẫn nội bộ (${excerpt}) đã được bỏ khỏi bản công khai.`,
}

/** `subject`: the field's label or the file's name, as a sentence can begin with it. */
export function findingSentence(
  { kind, severity, place, excerpt }: Pick<FileFinding, 'kind' | 'severity' | 'place' | 'excerpt'>,
  subject: string,
): string {
  const said = { where: place ? `${subject} (${place})` : subject, excerpt }
  return (severity === 'cleaned' ? (cleanedSentence[kind] ?? sentences[kind]) : sentences[kind])(said)
}
