import { signedIn } from '../../access/permission.ts';
import type { GuidesApi } from '../../guides/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { HelpParts } from '../parts.ts';
import { aboutWhom } from '../queries/aboutWhom.ts';
import type { NewHelpRequest } from '../schemas.ts';
import { ask } from './ask.ts';

/** A question from a page of the product. */
export async function askHelp(
  scope: WriteScope,
  { guides, ...parts }: HelpParts & { readonly guides: GuidesApi },
  { kind, question, studentId, guide }: NewHelpRequest,
): Promise<string> {
  const about = aboutWhom(scope.actor, studentId);
  if (about) await parts.school.studentAs(scope, signedIn, about);
  return ask(scope, parts, {
    kind,
    question,
    ...(about ? { studentId: about } : {}),
    ...(guide ? { origin: { title: await guides.titleOf(scope, guide), link: `/guides/${guide}` } } : {}),
  });
}
