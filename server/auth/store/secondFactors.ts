import type { Knex } from 'knex';

export interface SecondFactorRow {
  readonly secretSealed: string;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
}

export const secondFactorOf = (db: Knex, accountId: string): Promise<SecondFactorRow | undefined> =>
  db('auth_second_factor').where({ accountId }).first('secretSealed', 'confirmedAt', 'lastStep');

/** Stores a secret that is still to be confirmed. False when there is a confirmed one. */
export async function offerSecret(db: Knex, accountId: string, secretSealed: string, now: Date): Promise<boolean> {
  const row = { secretSealed, madeAt: now, confirmedAt: null, lastStep: 0 };
  const stored: unknown[] = await db('auth_second_factor')
    .insert({ accountId, ...row })
    .onConflict('accountId')
    .merge(row)
    .whereNull('auth_second_factor.confirmedAt')
    .returning('accountId');
  return stored.length > 0;
}

/** Takes the code of a step; false when it or a later one was taken before. */
export const takeStep = async (db: Knex, accountId: string, step: number): Promise<boolean> =>
  (await db('auth_second_factor').where({ accountId }).where('lastStep', '<', step).update({ lastStep: step })) > 0;

export const confirmSecret = async (db: Knex, accountId: string, now: Date): Promise<boolean> =>
  (await db('auth_second_factor').where({ accountId, confirmedAt: null }).update({ confirmedAt: now })) > 0;

export async function removeSecondFactor(db: Knex, accountId: string): Promise<boolean> {
  await db('auth_recovery_code').where({ accountId }).delete();
  return (await db('auth_second_factor').where({ accountId }).delete()) > 0;
}

export async function replaceRecoveryCodes(
  db: Knex,
  accountId: string,
  codes: readonly { readonly id: string; readonly codeHash: string }[],
): Promise<void> {
  await db('auth_recovery_code').where({ accountId }).delete();
  await db('auth_recovery_code').insert(codes.map((code) => ({ ...code, accountId })));
}

/** Uses a recovery code up; false when there is none such or it was used before. */
export const useRecoveryCode = async (db: Knex, accountId: string, codeHash: string, now: Date): Promise<boolean> =>
  (await db('auth_recovery_code').where({ accountId, codeHash, usedAt: null }).update({ usedAt: now })) > 0;

export async function recoveryCodesLeft(db: Knex, accountId: string): Promise<number> {
  const row: { total?: number | string } | undefined = await db('auth_recovery_code')
    .where({ accountId, usedAt: null })
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}

export async function accountIdsWithSecondFactor(
  db: Knex,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { accountId: string }[] = await db('auth_second_factor')
    .whereIn('accountId', accountIds)
    .whereNotNull('confirmedAt')
    .select('accountId');
  return new Set(rows.map(({ accountId }) => accountId));
}
