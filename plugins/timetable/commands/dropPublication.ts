import type { WriteScope } from '../../../server/host/scope.ts';
import { changeDraftRow, lockDraft } from '../store/drafts.ts';
import { deletePublication, lockPublication } from '../store/publications.ts';

/** Forgets a publication whose units are all taken back; its draft can be published again. */
export async function dropPublication(scope: WriteScope, id: string): Promise<void> {
  const publication = await lockPublication(scope.db, id);
  if (publication?.state !== 'removing') return;
  await deletePublication(scope.db, id);
  const draft = await lockDraft(scope.db, publication.draftId);
  if (draft?.state === 'published') await changeDraftRow(scope.db, draft, { state: 'draft' });
}
