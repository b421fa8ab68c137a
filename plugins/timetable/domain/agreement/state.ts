/** What a home school has said of a draft. */
export interface Said {
  readonly answer: 'agreed' | null;
  /** Of the lessons to which it agreed. */
  readonly answeredFor: string | null;
  /** Last day on which it may answer. */
  readonly answerByOn: string;
  readonly openObjections: number;
  /** Whether saying nothing until the last day counts as agreement. */
  readonly isSilenceConsent: boolean;
}

/**
 * `silent`: it said nothing in time, which counts as agreed; `late`: it said nothing in time, which counts for nothing;
 * `changed`: its students' lessons are others since it agreed.
 */
export const agreementStates = ['agreed', 'silent', 'objected', 'awaited', 'changed', 'late'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** Where a home school stands today. `lessonsNow` stands for the present lessons of its students. */
export function agreementState(said: Said, lessonsNow: string, today: string): AgreementState {
  if (said.openObjections > 0) return 'objected';
  if (said.answer === 'agreed' && said.answeredFor === lessonsNow) return 'agreed';
  if (today > said.answerByOn) return said.isSilenceConsent ? 'silent' : 'late';
  return said.answer === 'agreed' ? 'changed' : 'awaited';
}

/** Whether a draft must not be published yet. Nothing is in the way where nobody was asked. */
export const standsInTheWay = (state: AgreementState): boolean => state !== 'agreed' && state !== 'silent';

export const objectionStates = ['open', 'answered', 'waived', 'withdrawn'] as const;
export type ObjectionState = (typeof objectionStates)[number];
