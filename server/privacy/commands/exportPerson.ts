import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { type ExportParts, exportOf } from '../queries/exportOf.ts';
import type { PersonExport } from '../schemas.ts';

export interface ExportingParts extends ExportParts {
  readonly audit: AuditApi;
}

/** Takes out everything that is kept about a person; that it was taken out is kept too. */
export const exportPerson =
  ({ audit, ...parts }: ExportingParts) =>
  async (scope: WriteScope, personId: string): Promise<PersonExport> => {
    const exported = await exportOf(parts)(scope, personId);
    await audit.record(scope, {
      act: 'privacy.person-exported',
      aboutPersonId: personId,
      entity: 'people.person',
      entityId: personId,
    });
    return exported;
  };
