import type { Knex } from 'knex';
import type { Migration } from '../../host/plugin.ts';
import { allowed, overfull, overlapping, wronglyShared } from './overlapSql.ts';

/** Guards of one claim after the other; SQLite has one writer, so nothing can come in between. */
async function guardOnSqlite(db: Knex): Promise<void> {
  const day = '86400000';
  for (const moment of ['insert', 'update']) {
    await db.raw(`create trigger calendar_claim_exclusive_${moment} before ${moment} on calendar_claim
      when not new.is_shared and exists (select 1 from calendar_claim other
        where other.subject_id = new.subject_id and other.commitment_id <> new.commitment_id
          and ${overlapping('new', 'other', day)} and not ${allowed('new', 'other')})
      begin select raise(abort, 'calendar_claim_exclusive'); end`);
    await db.raw(`create trigger calendar_claim_capacity_${moment} after ${moment} on calendar_claim
      when new.is_shared and ${overfull('new', day, 'max')}
      begin select raise(abort, 'calendar_claim_capacity'); end`);
    await db.raw(`create trigger calendar_claim_shared_${moment} before ${moment} on calendar_claim
      when ${wronglyShared('new')}
      begin select raise(abort, 'calendar_claim_shared'); end`);
  }
}

/**
 * The constraint keeps ordinary claims apart by itself. Overridden and shared claims are looked at once a statement,
 * under locks of their subjects, which no statement of another transaction can pass meanwhile.
 */
async function guardOnPostgres(db: Knex): Promise<void> {
  const day = "interval '24 hours'";
  await db.raw('create extension if not exists btree_gist');
  await db.raw(`alter table calendar_claim add constraint calendar_claim_exclusive exclude using gist
    (subject_id with =, tstzrange(starts_at, ends_at, '[)') with &&, commitment_id with <>)
    where (not is_overridden and not is_shared)`);
  await db.raw(`create function calendar_claim_guard() returns trigger language plpgsql as $$
    begin
      perform 1 from calendar_subject where id in (select subject_id from added) order by id for update;
      if exists (select 1 from added where ${wronglyShared('added')}) then
        raise exception 'calendar_claim_shared' using errcode = '23514', constraint = 'calendar_claim_shared';
      end if;
      if exists (select 1 from added join calendar_claim other on other.subject_id = added.subject_id
          and other.commitment_id <> added.commitment_id and ${overlapping('added', 'other', day)}
          where added.is_overridden and not added.is_shared and not ${allowed('added', 'other')})
        or exists (select 1 from added join calendar_claim other on other.subject_id = added.subject_id
          and other.commitment_id <> added.commitment_id and ${overlapping('added', 'other', day)}
          where other.is_overridden and not added.is_shared and not ${allowed('added', 'other')})
      then
        raise exception 'calendar_claim_override' using errcode = '23P01', constraint = 'calendar_claim_override';
      end if;
      if exists (select 1 from added where is_shared and ${overfull('added', day, 'greatest')}) then
        raise exception 'calendar_claim_capacity' using errcode = '23P01', constraint = 'calendar_claim_capacity';
      end if;
      return null;
    end $$`);
  for (const moment of ['insert', 'update'])
    await db.raw(`create trigger calendar_claim_guard_${moment} after ${moment} on calendar_claim
      referencing new table as added for each statement execute function calendar_claim_guard()`);
}

/** One subject is at one place at a time, and a shared one not at more than its capacity. */
export const ledgerGuards: Migration = {
  name: '002_ledgerGuards',
  up: (db, dialect) => (dialect === 'postgres' ? guardOnPostgres(db) : guardOnSqlite(db)),
  async down(db, dialect) {
    for (const moment of ['insert', 'update']) {
      if (dialect === 'postgres') await db.raw(`drop trigger calendar_claim_guard_${moment} on calendar_claim`);
      else
        for (const guard of ['exclusive', 'capacity', 'shared'])
          await db.raw(`drop trigger calendar_claim_${guard}_${moment}`);
    }
    if (dialect !== 'postgres') return;
    await db.raw('drop function calendar_claim_guard()');
    await db.raw('alter table calendar_claim drop constraint calendar_claim_exclusive');
  },
};
