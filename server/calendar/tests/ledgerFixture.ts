import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { system } from '../../access/actor.ts';
import type { Database } from '../../db/database.ts';
import { apiRef, definePlugin } from '../../host/plugin.ts';
import type { WriteScope } from '../../host/scope.ts';
import { createScopes } from '../../host/scopes.ts';
import { Problem } from '../../http/problem.ts';
import type { Commitment, NewCommitment } from '../domain/commitment.ts';
import { busyOf, claim, moveCommitment } from '../ledger/ledger.ts';
import { ledgerTables } from '../migrations/001_ledger.ts';
import { ledgerGuards } from '../migrations/002_ledgerGuards.ts';

/** The tables of the ledger alone. */
export const ledgerOnly = definePlugin({
  ref: apiRef('calendar'),
  home: new URL('../', import.meta.url),
  migrations: [ledgerTables, ledgerGuards],
  start: () => ({ api: {} }),
});

export const morning = new Date('2026-09-01T08:00:00Z');

/** `at(90)` is an hour and a half after the first morning. */
export const at = (minutes: number): Date => new Date(morning.getTime() + minutes * 60_000);

export const between = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

/** A lesson that takes these subjects between two minutes. */
export const lesson = (from: number, to: number, ...subjects: string[]) => ({
  source: { plugin: 'timetable', entityId: v7() },
  interval: between(from, to),
  subjects,
});

/** What a suite about the ledger works with: one database, and new people for every test. */
export class LedgerFixture {
  readonly database: Database;
  now = morning;
  ana = '';
  leo = '';
  eva = '';

  constructor(database: Database) {
    this.database = database;
  }

  /** New people, whom nothing takes, on the first morning. */
  renew(): void {
    [this.ana, this.leo, this.eva] = [v7(), v7(), v7()];
    this.now = morning;
  }

  /** Runs a command in a transaction of its own. */
  write<T>(work: (scope: WriteScope) => Promise<T>): Promise<T> {
    const scopes = createScopes({
      database: this.database,
      clock: () => this.now,
      newId: v7,
      beforeCommit: async () => undefined,
      afterCommit: () => undefined,
    });
    return scopes.inWrite(system, work);
  }

  take(wanted: NewCommitment): Promise<Commitment> {
    return this.write((scope) => claim(scope, wanted));
  }

  move(id: string, from: number, to: number): Promise<Commitment> {
    return this.write((scope) => moveCommitment(scope, id, between(from, to)));
  }

  /** When somebody is taken, in minutes since the first morning. */
  async takenOf(subjectId: string): Promise<readonly (readonly number[])[]> {
    const scope = { db: this.database.reader, now: this.now };
    const busy = await busyOf(scope, [subjectId], at(-100_000), at(100_000));
    const minutes = (one: Date) => (one.getTime() - morning.getTime()) / 60_000;
    return busy.map(({ startsAt, endsAt }) => [minutes(startsAt), minutes(endsAt)]);
  }
}

/** How many pairs of claims take one subject at the same time, asked of the table itself. */
export async function doubleBookings({ reader }: Database): Promise<number> {
  const [row] = await reader('calendar_claim as a')
    .join('calendar_claim as b', (on) =>
      on
        .on('a.subjectId', 'b.subjectId')
        .on('a.commitmentId', '<', 'b.commitmentId')
        .on('a.startsAt', '<', 'b.endsAt')
        .on('b.startsAt', '<', 'a.endsAt'),
    )
    .count({ pairs: '*' });
  return Number(row?.pairs);
}

/** Defines a suite about the ledger on each database. */
export function eachLedger(title: string, define: (fixture: () => LedgerFixture) => void): void {
  eachDatabase(title, (open) => {
    let fixture: LedgerFixture;
    before(async () => {
      fixture = new LedgerFixture(await open([ledgerOnly]));
    });
    beforeEach(() => fixture.renew());
    define(() => fixture);
  });
}

/** The problem that a promise is refused with; anything else fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const reason = await work.then(
    () => undefined,
    (one: unknown) => one,
  );
  if (reason instanceof Problem) return reason;
  throw reason ?? new Error('was not refused');
}
