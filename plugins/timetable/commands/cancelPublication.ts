import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { publicationToSee } from '../access/publicationAs.ts';
import type { Apis } from '../apis.ts';
import { publishJob } from '../jobs/publishJob.ts';
import { publicationDone } from '../problems.ts';
import type { PublicationStarted } from '../schemas/publications.ts';
import { lockPublication, type Publication, setPublicationState } from '../store/publications.ts';

/** Stops a publication that is not whole yet; a job takes back what it did so far. */
export async function cancelPublication(apis: Apis, scope: WriteScope, id: string): Promise<PublicationStarted> {
  await publicationToSee(apis.school, scope, id);
  const publication = await lockPublication(scope.db, id);
  if (!publication || publication.state === 'published') throw new Problem(publicationDone, { id });
  const jobId = await removePublication(apis, scope, publication);
  await apis.audit.record(scope, {
    act: 'timetable.publication-cancelled',
    entity: 'timetable.publication',
    entityId: id,
  });
  return { id, jobId, number: publication.number, state: 'removing' };
}

/** Has a job take the publication away. Returns the job's id. */
export async function removePublication(apis: Apis, scope: WriteScope, { id }: Publication): Promise<string> {
  const jobId = scope.enqueue(publishJob(apis), { publicationId: id });
  await setPublicationState(scope.db, id, { state: 'removing', jobId });
  return jobId;
}
