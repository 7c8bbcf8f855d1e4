/**
 * The catalogue of refusals. A person did something that cannot be done: they get a Vietnamese sentence
 * that names the thing, the reason and the way out; logs get the code. Codes are never reused.
 */
import { APIError } from 'payload'

/** One thing wrong with one field. `field` is the field's path in the form (`body`, `attachments.0.title`). */
/** `finding`: the id of a leak guard's finding, by which a reviewer decides about it. */
export type Problem = { field: string; code: string; message: string; finding?: string }

export const refusals = {
  'not-signed-in': {
    status: 401,
    message: 'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập rồi làm lại.',
  },
  'not-allowed': { status: 403, message: 'Tài khoản của bạn không được làm việc này.' },
  'other-agency': {
    status: 403,
    message: 'Bài này thuộc cơ quan khác. Bạn chỉ soạn được bài của cơ quan mình.',
  },
  'own-text': {
    status: 403,
    message: 'Bạn đã tham gia soạn bản này nên không được tự duyệt. Hãy nhờ người khác trong Ban biên tập.',
  },
  'read-only-field': {
    status: 403,
    message: 'Trường này do hệ thống ghi, không sửa trực tiếp được. Hãy bỏ trường đó khỏi yêu cầu.',
  },
  'closed-door': {
    status: 403,
    message: 'Không có cách ghi trực tiếp vào đây. Hãy dùng các bước của quy trình duyệt.',
  },
  'not-found': { status: 404, message: 'Không tìm thấy mục này, hoặc bạn không có quyền xem.' },
  'wrong-state': {
    status: 409,
    message: 'Bước này không làm được ở trạng thái hiện tại. Hãy tải lại trang để xem trạng thái mới.',
  },
  'moved-on': {
    status: 409,
    message: 'Nội dung đã thay đổi sau khi bạn xem. Chưa có gì được đăng. Hãy tải lại và xem lại bản mới.',
  },
  'stale-form': {
    status: 409,
    message:
      'Người khác đã lưu bài này sau khi bạn mở. Hãy chép phần vừa viết ra chỗ khác, tải lại trang rồi sửa tiếp.',
  },
  'locked-content': {
    status: 409,
    message:
      'Bài đang chờ duyệt hoặc đã hẹn giờ nên nội dung bị khóa. Hãy rút lại (hoặc bỏ hẹn) trước khi sửa.',
  },
  claimed: {
    status: 409,
    message:
      'Người khác trong Ban biên tập đang duyệt bài này. Hãy hỏi người đó trước, hoặc xác nhận làm thay (takeOver).',
  },
  away: {
    status: 409,
    message:
      'Bạn đang báo vắng mặt nên không nhận duyệt. Hãy kết thúc kỳ vắng ở cuối trang Hàng chờ duyệt trước.',
  },
  'address-taken': { status: 409, message: 'Địa chỉ này đã có bài khác dùng. Hãy đổi phần cuối địa chỉ.' },
  'number-taken': {
    status: 409,
    message: 'Văn bản số này của cơ quan ban hành trong năm đã có. Hãy kiểm tra lại số, ký hiệu.',
  },
  'not-ready': { status: 422, message: 'Bài chưa đủ để gửi duyệt. Hãy sửa các điểm được nêu rồi gửi lại.' },
  'secrecy-stamp': {
    status: 422,
    message:
      'Có dấu mật (TUYỆT MẬT, TỐI MẬT, MẬT) nên không được đưa lên Cổng. Hãy bỏ tài liệu đó, hoặc xin giải mật trước.',
  },
  'undecided-findings': {
    status: 422,
    message:
      'Có điều phải cân nhắc trước khi công khai. Hãy xem từng điều, ghi lý do được công khai, hoặc trả lại cho người soạn.',
  },
  'invalid-content': { status: 422, message: 'Nội dung có chỗ không hợp lệ. Hãy sửa các điểm được nêu.' },
  'unknown-field': {
    status: 422,
    message: 'Yêu cầu có trường không tồn tại. Hãy bỏ trường đó hoặc sửa lại tên.',
  },
  'missing-note': { status: 422, message: 'Bước này cần một lý do. Hãy ghi lý do rồi làm lại.' },
  'missing-revision': { status: 422, message: 'Bước này phải nêu mã nội dung (revision) của bản đã xem.' },
  'bad-time': {
    status: 422,
    message: 'Thời điểm hẹn đăng phải là giờ hợp lệ và ở tương lai (không quá một năm).',
  },
  'bad-target': {
    status: 422,
    message: 'Địa chỉ chuyển đến phải là một trang đang có trên Cổng, bắt đầu bằng dấu /.',
  },
  'bad-edition': {
    status: 422,
    message:
      'Chỉ ẩn được một lần đăng cũ đã từng lên Cổng và chưa ẩn. Bản đang trên Cổng thì phải đính chính hoặc gỡ bỏ. Hãy xem lại số bản.',
  },
  'unknown-action': { status: 400, message: 'Không có bước nào tên như vậy trong quy trình.' },
  'broken-request': {
    status: 400,
    message: 'Yêu cầu không đọc được (JSON hỏng hoặc sai kiểu). Hãy kiểm tra lại.',
  },
  'too-large': { status: 413, message: 'Nội dung gửi lên quá lớn. Hãy chia nhỏ hoặc bỏ bớt.' },
  'bad-file': {
    status: 422,
    message: 'Tệp không dùng được: nội dung không đúng với loại tệp hoặc loại này không được phép.',
  },
  'too-many-attempts': { status: 429, message: 'Đã thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.' },
  'in-release-set': {
    status: 409,
    message:
      'Mục này thuộc một bộ đăng cùng lúc nên không duyệt, hẹn giờ hay đăng riêng. Hãy mở bộ đó để làm cho cả bộ.',
  },
  'set-refused': {
    status: 409,
    message: 'Chưa có gì thay đổi: có mục của bộ chưa làm được bước này. Hãy xem từng mục được nêu.',
  },
  'set-locked': {
    status: 409,
    message:
      'Bộ đang chờ duyệt, đã hẹn giờ hoặc đã đăng nên không sửa, không xóa được. Hãy rút lại hoặc bỏ hẹn cả bộ trước.',
  },
  'set-moved-on': {
    status: 409,
    message: 'Bộ đã đổi sau khi bạn xem. Chưa có gì được đăng. Hãy tải lại và xem lại bộ.',
  },
  'still-used': { status: 409, message: 'Mục này đang được dùng ở nơi khác nên không xóa được.' },
  'already-public': {
    status: 409,
    message: 'Bài đã từng lên Cổng nên không xóa được. Hãy dùng “Gỡ bỏ” trong quy trình.',
  },
  'no-address': {
    status: 409,
    message:
      'Phần này không có trang riêng nên không chuyển địa chỉ và không gỡ bỏ được. Hãy dùng “Rút khỏi Cổng”: Cổng sẽ hiện lại nội dung mặc định.',
  },
  'kind-taken': {
    status: 409,
    message: 'Phần này của Cổng đã có. Hãy mở mục đang có và sửa ở đó.',
  },
  'weak-password': { status: 422, message: 'Mật khẩu cần ít nhất 12 ký tự.' },
  'wrong-credentials': {
    status: 401,
    message:
      'Thư điện tử, mật khẩu hoặc mã xác thực không đúng. Tài khoản đã bật xác thực hai bước cần cả mã mới nhất.',
  },
  'account-disabled': { status: 401, message: 'Tài khoản đã bị khóa. Hãy liên hệ quản trị.' },
  'second-factor-required': {
    status: 403,
    message: 'Vai trò của bạn phải bật xác thực hai bước trước khi làm việc khác. Hãy mở trang Bảo mật.',
  },
  'factor-enrolled': {
    status: 409,
    message: 'Tài khoản đã bật xác thực hai bước. Muốn đổi thiết bị, hãy tắt rồi bật lại.',
  },
  'no-factor': { status: 409, message: 'Tài khoản chưa bật xác thực hai bước. Hãy tải lại trang.' },
  'wrong-code': {
    status: 422,
    message: 'Mã xác thực không đúng hoặc đã dùng. Hãy nhập mã mới nhất mà ứng dụng đang hiện.',
  },
  'own-password': {
    status: 403,
    message:
      'Muốn đổi mật khẩu của mình, hãy nhập cả mật khẩu hiện tại ở trang Bảo mật tài khoản. Mật khẩu của người khác do quản trị đặt lại, mỗi lần một tài khoản.',
  },
  'wrong-password': { status: 422, message: 'Mật khẩu hiện tại không đúng. Hãy nhập lại.' },
  'already-paused': {
    status: 409,
    message: 'Việc đăng đang tạm dừng rồi. Hãy tải lại trang để xem ai đã dừng và vì sao.',
  },
  'not-paused': { status: 409, message: 'Việc đăng đang chạy bình thường, không có gì để cho chạy lại.' },
  'disk-full': {
    status: 507,
    message: 'Máy chủ hết chỗ lưu. Chưa có gì được ghi. Hãy báo quản trị hệ thống.',
  },
  'try-again': { status: 503, message: 'Máy chủ đang bận, chưa ghi được. Hãy thử lại sau ít giây.' },
} as const satisfies Record<string, { status: number; message: string }>

export type RefusalCode = keyof typeof refusals

/**
 * A refusal with its code, status and (for content) the problems per field.
 * Payload answers it as `{ code, message, problems, errors: [{ message, data }] }` (see `server/error-body.ts`).
 */
export class PortalError extends APIError<{ code: RefusalCode; problems?: Problem[] }> {
  readonly code: RefusalCode
  readonly problems: Problem[] | undefined

  constructor(code: RefusalCode, options: { message?: string; problems?: Problem[]; cause?: unknown } = {}) {
    const { status, message } = refusals[code]
    super(options.message ?? message, status, { code, problems: options.problems }, true)
    this.name = 'PortalError'
    this.code = code
    this.problems = options.problems
    if (options.cause !== undefined) this.cause = options.cause
  }
}
