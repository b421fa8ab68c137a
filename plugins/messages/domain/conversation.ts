/** What somebody is to the school, as far as private messages are concerned. */
export interface Participant {
  readonly id: string;
  readonly isStaff: boolean;
  readonly isStudent: boolean;
}

/** Who is known to the student of a conversation: own guardians, and the staff around. */
export interface StudentCircle {
  readonly guardianIds: ReadonlySet<string>;
  readonly knownIds: ReadonlySet<string>;
}

export type ConversationDecision =
  | { readonly kind: 'refused'; readonly why: 'nobody-else' | 'students-together' | 'not-your-family' }
  | { readonly kind: 'refused'; readonly why: 'stranger-to-student'; readonly strangerIds: readonly string[] }
  | {
      readonly kind: 'allowed';
      /** The student whose tutor and lead tutor may read it. */
      readonly supervisedFor: string | null;
      readonly isGuarded: boolean;
    };

/**
 * May these people talk in private? Students only with adults who teach or look after them, never with each other; what
 * staff write with a student is open to the tutor and the lead tutor. Guardians write to staff and to own children.
 */
export function decideConversation(
  people: readonly Participant[],
  circle: StudentCircle | undefined,
): ConversationDecision {
  const students = people.filter(({ isStudent }) => isStudent);
  const adults = people.filter(({ isStudent }) => !isStudent);
  const staff = adults.filter(({ isStaff }) => isStaff);
  const guardians = adults.filter(({ isStaff }) => !isStaff);
  if (people.length < 2) return { kind: 'refused', why: 'nobody-else' };
  if (students.length > 1) return { kind: 'refused', why: 'students-together' };
  const [student] = students;
  if (student) {
    const strangers = adults.filter(({ id }) => !circle?.knownIds.has(id) && !circle?.guardianIds.has(id));
    if (strangers.length > 0)
      return { kind: 'refused', why: 'stranger-to-student', strangerIds: strangers.map(({ id }) => id) };
  } else if (guardians.length > 1 && staff.length === 0) return { kind: 'refused', why: 'not-your-family' };
  const supervisedFor = student && staff.length > 0 ? student.id : null;
  return { kind: 'allowed', supervisedFor, isGuarded: students.length + guardians.length > 0 };
}
