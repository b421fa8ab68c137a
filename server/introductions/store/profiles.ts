import type { Knex } from 'knex';
import { idList } from '../../db/many.ts';

/** Weekly hours at which somebody works, at wall time in their own zone. */
export interface WorkingHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface Profile {
  readonly personId: string;
  readonly about: string | null;
  readonly hoursJson: readonly WorkingHours[];
  readonly hasPhoto: boolean;
  readonly revision: number;
}

const columns = ['personId', 'about', 'hoursJson', 'hasPhoto', 'revision'] as const;

export const profilesOf = (db: Knex, personIds: readonly string[]): Promise<Profile[]> =>
  db('introductions_profile').whereIn('personId', idList(db, personIds)).select<Profile[]>(columns);

export async function profileOf(db: Knex, personId: string): Promise<Profile> {
  const [found] = await profilesOf(db, [personId]);
  return found ?? { personId, about: null, hoursJson: [], hasPhoto: false, revision: 0 };
}

/** What a profile holds beside its revision, each as it is to be. */
export interface ProfileChange {
  readonly about?: string | null;
  readonly hours?: readonly WorkingHours[];
  readonly photo?: { readonly hasPhoto: boolean; readonly consentById: string | null; readonly consentAt: Date | null };
}

/** Changes a profile, or makes it; its revision is counted up. */
export async function saveProfile(db: Knex, personId: string, { about, hours, photo }: ProfileChange): Promise<void> {
  const change = {
    ...(about === undefined ? {} : { about }),
    ...(hours === undefined ? {} : { hoursJson: JSON.stringify(hours) }),
    ...photo,
  };
  await db('introductions_profile').insert({ personId, hoursJson: '[]', revision: 0 }).onConflict('personId').ignore();
  await db('introductions_profile')
    .where({ personId })
    .update({ ...change, revision: db.raw('revision + 1') });
}
