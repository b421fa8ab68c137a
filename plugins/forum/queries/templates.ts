import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { textFor } from '../domain/letterTexts.ts';
import { ownTemplates } from '../ownTemplates.ts';
import { templateUnknown } from '../problems.ts';
import type { TemplateList, TemplateView } from '../schemas/templates.ts';
import { type TemplateRow, templatesNow, versionsOf } from '../store/templates.ts';

type Parts = Pick<Apis, 'people'>;

const most = 100;

/** Templates that the school has saved, then those that came with the product. */
export async function listTemplates(scope: ReadScope, parts: Parts): Promise<TemplateList> {
  const saved = await templateViews(scope, parts, await templatesNow(scope.db, most));
  const own = ownTemplates().map(
    (texts): TemplateView => ({
      ...{ id: null, revision: 0, savedAt: null, savedBy: null },
      title: titleOf(scope, texts),
      texts: { ...texts },
    }),
  );
  return { items: [...saved, ...own] };
}

/** What a template was over time, newest first. */
export async function listTemplateVersions(scope: ReadScope, parts: Parts, id: string): Promise<TemplateList> {
  const rows = await versionsOf(scope.db, id, most);
  if (rows.length === 0) throw new Problem(templateUnknown, { id });
  return { items: await templateViews(scope, parts, rows) };
}

const titleOf = ({ actor }: ReadScope, texts: TemplateRow['textsJson']): string =>
  textFor(texts, actor.language, actor.language)?.title ?? '';

export async function templateViews(
  scope: ReadScope,
  { people }: Parts,
  rows: readonly TemplateRow[],
): Promise<TemplateView[]> {
  const cards = await people.peopleByIds(scope.db, [...new Set(rows.flatMap(({ savedById }) => savedById ?? []))]);
  return rows.map(({ id, revision, textsJson, savedAt, savedById }) => ({
    ...{ id, revision },
    title: titleOf(scope, textsJson),
    texts: { ...textsJson },
    savedAt: savedAt.toISOString(),
    savedBy: cards.find((card) => card.id === savedById)?.name ?? null,
  }));
}
