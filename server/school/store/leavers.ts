import type { Knex } from 'knex';

/** Whoever left a group when a year began, and is in none since. */
export interface Leaver {
  readonly changeId: string;
  readonly personId: string;
  /** First day of the new year: that on which they were no longer there. */
  readonly goneOn: string;
}

/** Leavers of changes of year that hold and began within these days; `today` says who is in a group now. */
export const leaversOf = (
  db: Knex,
  { fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string },
  today: string,
): Promise<readonly Leaver[]> =>
  db('school_year_item as item')
    .join('school_year_change as change', 'change.id', 'item.changeId')
    .where('item.kind', 'member')
    .whereNull('change.undoneAt')
    .whereBetween('change.beginsOn', [fromOn, untilOn])
    .whereNotExists(
      db('school_group_member as stay')
        .whereRaw('stay.person_id = item.entity_id')
        .where((end) => end.whereNull('stay.untilOn').orWhere('stay.untilOn', '>=', today))
        .select(db.raw('1')),
    )
    .distinct({ changeId: 'change.id', personId: 'item.entityId', goneOn: 'change.beginsOn' });
