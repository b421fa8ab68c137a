import { type Role, roles } from '../../../server/access/roles.ts';

/** What a board is about, and so who reads it. */
export const boardKinds = [
  'school',
  'group',
  'subgroup',
  'guardians',
  'group-staff',
  'subject',
  'progress',
  'council',
  'case',
] as const;
export type BoardKind = (typeof boardKinds)[number];

/** What somebody may do on a board: read it, answer, begin topics, keep order. */
export const boardActs = ['read', 'reply', 'open', 'keep'] as const;
export type BoardAct = (typeof boardActs)[number];

/** What of the school a board belongs to: its reach follows from this. */
export type BoardAnchor = 'nothing' | 'group' | 'subgroup' | 'course' | 'student';

interface BoardRule extends Readonly<Record<BoardAct, readonly Role[]>> {
  readonly anchor: BoardAnchor;
  /** People invited by name read and answer too. */
  readonly invites?: true;
}

const everybody: readonly Role[] = roles;
const staff = everybody.filter((role) => role !== 'student' && role !== 'guardian');
const keepers: readonly Role[] = ['admin', 'lead-tutor', 'tutor'];
const learning = everybody.filter((role) => role !== 'guardian');

const ofLearners = {
  read: learning,
  reply: learning,
  open: ['admin', 'lead-tutor', 'tutor', 'teacher', 'student'],
} as const;

/**
 * Who may do what on each kind of board, each as far as the role reaches: the one table from which access, the
 * audience that is shown, and notices follow.
 */
export const boardRules: Readonly<Record<BoardKind, BoardRule>> = {
  school: {
    anchor: 'nothing',
    read: everybody,
    reply: staff,
    open: ['admin', 'coordinator', 'head', 'lead-tutor'],
    keep: ['admin', 'head', 'lead-tutor'],
  },
  group: { anchor: 'group', ...ofLearners, keep: keepers },
  subgroup: { anchor: 'subgroup', ...ofLearners, keep: keepers },
  subject: { anchor: 'course', ...ofLearners, keep: [...keepers, 'teacher'] },
  guardians: {
    anchor: 'group',
    read: ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'guardian'],
    reply: ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'guardian'],
    open: ['admin', 'lead-tutor', 'tutor', 'guardian'],
    keep: keepers,
  },
  'group-staff': {
    anchor: 'group',
    read: ['admin', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'],
    reply: ['admin', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'],
    open: ['admin', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'],
    keep: keepers,
  },
  progress: {
    anchor: 'student',
    read: ['admin', 'lead-tutor', 'tutor', 'guardian'],
    reply: ['admin', 'lead-tutor', 'tutor', 'guardian'],
    open: ['admin', 'lead-tutor', 'tutor'],
    keep: keepers,
    invites: true,
  },
  council: {
    anchor: 'nothing',
    read: staff,
    reply: staff,
    open: ['admin', 'head', 'lead-tutor'],
    keep: ['admin', 'head', 'lead-tutor'],
  },
  case: {
    anchor: 'student',
    read: ['admin', 'lead-tutor'],
    reply: ['admin', 'lead-tutor'],
    open: ['admin', 'lead-tutor'],
    keep: ['admin', 'lead-tutor'],
    invites: true,
  },
};

/** Staff only: families never see these, not even that they exist. */
export const isStaffOnly = (kind: BoardKind): boolean =>
  boardRules[kind].read.every((role) => role !== 'student' && role !== 'guardian');

/** What those who are invited by name, or a student whose progress thread is open to them, may do. */
export const actsOfGuests: readonly BoardAct[] = ['read', 'reply'];
