/** Everything the audit ledger records, and its words on screens (Nhật ký). An action without a word does not compile. */
import type { SetAction } from './release-sets.ts'
import type { Action } from './workflow.ts'

const steps: Record<Action, string> = {
  submit: 'Gửi duyệt',
  recall: 'Rút lại để sửa',
  return: 'Trả lại',
  approve: 'Duyệt và đăng',
  schedule: 'Duyệt, hẹn giờ đăng',
  unschedule: 'Bỏ hẹn',
  discard: 'Bỏ bản đang soạn',
  withdraw: 'Rút khỏi Cổng',
  restore: 'Đưa lại lên Cổng',
  redirect: 'Chuyển địa chỉ',
  remove: 'Gỡ bỏ',
  'hide-edition': 'Ẩn một lần đăng cũ',
  'emergency-publish': 'Đăng khẩn',
  review: 'Rà soát bài đăng khẩn',
  release: 'Đến giờ đăng',
}

const setSteps: Record<`set-${SetAction}` | 'set-release', string> = {
  'set-submit': 'Gửi duyệt cả bộ',
  'set-recall': 'Rút lại cả bộ để sửa',
  'set-return': 'Trả lại cả bộ',
  'set-approve': 'Duyệt và đăng cả bộ',
  'set-schedule': 'Duyệt, hẹn giờ đăng cả bộ',
  'set-unschedule': 'Bỏ hẹn cả bộ',
  'set-release': 'Đến giờ đăng cả bộ',
}

const accounts = {
  'sign-in': 'Đăng nhập',
  'sign-in-failed': 'Đăng nhập sai (gộp theo phút)',
  'sign-out': 'Đăng xuất',
  'sessions-ended': 'Kết thúc phiên',
  'password-changed': 'Đổi mật khẩu',
  'password-reset': 'Đặt lại mật khẩu qua thư',
  'factor-enrolled': 'Bật xác thực hai bước',
  'factor-removed': 'Tắt xác thực hai bước',
  'factor-reset': 'Gỡ xác thực hai bước bằng lệnh',
  'recovery-code-used': 'Dùng mã khôi phục',
  'recovery-codes-renewed': 'Tạo mã khôi phục mới',
  'account-created': 'Tạo tài khoản',
  'account-disabled': 'Khóa tài khoản',
  'account-enabled': 'Mở khóa tài khoản',
  'role-changed': 'Đổi vai trò',
  'agencies-changed': 'Đổi cơ quan của tài khoản',
} as const

/** What happens to accounts, without what only `sign-in.ts` and the tally of failures record. */
export type AccountAction = Exclude<
  keyof typeof accounts,
  'sign-in' | 'sign-in-failed' | 'recovery-code-used'
>

export const auditActions = {
  ...steps,
  ...setSteps,
  ...accounts,
  'hand-over': 'Bàn giao',
  'set-notice': 'Đặt thông báo toàn Cổng',
  'clear-notice': 'Gỡ thông báo toàn Cổng',
  claim: 'Nhận duyệt',
  'release-claim': 'Trả lại hàng chờ',
  'take-over': 'Nhận thay người khác',
  'set-absence': 'Báo vắng mặt',
  'end-absence': 'Kết thúc vắng mặt',
  pause: 'Tạm dừng đăng',
  resume: 'Cho đăng lại',
  refused: 'Bị từ chối',
  'refused-again': 'Bị từ chối thêm trong cùng phút',
  'export-audit': 'Xuất nhật ký',
} as const

export type AuditAction = keyof typeof auditActions

/** Steps, notices and the like are names of the code; whatever else stands in an old row is shown as it is. */
export const auditActionName = (action: string): string =>
  Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action
