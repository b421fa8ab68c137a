import type { TablePrivacy } from '../../host/privacy.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { SchoolApi } from '../../school/api.ts';
import { exportPerson } from '../permissions.ts';
import type { PersonExport } from '../schemas.ts';
import { exportedRows } from '../store/rows.ts';

/** Everything that is kept about a person, table by table: one's own, or of somebody whom the actor answers for. */
export const exportOf =
  (tables: () => readonly TablePrivacy[], school: Pick<SchoolApi, 'personAs'>) =>
  async (scope: ReadScope, personId: string): Promise<PersonExport> => {
    if (scope.actor.personId !== personId) await school.personAs(scope, exportPerson, personId);
    const found: PersonExport['tables'] = [];
    for (const table of tables()) {
      if (table.exported.length === 0) continue;
      const rows = await exportedRows(scope.db, table, personId);
      if (rows.length > 0) found.push({ table: table.table, why: table.why, rows: [...rows] });
    }
    return { personId, madeAt: scope.now, tables: found };
  };
