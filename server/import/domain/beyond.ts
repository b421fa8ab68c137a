import type { Change } from './plan.ts';
import { partsOf } from './records.ts';

type OfRights = Pick<Change, 'kind' | 'key' | 'fields'> & { readonly title: string };

/**
 * Which changes are beyond the rights of whoever carries an import out: roles that they may not give or take, and what
 * lets in or keeps out. `changes` are those of roles, and those of people in whose place they may not act.
 */
export const beyond = (changes: readonly OfRights[], mayGrant: (role: string) => boolean): readonly OfRights[] =>
  changes.filter(({ kind, key, fields }) => {
    const [, what] = partsOf(key);
    if (kind === 'role') return !mayGrant(what ?? '');
    if (kind === 'channel') return what === 'email';
    return kind === 'person' && (fields.email !== undefined || fields.isActive !== undefined);
  });
