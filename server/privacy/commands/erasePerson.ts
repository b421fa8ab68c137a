import type { AuditApi } from '../../audit/api.ts';
import { folded } from '../../host/folded.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { SchoolApi } from '../../school/api.ts';
import type { Line } from '../erasureLog.ts';
import { erasePerson as mayErase } from '../permissions.ts';
import { nameDiffers, stillActive } from '../problems.ts';

export interface ErasingParts {
  readonly audit: AuditApi;
  readonly school: Pick<SchoolApi, 'personAs'>;
  readonly erase: (scope: WriteScope, personId: string) => Promise<void>;
  /** Writes the erasure down beside the database. */
  readonly log: JobKind<Line>;
}

/** Erases somebody who was made inactive before; `name` is typed by whoever does it, to confirm. */
export const erasePerson =
  ({ audit, school, erase, log }: ErasingParts) =>
  async (scope: WriteScope, personId: string, name: string): Promise<void> => {
    const person = await school.personAs(scope, mayErase, personId);
    if (person.isActive) throw new Problem(stillActive);
    if (folded(name.trim()) !== folded(person.name)) throw new Problem(nameDiffers, { field: 'name' });
    await erase(scope, personId);
    await audit.record(scope, { act: 'privacy.person-erased', entity: 'people.person', entityId: personId });
    scope.enqueue(log, { personId, erasedAt: scope.now.toISOString() });
  };
