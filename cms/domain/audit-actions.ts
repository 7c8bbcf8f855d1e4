/** Everything the audit ledger records, and its words on screens (Nhật ký). An action without a word does not compile. */
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
  'emergency-publish': 'Đăng khẩn',
  review: 'Rà soát bài đăng khẩn',
  release: 'Đến giờ đăng',
}

export const auditActions = {
  ...steps,
  'set-notice': 'Đặt thông báo toàn Cổng',
  'clear-notice': 'Gỡ thông báo toàn Cổng',
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
