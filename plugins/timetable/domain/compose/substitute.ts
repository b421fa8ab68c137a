/** What a student gets instead of a lesson. */
export const substituteKinds = ['recording', 'consultation', 'individual-lesson', 'other'] as const;
export type SubstituteKind = (typeof substituteKinds)[number];
