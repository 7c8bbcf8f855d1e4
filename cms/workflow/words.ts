/** The workflow's words on screens. */
import type { PublicState } from '#domain/item-truth.ts'
import type { Role } from '#domain/roles.ts'
import type { Action, WorkingState } from '#domain/workflow.ts'

export const stateNames: Record<WorkingState, string> = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  returned: 'Bị trả lại',
  scheduled: 'Đã hẹn giờ',
  published: 'Đã duyệt',
}

export const publicStateNames: Record<PublicState, string> = {
  none: 'Chưa lên Cổng',
  live: 'Đang trên Cổng',
  withdrawn: 'Đã rút',
  redirected: 'Đã chuyển địa chỉ',
  gone: 'Đã gỡ bỏ',
}

export const roleNames: Record<Role, string> = {
  editor: 'Biên tập viên',
  moderator: 'Ban biên tập',
  administrator: 'Quản trị',
}

/** Button and, where the step cannot be taken back lightly, the question asked first. */
export const actionNames: Record<Action, { button: string; question?: string; noteLabel?: string }> = {
  submit: {
    button: 'Gửi duyệt',
    question: 'Gửi bản này cho Ban biên tập? Nội dung sẽ khóa đến khi được duyệt hoặc trả lại.',
  },
  recall: { button: 'Rút lại để sửa' },
  return: { button: 'Trả lại', noteLabel: 'Lý do trả lại (người soạn đọc được, công chúng không thấy)' },
  approve: { button: 'Duyệt và đăng', question: 'Đăng đúng bản này lên Cổng ngay bây giờ?' },
  schedule: { button: 'Duyệt, hẹn giờ đăng' },
  unschedule: {
    button: 'Bỏ hẹn để sửa',
    question: 'Bỏ hẹn? Bản đã duyệt này sẽ không được đăng, phải gửi duyệt lại.',
  },
  discard: {
    button: 'Bỏ bản đang soạn',
    question: 'Bỏ mọi thay đổi và quay về bản đang trên Cổng? Việc này không hoàn tác được.',
  },
  withdraw: { button: 'Rút khỏi Cổng', noteLabel: 'Lý do rút (công khai)' },
  restore: { button: 'Đưa lại lên Cổng', question: 'Đưa bản đã rút trở lại Cổng?' },
  redirect: { button: 'Chuyển địa chỉ', noteLabel: 'Lý do (công khai, không bắt buộc)' },
  remove: {
    button: 'Gỡ bỏ hẳn',
    question: 'Gỡ bỏ hẳn khỏi Cổng? Địa chỉ sẽ trả lời “đã gỡ” mãi mãi.',
    noteLabel: 'Lý do gỡ bỏ (công khai)',
  },
  'hide-edition': {
    button: 'Ẩn một lần đăng cũ',
    question:
      'Ẩn nội dung của một lần đăng cũ khỏi “Các lần thay đổi”? Dùng khi lần đó lộ thông tin không được công khai. Bản đang trên Cổng không đổi. Việc này không hoàn tác được.',
    noteLabel: 'Lý do ẩn (công khai; đừng nhắc lại điều bị lộ)',
  },
  'emergency-publish': {
    button: 'Đăng khẩn',
    question: 'Đăng ngay mà chưa có người thứ hai duyệt? Bài sẽ mang dấu chờ rà soát.',
    noteLabel: 'Lý do đăng khẩn',
  },
  review: { button: 'Đã rà soát' },
  release: { button: 'Đến giờ đăng' },
}
