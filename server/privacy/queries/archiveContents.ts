import { actorOfPerson, type GrantSource } from '../../access/loadActor.ts';
import type { FilesApi } from '../../files/api.ts';
import type { Language } from '../../host/language.ts';
import { dateTime } from '../../host/readableValues.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleApi } from '../../people/api.ts';
import { type Packed, packFiles } from '../domain/archive.ts';
import { archiveUnknown } from '../problems.ts';
import type { PersonExport } from '../schemas.ts';
import type { ArchiveRow } from '../store/archives.ts';
import { type ExportParts, exportOf } from './exportOf.ts';

type File = PersonExport['files'][number];

export interface ContentParts extends ExportParts {
  readonly files: Pick<FilesApi, 'filesAbout' | 'fileAbout'>;
  readonly people: Pick<PeopleApi, 'peopleByIds'>;
  installed(): { readonly grantSources: readonly GrantSource[]; readonly texts: Texts };
}

/** What goes into an archive, in the order in which it is found there. */
export interface ArchiveContents {
  /** What the archive is called, without an ending. */
  readonly name: string;
  readonly readme: { readonly path: string; readonly text: string };
  readonly data: { readonly path: string; readonly text: string };
  readonly files: readonly Packed<File>[];
}

/** Everything about a person, as whoever asked for the archive may take it out now; for the person to read. */
export async function archiveContents(
  scope: ReadScope,
  parts: ContentParts,
  { personId, ownerId, madeAt }: ArchiveRow,
): Promise<ArchiveContents> {
  const { texts, grantSources } = parts.installed();
  const actor = await actorOfPerson({ db: scope.db, personId: ownerId, sessionId: '', now: scope.now }, grantSources);
  const [person] = await parts.people.peopleByIds(scope.db, [personId]);
  if (!actor || !person) throw new Problem(archiveUnknown);
  const exported = await exportOf(parts)({ ...scope, actor }, personId);
  const say = saying(texts, person.language);
  const { packed, leftOut } = packFiles(exported.files, say('files'));
  const pathOf = new Map(packed.map(({ file, path }) => [file.id, path]));
  const data = { ...exported, files: exported.files.map((file) => ({ ...file, path: pathOf.get(file.id) ?? null })) };
  const facts = { name: person.name, at: dateTime(madeAt, person.language, person.zone) };
  const lines = [
    say('title', facts),
    '',
    say('what'),
    say('data'),
    packed.length > 0 ? say('filesWhat', { folder: say('files'), count: packed.length }) : say('noFiles'),
    ...(leftOut.length > 0 ? ['', say('leftOut'), ...leftOut.map(({ name }) => `- ${name}`)] : []),
    '',
    say('care'),
  ];
  return {
    name: say('name', { name: person.name }),
    readme: { path: `${say('readme')}.txt`, text: `\uFEFF${lines.join('\r\n')}\r\n` },
    data: { path: 'data.json', text: JSON.stringify(data, null, 2) },
    files: packed,
  };
}

const saying =
  (texts: Texts, language: Language) =>
  (key: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const text = texts.say(language, 'privacy', `archive.inside.${key}`, values);
    if (text === undefined) throw new Error(`Archives have no text ${key} in ${language}`);
    return text;
  };
