import type { PersonPlan } from '../plan.ts'

/** Invented people. Order: who is needed first. */
export const people: readonly PersonPlan[] = [
  {
    key: 'admin',
    name: 'Hoàng Anh Tuấn',
    email: 'quan-tri@quangninh.example',
    role: 'administrator',
    agencies: [],
  },
  {
    key: 'moderator-a',
    name: 'Đỗ Quang Vinh',
    email: 'vinh.banbientap@quangninh.example',
    role: 'moderator',
    agencies: [],
  },
  {
    key: 'moderator-b',
    name: 'Lê Minh Châu',
    email: 'chau.banbientap@quangninh.example',
    role: 'moderator',
    agencies: [],
  },
  {
    key: 'editor-stttt',
    name: 'Phạm Thu Hà',
    email: 'ha.stttt@quangninh.example',
    role: 'editor',
    agencies: ['stttt', 'ttcntt'],
  },
  {
    key: 'editor-vpubnd',
    name: 'Nguyễn Lan Anh',
    email: 'lananh.vpubnd@quangninh.example',
    role: 'editor',
    agencies: ['vpubnd', 'ubnd'],
  },
]
