import type { Knex } from 'knex';
import { flag, idColumn, instant, reference, wallTime } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

const areas = ['lessons', 'requests', 'messages', 'progress', 'account'];
const addedColumns = [
  'area',
  'mail_rule',
  'mail_id',
  'push_due_at',
  'pushed_at',
  'urgent_reason',
  'urgent_by_id',
  'reply_owner',
  'reply_key',
];

/** Notices have an area and channels; people choose both, and have devices; channels that fail are remembered. */
export const channels: Migration = {
  name: '20261130_channels',
  async up(db, dialect) {
    await growNotices(db, dialect);
    await db.schema.alterTable('notify_person', (t) => {
      wallTime(t, 'digest_time').notNullable().defaultTo('07:00');
      t.integer('digest_weekday').notNullable().defaultTo(1);
      instant(t, 'looked_at', dialect).nullable();
    });
    await makeTables(db, dialect);
    await takeOverChoices(db);
  },
  async down(db, dialect) {
    await giveBackChoices(db, dialect);
    await db.schema.dropTable('notify_trouble').dropTable('notify_device').dropTable('notify_choice');
    await db.schema.alterTable('notify_person', (t) => t.dropColumns('digest_time', 'digest_weekday', 'looked_at'));
    await db.schema.alterTable('notify_notice', (t) => {
      t.dropIndex('push_due_at', 'notify_notice_push_due_at_index');
      t.dropColumns(...addedColumns);
    });
  },
};

async function growNotices(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('notify_notice', (t) => {
    t.text('area').notNullable().defaultTo('account');
    t.text('mail_rule').nullable();
    t.uuid('mail_id').nullable();
    instant(t, 'push_due_at', dialect).nullable();
    instant(t, 'pushed_at', dialect).nullable();
    t.text('urgent_reason').nullable();
    t.uuid('urgent_by_id').nullable();
    t.text('reply_owner').nullable();
    t.text('reply_key').nullable();
    t.index('push_due_at', 'notify_notice_push_due_at_index');
  });
  // The only notices that there were.
  await db('notify_notice').where('kind', 'like', 'timetable.%').update({ area: 'lessons' });
  await db('notify_notice').where('kind', 'like', 'timetable.reschedule%').update({ area: 'requests' });
  await db('notify_notice').whereNotNull('mailDueAt').update({ mailRule: 'soon' });
}

async function makeTables(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('notify_choice', (t) => {
    reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
    t.text('area').notNullable();
    t.text('mail').notNullable();
    flag(t, 'is_pushed').notNullable();
    t.primary(['person_id', 'area']);
    t.check("mail in ('soon', 'daily', 'weekly', 'never')", [], 'notify_choice_mail');
  });
  await db.schema.createTable('notify_device', (t) => {
    idColumn(t);
    reference(t, 'person_id', 'people_person').notNullable().index().onDelete('cascade');
    t.text('endpoint').notNullable().unique();
    t.text('p256dh').notNullable();
    t.text('auth').notNullable();
    t.text('label').notNullable();
    instant(t, 'added_at', dialect).notNullable();
    instant(t, 'reached_at', dialect).nullable();
  });
  await db.schema.createTable('notify_trouble', (t) => {
    idColumn(t);
    reference(t, 'person_id', 'people_person').notNullable().onDelete('cascade');
    t.text('channel').notNullable();
    t.text('reason').notNullable();
    instant(t, 'since_at', dialect).notNullable();
    instant(t, 'last_at', dialect).notNullable();
    instant(t, 'solved_at', dialect).nullable();
    t.unique(['person_id', 'channel'], { indexName: 'notify_trouble_channel_unique' });
    t.check("channel in ('mail', 'push')", [], 'notify_trouble_known_channel');
  });
}

interface OldChoice {
  readonly personId: string;
  readonly notices: string;
}

/** One choice for all notices, which mail kept, becomes one for each area. */
async function takeOverChoices(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable('mail_choice'))) return;
  const old: OldChoice[] = await db('mail_choice').select('personId', 'notices');
  for (const { personId, notices } of old)
    await db('notify_choice').insert(areas.map((area) => ({ personId, area, mail: notices, isPushed: true })));
  await db.schema.dropTable('mail_choice');
}

async function giveBackChoices(db: Knex, dialect: Dialect): Promise<void> {
  if (!(await db.schema.hasTable('mail_message'))) return;
  await db.schema.createTable('mail_choice', (t) => {
    reference(t, 'person_id', 'people_person').primary().onDelete('cascade');
    t.text('notices').notNullable();
    instant(t, 'changed_at', dialect).notNullable();
    t.check("notices in ('soon', 'daily', 'never')", [], 'mail_choice_notices');
  });
  const chosen: { personId: string; mail: string }[] = await db('notify_choice')
    .where({ area: 'lessons' })
    .select('personId', 'mail');
  for (const { personId, mail } of chosen)
    await db('mail_choice').insert({ personId, notices: mail === 'weekly' ? 'daily' : mail, changedAt: new Date(0) });
}
