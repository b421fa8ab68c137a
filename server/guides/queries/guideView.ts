import { may } from '../../access/actor.ts';
import type { DocumentsApi } from '../../documents/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import type { Language } from '../../host/language.ts';
import type { ReadScope } from '../../host/scope.ts';
import { textBlocks } from '../../markdown/textBlocks.ts';
import type { PeopleApi } from '../../people/api.ts';
import { guideDocument } from '../guideDocument.ts';
import { ownText } from '../ownText.ts';
import { editGuides } from '../permissions.ts';
import { type Audience, audiences, type GuideList, type GuideVersions, type GuideView } from '../schemas.ts';
import { latestVersion, versionsOf } from '../store/versions.ts';

/** The title is the first line, whether or not it is marked as a heading. */
export function titleAndBody(source: string): { readonly title: string; readonly body: string } {
  const [first = '', ...rest] = source.trim().split('\n');
  return { title: first.replace(/^#+\s*/, '').trim(), body: rest.join('\n').trim() };
}

const textOf = async (scope: ReadScope, audience: Audience, language: Language) => {
  const own = await latestVersion(scope.db, audience, language);
  return {
    source: own?.source ?? ownText(audience, language),
    revision: own?.revision ?? 0,
    changedAt: own?.changedAt ?? null,
  };
};

/** A guide in the reader's language, or the one asked for: as the school wrote it, otherwise as it came. */
export async function guideView(
  scope: ReadScope,
  audience: Audience,
  language = scope.actor.language,
): Promise<GuideView> {
  const { source, revision, changedAt } = await textOf(scope, audience, language);
  const { title, body } = titleAndBody(source);
  return {
    ...{ audience, language, title, source, revision },
    blocks: textBlocks(body),
    changedAt: changedAt?.toISOString() ?? null,
    may: { edit: may(scope.actor, editGuides) },
  };
}

const rolesOf: Readonly<Record<Audience, readonly string[]>> = {
  student: ['student'],
  guardian: ['guardian'],
  teacher: ['teacher'],
  tutor: ['tutor', 'lead-tutor'],
};

/** All guides, those of the reader's own roles first. */
export async function listGuides(scope: ReadScope): Promise<GuideList> {
  const roles = new Set<string>(scope.actor.grants.map(({ role }) => role));
  const items = [];
  for (const audience of audiences) {
    const { source } = await textOf(scope, audience, scope.actor.language);
    const isMine = rolesOf[audience].some((role) => roles.has(role));
    items.push({ audience, title: titleAndBody(source).title, isMine });
  }
  return { items: [...items.filter(({ isMine }) => isMine), ...items.filter(({ isMine }) => !isMine)] };
}

/** What the school made of a guide over time, newest first. */
export async function guideVersions(
  scope: ReadScope,
  people: PeopleApi,
  audience: Audience,
  language = scope.actor.language,
): Promise<GuideVersions> {
  const versions = await versionsOf(scope.db, audience, language);
  const authors = await people.peopleByIds(
    scope.db,
    versions.flatMap(({ changedById }) => changedById ?? []),
  );
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return {
    items: versions.map(({ revision, source, changedAt, changedById }) => ({
      ...{ revision, source },
      changedAt: changedAt.toISOString(),
      changedBy: changedById ? (names.get(changedById) ?? null) : null,
    })),
  };
}

/** The guide on paper. */
export async function printGuide(
  scope: ReadScope,
  documents: DocumentsApi,
  audience: Audience,
  language = scope.actor.language,
): Promise<FileReply> {
  const { source, changedAt } = await textOf(scope, audience, language);
  const rendering = { data: { source }, language, zone: scope.actor.zone, madeAt: changedAt ?? new Date(0) };
  const content = await documents.render(guideDocument, rendering);
  return {
    fileName: `${titleAndBody(source).title}.pdf`,
    mediaType: 'application/pdf',
    disposition: 'attachment',
    content,
    length: content.length,
  };
}
