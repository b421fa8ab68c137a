/** The roles of the catalogue. A person may hold several, each with its own scope. */
export const roles = [
  'admin',
  'coordinator',
  'head',
  'lead-tutor',
  'tutor',
  'teacher',
  'psychologist',
  'student',
  'guardian',
] as const;
export type Role = (typeof roles)[number];

/**
 * How far a role reaches. `everything` is the whole installation; `child` is one child of a guardian, who
 * may act for it or only read; `self` is the person alone.
 */
export type RoleScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'home-school'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'course'; readonly id: string }
  | { readonly kind: 'child'; readonly id: string; readonly mayAct: boolean }
  | { readonly kind: 'self'; readonly id: string };

/** One role of one person, with its scope. */
export interface Grant {
  readonly role: Role;
  readonly scope: RoleScope;
}
