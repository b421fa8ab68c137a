import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';

/** `usual`: wherever the school holds its lessons. */
export const roomPlaces = ['usual', 'jitsi', 'bigbluebutton', 'link'] as const;
export type RoomPlace = (typeof roomPlaces)[number];

/** Whose choice it is. */
export type RoomOwner = { readonly groupId: string } | { readonly teacherId: string };

export interface RoomChoice {
  readonly provider: RoomPlace;
  /** Of a link alone. */
  readonly link: string | null;
  readonly revision: number;
}

const table = 'timetable_room_choice';

export const roomChoiceOf = (db: Knex, owner: RoomOwner): Promise<RoomChoice | undefined> =>
  db(table)
    .where({ ...owner })
    .first('provider', 'link', 'revision');

/** Choices of a lesson's group and teacher, that of the group first. */
export const choicesFor = async (
  db: Knex,
  { groupId, teacherId }: { readonly groupId: string; readonly teacherId: string | null },
): Promise<readonly RoomChoice[]> => {
  const ofGroup = await roomChoiceOf(db, { groupId });
  const ofTeacher = teacherId === null ? undefined : await roomChoiceOf(db, { teacherId });
  return [ofGroup, ofTeacher].flatMap((one) => one ?? []);
};

const ownLinks = prepared<
  { groupIds: string; teacherIds: string },
  { readonly groupId: string | null; readonly teacherId: string | null }
>((db, value) =>
  db(table)
    .where('provider', 'link')
    .where(
      (any) =>
        void any
          .whereIn('groupId', idListOf(db, value('groupIds')))
          .orWhereIn('teacherId', idListOf(db, value('teacherIds'))),
    )
    .select('groupId', 'teacherId'),
);

/** Those who hold their lessons at a link of their own, of these groups and teachers. */
export async function withOwnLink(
  db: Knex,
  groupIds: readonly string[],
  teacherIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ownLinks(db, { groupIds: JSON.stringify(groupIds), teacherIds: JSON.stringify(teacherIds) });
  return new Set(rows.flatMap(({ groupId, teacherId }) => groupId ?? teacherId ?? []));
}

/** Stores a choice at a revision; false when somebody stored another one meanwhile. */
export async function putRoomChoice(
  db: Knex,
  id: string,
  owner: RoomOwner,
  { revision, ...choice }: RoomChoice,
): Promise<boolean> {
  if (revision === 1) {
    const column = 'groupId' in owner ? 'groupId' : 'teacherId';
    await db(table)
      .insert({ id, ...owner, ...choice, revision })
      .onConflict(column)
      .ignore();
    const found: unknown = await db(table).where({ id }).first('id');
    return found !== undefined;
  }
  const changed = await db(table)
    .where({ ...owner, revision: revision - 1 })
    .update({ ...choice, revision });
  return changed > 0;
}
