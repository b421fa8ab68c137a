import type { Knex } from 'knex';
import { flag, idColumn, instant, reference } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';
import type { Dialect } from '../../host/scope.ts';

/** Nothing claimed is longer, so that whatever overlaps an interval starts at most so long before it. */
const longest = (dialect: Dialect): string => (dialect === 'postgres' ? "interval '24 hours'" : '86400000');

async function createSubjects(db: Knex): Promise<void> {
  await db.schema.createTable('calendar_subject', (t) => {
    idColumn(t);
    t.text('kind').notNullable();
    t.integer('capacity');
    t.check("kind in ('person', 'resource')", [], 'calendar_subject_kind');
    t.check("(kind = 'resource') = (capacity is not null)", [], 'calendar_subject_capacity');
    t.check('capacity > 0', [], 'calendar_subject_capacity_positive');
  });
}

async function createCommitments(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('calendar_commitment', (t) => {
    idColumn(t);
    t.text('source_plugin').notNullable();
    t.text('source_id').notNullable();
    instant(t, 'starts_at', dialect).notNullable();
    instant(t, 'ends_at', dialect).notNullable();
    instant(t, 'hold_until_at', dialect);
    t.integer('revision').notNullable().defaultTo(1);
    t.unique(['source_plugin', 'source_id']);
    // Lets a claim carry its commitment's interval and never another one.
    t.unique(['id', 'starts_at', 'ends_at']);
    t.check(`starts_at < ends_at and ends_at - starts_at <= ${longest(dialect)}`, [], 'calendar_commitment_interval');
  });
}

async function createClaims(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('calendar_claim', (t) => {
    t.uuid('commitment_id').notNullable();
    reference(t, 'subject_id', 'calendar_subject').notNullable();
    instant(t, 'starts_at', dialect).notNullable();
    instant(t, 'ends_at', dialect).notNullable();
    instant(t, 'hold_until_at', dialect);
    flag(t, 'is_overridden').notNullable();
    flag(t, 'is_shared').notNullable();
    t.primary(['commitment_id', 'subject_id']);
    t.foreign(['commitment_id', 'starts_at', 'ends_at'])
      .references(['id', 'starts_at', 'ends_at'])
      .inTable('calendar_commitment')
      .onDelete('cascade');
    t.index(['subject_id', 'starts_at']);
  });
  await db.raw('create index calendar_claim_held on calendar_claim (subject_id) where hold_until_at is not null');
  await db.raw('create index calendar_claim_overridden on calendar_claim (subject_id, starts_at) where is_overridden');
}

async function createOverrides(db: Knex, dialect: Dialect): Promise<void> {
  await db.schema.createTable('calendar_override', (t) => {
    idColumn(t);
    reference(t, 'subject_id', 'calendar_subject').notNullable();
    // No references: what was once allowed stays on record after its commitments are gone.
    t.uuid('first_commitment_id').notNullable().index();
    t.uuid('second_commitment_id').notNullable().index();
    t.text('reason');
    t.uuid('made_by_id');
    instant(t, 'made_at', dialect).notNullable();
    t.uuid('resolved_by_id');
    instant(t, 'resolved_at', dialect);
    instant(t, 'ended_at', dialect);
    t.check('first_commitment_id < second_commitment_id', [], 'calendar_override_pair');
    t.check('resolved_at is null or reason is not null', [], 'calendar_override_reason');
  });
  await db.raw(`create unique index calendar_override_active on calendar_override
    (subject_id, first_commitment_id, second_commitment_id) where ended_at is null`);
}

/** Who is taken when: subjects, commitments, claims, and overlaps that were allowed. */
export const ledgerTables: Migration = {
  name: '001_ledger',
  async up(db, dialect) {
    await createSubjects(db);
    await createCommitments(db, dialect);
    await createClaims(db, dialect);
    await createOverrides(db, dialect);
  },
  async down(db) {
    for (const table of ['override', 'claim', 'commitment', 'subject']) await db.schema.dropTable(`calendar_${table}`);
  },
};
