import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { ClaimRow } from './claims.ts';
import { chunksOf } from './subjects.ts';

/*
 * Rows travel as one JSON value, so that a claim of a whole group, or a week of it, is one statement, which is quickly
 * put together, sent and planned.
 */

const claimColumns = 'commitment_id, subject_id, starts_at, ends_at, hold_until_at, is_overridden, is_shared';
const commitmentColumns = 'id, source_plugin, source_id, starts_at, ends_at, hold_until_at, revision';
const sevenPlaces = [0, 1, 2, 3, 4, 5, 6].map((place) => `json_extract(value, '$[${place}]')`).join(', ');

const sqliteCommitments = `insert into calendar_commitment (${commitmentColumns}) select ${sevenPlaces} from json_each(?)`;
const sqliteClaims = `insert into calendar_claim (${claimColumns}) select ${sevenPlaces} from json_each(?)`;
const postgresBoth = `
  with made as (
    insert into calendar_commitment (${commitmentColumns})
    select (r ->> 0)::uuid, r ->> 1, r ->> 2, (r ->> 3)::timestamptz, (r ->> 4)::timestamptz, (r ->> 5)::timestamptz,
      (r ->> 6)::integer
    from json_array_elements(?::json) as listed(r)
  )
  insert into calendar_claim (${claimColumns})
  select (r ->> 0)::uuid, (r ->> 1)::uuid, (r ->> 2)::timestamptz, (r ->> 3)::timestamptz, (r ->> 4)::timestamptz,
    (r ->> 5)::boolean, (r ->> 6)::boolean
  from json_array_elements(?::json) as listed(r)`;

/** No statement grows beyond this. */
const mostClaims = 2000;

/** Stores new commitments and claims. Fails with the database's own error when time is taken. */
export async function insertClaims(
  db: Knex,
  dialect: Dialect,
  commitments: readonly Commitment[],
  claims: readonly ClaimRow[],
): Promise<void> {
  const commitmentRows = JSON.stringify(commitments.map((one) => commitmentValues(one, dialect)));
  const [first = '[]', ...others] = chunksOf(claims, mostClaims).map((part) =>
    JSON.stringify(part.map((one) => claimValues(one, dialect))),
  );
  if (dialect === 'postgres') {
    await db.raw(postgresBoth, [commitmentRows, first]);
    for (const part of others) await db.raw(postgresBoth, ['[]', part]);
    return;
  }
  await db.raw(sqliteCommitments, [commitmentRows]);
  for (const part of [first, ...others]) await db.raw(sqliteClaims, [part]);
}

const commitmentValues = (commitment: Commitment, dialect: Dialect) => [
  commitment.id,
  commitment.source.plugin,
  commitment.source.entityId,
  stored(commitment.startsAt, dialect),
  stored(commitment.endsAt, dialect),
  stored(commitment.holdUntilAt, dialect),
  commitment.revision,
];

const claimValues = (claim: ClaimRow, dialect: Dialect) => [
  claim.commitmentId,
  claim.subjectId,
  stored(claim.startsAt, dialect),
  stored(claim.endsAt, dialect),
  stored(claim.holdUntilAt, dialect),
  claim.isOverridden,
  claim.isShared,
];

/** An instant as JSON and the database both know it. */
const stored = (at: Date | null, dialect: Dialect): string | number | null =>
  (dialect === 'postgres' ? at?.toISOString() : at?.getTime()) ?? null;
