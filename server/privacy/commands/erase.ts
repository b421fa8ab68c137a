import type { TablePrivacy } from '../../host/privacy.ts';
import type { WriteScope } from '../../host/scope.ts';
import { accessEnded, personChanged } from '../../people/api.ts';
import { personErased } from '../events.ts';
import { insertErasure } from '../store/erasures.ts';
import { eraseRows } from '../store/rows.ts';

/**
 * Erases a person from every table, as each declares; what stays names nobody. Children of tables come after
 * their parents in the declarations, so they are erased in the opposite order. Doing it twice changes nothing.
 */
export const erase =
  (tables: () => readonly TablePrivacy[]) =>
  async (scope: WriteScope, personId: string): Promise<void> => {
    for (const table of tables().toReversed()) await eraseRows(scope.db, table, personId);
    const erasedById = scope.actor.personId || null;
    await insertErasure(scope.db, { personId, erasedAt: scope.now, erasedById });
    scope.emit(accessEnded, { personId });
    scope.emit(personChanged, { personId });
    scope.emit(personErased, { personId });
  };
