import type { WriteScope } from '../host/scope.ts';
import type { AuditedAct } from './api.ts';
import { insertEntry } from './store/entries.ts';

/** Stores with the transaction that the acting person did something. */
export async function recordAct(scope: WriteScope, act: AuditedAct): Promise<void> {
  const { aboutPersonId, detail, isForStaff = false, ...rest } = act;
  await insertEntry(scope.db, {
    ...rest,
    isForStaff,
    id: scope.newId(),
    happenedAt: scope.now,
    actorId: scope.actor.personId || null,
    aboutPersonId: aboutPersonId ?? null,
    detail,
  });
}
