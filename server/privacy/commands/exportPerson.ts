import type { AuditApi } from '../../audit/api.ts';
import type { TablePrivacy } from '../../host/privacy.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { SchoolApi } from '../../school/api.ts';
import { exportOf } from '../queries/exportOf.ts';
import type { PersonExport } from '../schemas.ts';

export interface ExportingParts {
  readonly audit: AuditApi;
  readonly school: Pick<SchoolApi, 'personAs'>;
  readonly tables: () => readonly TablePrivacy[];
}

/** Takes out everything that is kept about a person; that it was taken out is kept too. */
export const exportPerson =
  ({ audit, school, tables }: ExportingParts) =>
  async (scope: WriteScope, personId: string): Promise<PersonExport> => {
    const exported = await exportOf(tables, school)(scope, personId);
    await audit.record(scope, {
      act: 'privacy.person-exported',
      aboutPersonId: personId,
      entity: 'people.person',
      entityId: personId,
    });
    return exported;
  };
