/** What the workflow writes on every working copy. The form never shows these; the status line does. */
import type { Field } from 'payload'
import { workingStates } from '#domain/workflow.ts'
import { system } from '../fields/system.ts'
import { publicStateNames, stateNames } from './words.ts'

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export const workflowFields: Field[] = [
  system({
    name: 'state',
    type: 'select',
    label: 'Trạng thái',
    index: true,
    defaultValue: workingStates[0],
    options: options(stateNames),
  }),
  system({
    name: 'publicState',
    type: 'select',
    label: 'Trên Cổng',
    index: true,
    defaultValue: 'none',
    options: options(publicStateNames),
  }),
  system({
    name: 'contributors',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    label: 'Người tham gia soạn',
  }),
  // Who answers for it (decisions/023): its first writer, until a moderator hands it over.
  system({ name: 'creator', type: 'relationship', relationTo: 'users', label: 'Người viết đầu tiên' }),
  system({
    name: 'holder',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    label: 'Người phụ trách',
  }),
  system({ name: 'heldFor', type: 'relationship', relationTo: 'agencies', label: 'Phụ trách thay cơ quan' }),
  system({ name: 'liveEdition', type: 'text', label: 'Bản đăng hiện tại' }),
  system({ name: 'editionCount', type: 'number', defaultValue: 0, label: 'Số bản đăng' }),
  system({ name: 'returnNote', type: 'textarea', label: 'Lý do trả lại' }),
  system({ name: 'returned', type: 'json', label: 'Lần trả lại gần nhất' }),
  system({ name: 'returnedContent', type: 'json', label: 'Nội dung lúc trả lại' }),
  system({ name: 'submittedAt', type: 'text', index: true, label: 'Gửi duyệt lúc' }),
  system({ name: 'submittedBy', type: 'relationship', relationTo: 'users', label: 'Người gửi duyệt' }),
  system({ name: 'scheduledAt', type: 'text', label: 'Hẹn đăng lúc' }),
  system({
    name: 'needsReview',
    type: 'checkbox',
    index: true,
    defaultValue: false,
    label: 'Đăng khẩn, chờ rà soát',
  }),
  system({ name: 'importNotices', type: 'json', label: 'Điều cần xem lại sau khi nhập' }),
  // Rises with every save and every step. The form sends it back, so a stale form is noticed; steps compare and set it.
  {
    name: 'lockVersion',
    type: 'number',
    defaultValue: 0,
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  },
]
