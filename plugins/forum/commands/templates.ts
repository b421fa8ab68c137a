import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { refusing } from '../../../server/http/refusing.ts';
import type { Apis } from '../apis.ts';
import { nothingWritten, templateUnknown } from '../problems.ts';
import { templateViews } from '../queries/templates.ts';
import type { TemplateToSave, TemplateView } from '../schemas/templates.ts';
import { insertTemplate, insertVersion, retireTemplate, type TemplateRow, versionsOf } from '../store/templates.ts';

/** A template in no language is none. */
async function saved(
  scope: WriteScope,
  apis: Apis,
  version: Pick<TemplateRow, 'id' | 'revision' | 'textsJson'>,
): Promise<TemplateView> {
  if (Object.values(version.textsJson).every((text) => text === undefined)) throw new Problem(nothingWritten);
  const row = { ...version, savedById: scope.actor.personId, savedAt: scope.now };
  await refusing(insertVersion(scope.db, row), [
    { guard: 'forum_template_version.revision', problem: changedMeanwhile },
  ]);
  const [view] = await templateViews(scope, apis, [row]);
  if (!view) throw new Error('A template has no view');
  return view;
}

/** Keeps a letter as a template for everybody who writes letters. */
export async function addTemplate(scope: WriteScope, apis: Apis, { texts }: TemplateToSave): Promise<TemplateView> {
  const id = scope.newId();
  await insertTemplate(scope.db, { id, madeById: scope.actor.personId, madeAt: scope.now });
  return saved(scope, apis, { id, revision: 1, textsJson: texts });
}

/** Keeps a change as the next version; `ifMatch` is the version that its writer saw. */
export async function changeTemplate(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { texts, ifMatch }: TemplateToSave & { readonly ifMatch: number },
): Promise<TemplateView> {
  const [latest] = await versionsOf(scope.db, id, 1);
  if (!latest) throw new Problem(templateUnknown, { id });
  if (latest.revision !== ifMatch) throw new Problem(changedMeanwhile, { revision: latest.revision });
  return saved(scope, apis, { id, revision: latest.revision + 1, textsJson: texts });
}

/** It is offered no more; what it was stays. */
export async function removeTemplate(scope: WriteScope, id: string): Promise<void> {
  if ((await retireTemplate(scope.db, id, scope.now)) === 0) throw new Problem(templateUnknown, { id });
}
