import { readableValues } from '../../host/readableValues.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { Problem } from '../../http/problem.ts';
import { openChoiceId } from '../kind.ts';
import { linkText } from '../linkText.ts';
import { type LinkParts, openLink } from '../opening.ts';
import { linkOver } from '../problems.ts';
import type { LinkView } from '../schemas.ts';

/** What a link asks, in the language and zone of whom it was sent to. Changes nothing, however often it is opened. */
export async function showLink(
  parts: LinkParts & { texts(): Texts },
  scope: ReadScope,
  token: string,
): Promise<LinkView> {
  const { row, kind } = await openLink(parts, scope, token);
  const shown = await kind.show(scope, row.subject);
  if (!shown) throw new Problem(linkOver);
  const { language, zone } = scope.actor;
  const more = (await kind.more?.(scope, row.subject)) ?? [];
  const say = linkText(parts.texts(), language, kind, readableValues(shown, language, zone));
  return {
    language,
    title: say('title'),
    question: say('question'),
    choices: [
      ...kind.choices.map((id) => ({ id, label: say(`choices.${id}`) })),
      ...more.map((one) => ({
        id: openChoiceId(one),
        label: linkText(
          parts.texts(),
          language,
          kind,
          readableValues(one.values, language, zone),
        )(`choices.${one.key}`),
      })),
    ],
    expiresAt: row.expiresAt.toISOString(),
  };
}
