/** What a step asks of the person before it is taken, drawn from the transition table. */
import { isPublicCollection, type PublicCollection } from '#domain/collections.ts'
import { openReasons, type Returned } from '#domain/returned.ts'
import { transitions, type Action } from '#domain/workflow.ts'
import { actionNames } from '../../workflow/words.ts'
import { shortRevision } from './status-cells.ts'

export type StepForm = {
  action: Action
  title: string
  question?: string
  /** Label of the note; `isRequired` when the step is refused without one. */
  note?: { label: string; isRequired: boolean }
  /** A public remark on what changed goes with every new edition. */
  hasChangeNote: boolean
  /** Findings of the leak guard must be decided with this step. */
  asksDecisions: boolean
  /** How much changed is asked once something is public that can change. */
  hasChangeKind: boolean
  needs?: 'time' | 'target' | 'edition'
  /** Reasons by field, begun with those that are still open. */
  reasons?: { collection: PublicCollection; open: { field?: string; text: string }[] }
  /** Said before the person confirms; it refuses nothing. */
  warning?: string
  /** The filled button at the end. */
  confirm: string
}

/** Every day's steps are buttons; the others stand in a menu, so that nobody removes a page by a slip. */
const everyday: readonly Action[] = [
  'submit',
  'approve',
  'schedule',
  'return',
  'unschedule',
  'restore',
  'review',
]

const order: readonly Action[] = [
  'return',
  'schedule',
  'unschedule',
  'restore',
  'review',
  'submit',
  'approve',
]

export type StepGroups = { primary: Action | null; secondary: Action[]; rare: Action[] }

/** The steps of a person: the one that leads on, those beside it, and the rest. */
export function groupSteps(allowed: readonly Action[]): StepGroups {
  const buttons = order.filter((action) => everyday.includes(action) && allowed.includes(action))
  const primary = (['approve', 'submit'] as const).find((action) => allowed.includes(action)) ?? null
  const isOnlyStep = buttons.length === 0
  // An editor who has submitted has one step: taking it back. It is no rarity then.
  const recall: Action[] = isOnlyStep && allowed.includes('recall') ? ['recall'] : []
  return {
    primary,
    secondary: [...recall, ...buttons.filter((action) => action !== primary)],
    rare: allowed.filter((action) => !everyday.includes(action) && !recall.includes(action)),
  }
}

/** The button's words; approving names the content it approves. */
export const stepName = (action: Action, revision: string): string =>
  action === 'approve'
    ? `${actionNames.approve.button} bản ${shortRevision(revision)}`
    : actionNames[action].button

/** What is known of the item a step is about. */
export type StepContext = { collection?: string; returned?: Returned | null; isPublic?: boolean }

const makesEdition: readonly Action[] = ['approve', 'schedule', 'emergency-publish']

export function stepForm(action: Action, revision: string, context: StepContext = {}): StepForm {
  const { needsNote, needs, isNotePublic, leakGuard } = transitions[action]
  const { question, noteLabel } = actionNames[action]
  return {
    action,
    title: stepName(action, revision),
    ...(question ? { question } : {}),
    ...(needsNote || isNotePublic ? { note: { label: noteLabel ?? 'Lý do', isRequired: needsNote } } : {}),
    hasChangeNote: makesEdition.includes(action),
    hasChangeKind: makesEdition.includes(action) && context.isPublic === true,
    asksDecisions: leakGuard === 'decisions',
    ...(needs ? { needs } : {}),
    ...returnParts(action, revision, context),
    confirm: stepName(action, revision),
  }
}

function returnParts(
  action: Action,
  revision: string,
  { collection, returned = null }: StepContext,
): Pick<StepForm, 'reasons' | 'warning'> {
  const open = openReasons(returned, revision)
  if (action === 'return' && isPublicCollection(collection))
    return {
      reasons: { collection, open: open.map(({ field, text }) => ({ ...(field ? { field } : {}), text })) },
    }
  if (!makesEdition.includes(action) || open.length === 0) return {}
  return {
    warning: `Còn ${open.length} lý do trả lại chưa đánh dấu “đã sửa”. Nếu vẫn đăng, các lý do này được khép lại.`,
  }
}

/** Said once a step is done. */
export const doneWords: Record<Action, string> = {
  submit: 'Đã gửi duyệt.',
  recall: 'Đã rút lại, sửa được rồi.',
  return: 'Đã trả lại người soạn.',
  approve: 'Đã duyệt. Đang đưa lên Cổng.',
  schedule: 'Đã duyệt và hẹn giờ đăng.',
  unschedule: 'Đã bỏ hẹn, sửa được rồi.',
  discard: 'Đã quay về bản đang trên Cổng.',
  withdraw: 'Đã rút khỏi Cổng.',
  restore: 'Đã đưa lại lên Cổng.',
  redirect: 'Đã chuyển địa chỉ.',
  remove: 'Đã gỡ bỏ hẳn.',
  'hide-edition': 'Đã ẩn lần đăng cũ. Đang gỡ nội dung của nó khỏi Cổng.',
  'emergency-publish': 'Đã đăng khẩn. Cần người khác rà soát.',
  review: 'Đã ghi nhận rà soát.',
  release: 'Đã đến giờ đăng.',
}
