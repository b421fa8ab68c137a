import type { Knex } from 'knex';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';
import { createDayRange, daysOf, dropDayRange, type NoOverlap, refuseOverlap } from './noOverlap.ts';

const minuteOf = (prefix: string) =>
  `(cast(substr(${prefix}starts_time, 1, 2) as integer) * 60 + cast(substr(${prefix}starts_time, 4, 2) as integer))`;

const stay = daysOf('from_on', 'until_on');

const overlaps: readonly NoOverlap[] = [
  { name: 'school_term_overlap', table: 'school_term', same: [], kind: 'days', span: daysOf('starts_on', 'ends_on') },
  {
    name: 'school_group_member_overlap',
    table: 'school_group_member',
    same: ['group_id', 'person_id'],
    kind: 'days',
    span: stay,
  },
  {
    name: 'school_group_tutor_overlap',
    table: 'school_group_tutor',
    same: ['group_id', 'person_id'],
    kind: 'days',
    span: stay,
  },
  {
    name: 'school_subgroup_member_overlap',
    table: 'school_subgroup_member',
    same: ['subgroup_id', 'person_id'],
    kind: 'days',
    span: stay,
  },
  {
    name: 'school_grid_place_overlap',
    table: 'school_grid_place',
    same: ['group_id', 'weekday'],
    kind: 'minutes',
    span: (prefix: string) => [minuteOf(prefix), `(${minuteOf(prefix)} + ${prefix}minutes)`],
  },
];

/** A stay in a subgroup lies within a stay in its group. */
const outsideOfGroup = `not exists (select 1 from school_group_member as member
  join school_subgroup as part on part.group_id = member.group_id
  where part.id = new.subgroup_id and member.person_id = new.person_id and member.from_on <= new.from_on
  and coalesce(member.until_on, '9999-12-31') >= coalesce(new.until_on, '9999-12-31'))`;

const subgroupTables = ['school_subgroup_member'];
/** Tables of people that name a home school; the reference is made here because that table is school's. */
const namesHomeSchool = ['people_student', 'people_role'];

async function guardOnSqlite(db: Knex): Promise<void> {
  for (const moment of ['insert', 'update']) {
    await db.raw(`create trigger school_subgroup_within_group_${moment} before ${moment} on school_subgroup_member
      when ${outsideOfGroup} begin select raise(abort, 'school_subgroup_within_group'); end`);
    for (const table of namesHomeSchool)
      await db.raw(`create trigger ${table}_home_school_${moment} before ${moment} on ${table}
        when new.home_school_id is not null
          and not exists (select 1 from school_home_school where id = new.home_school_id)
        begin select raise(abort, '${table}_home_school_known'); end`);
  }
  for (const table of namesHomeSchool)
    await db.raw(`create trigger ${table}_home_school_kept before delete on school_home_school
      when exists (select 1 from ${table} where home_school_id = old.id)
      begin select raise(abort, '${table}_home_school_known'); end`);
}

async function guardOnPostgres(db: Knex): Promise<void> {
  await db.raw(`create function school_subgroup_within_group() returns trigger language plpgsql as $$
    begin
      if ${outsideOfGroup} then
        raise exception 'school_subgroup_within_group' using errcode = '23514', constraint = 'school_subgroup_within_group';
      end if;
      return new;
    end $$`);
  for (const table of subgroupTables)
    await db.raw(`create trigger school_subgroup_within_group before insert or update on ${table}
      for each row execute function school_subgroup_within_group()`);
  for (const table of namesHomeSchool)
    await db.raw(`alter table ${table} add constraint ${table}_home_school_known
      foreign key (home_school_id) references school_home_school (id)`);
}

async function dropGuards(db: Knex, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    for (const table of namesHomeSchool)
      await db.raw(`alter table ${table} drop constraint ${table}_home_school_known`);
    for (const table of subgroupTables) await db.raw(`drop trigger school_subgroup_within_group on ${table}`);
    await db.raw('drop function school_subgroup_within_group()');
    for (const { table, name } of overlaps) await db.raw(`alter table ${table} drop constraint ${name}`);
    return;
  }
  for (const moment of ['insert', 'update']) {
    await db.raw(`drop trigger school_subgroup_within_group_${moment}`);
    for (const table of namesHomeSchool) await db.raw(`drop trigger ${table}_home_school_${moment}`);
    for (const { name } of overlaps) await db.raw(`drop trigger ${name}_${moment}`);
  }
  for (const table of namesHomeSchool) await db.raw(`drop trigger ${table}_home_school_kept`);
}

/** What no column check can say: spans that may not overlap, and references across tables. */
export const schoolGuards: Migration = {
  name: '002_guards',
  async up(db, dialect) {
    await createDayRange(db, dialect);
    for (const rule of overlaps) await refuseOverlap(db, dialect, rule);
    await (dialect === 'postgres' ? guardOnPostgres(db) : guardOnSqlite(db));
  },
  async down(db, dialect) {
    await dropGuards(db, dialect);
    await dropDayRange(db, dialect);
  },
};
