import type { WriteScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { Problem } from '../../http/problem.ts';
import { partsOfChoice } from '../kind.ts';
import { linkText } from '../linkText.ts';
import { type LinkParts, openLinkToUse } from '../opening.ts';
import { choiceUnknown, linkUsed } from '../problems.ts';
import type { LinkChoice, LinkDone } from '../schemas.ts';
import { markUsed } from '../store/links.ts';

/** Does what was chosen, once. When that is refused, the link stays as it was. */
export async function useLink(
  parts: LinkParts & { texts(): Texts },
  scope: WriteScope,
  token: string,
  { choice }: LinkChoice,
): Promise<LinkDone> {
  const { row, kind } = await openLinkToUse(parts, scope, token);
  const { key, value } = partsOfChoice(choice);
  const isKnown = value === '' ? kind.choices.includes(choice) : kind.openKeys?.includes(key);
  if (!isKnown) throw new Problem(choiceUnknown);
  if ((await markUsed(scope.db, row.id, choice, scope.now)) === 0) throw new Problem(linkUsed, { choice });
  await kind.decide(scope, row.subject, choice);
  return { choice, done: linkText(parts.texts(), scope.actor.language, kind)(`done.${key}`) };
}
