import { daysOf, readableValues, type TextValue } from '../../host/readableValues.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { literal } from '../../markdown/fillMarkdown.ts';
import type { NoteReader } from '../api.ts';
import type { ProgressSection, SectionLine, StudentWeek } from '../section.ts';

export interface NoteParts {
  readonly sections: readonly ProgressSection[];
  readonly texts: Texts;
}

interface Told {
  readonly id: string;
  readonly lines: readonly SectionLine[];
}

/** Asks every plugin once, and writes its answers for each of the readers. A text that is missing is a defect. */
export async function noteOf(
  { sections, texts }: NoteParts,
  scope: ReadScope,
  about: StudentWeek & { readonly remark: string },
  readers: readonly NoteReader[],
): Promise<string> {
  const told: Told[] = [];
  for (const { id, linesOf } of sections.toSorted((a, b) => a.order - b.order))
    told.push({ id, lines: await linesOf(scope, about) });
  const each = oneOfEachLanguage(readers).map((reader) => writtenFor(texts, reader, about, told));
  const remark = about.remark.trim();
  return [...(remark ? [remark] : []), ...each].join('\n\n---\n\n');
}

const oneOfEachLanguage = (readers: readonly NoteReader[]): readonly NoteReader[] => [
  ...new Map(readers.map((reader) => [reader.language, reader])).values(),
];

function writtenFor(
  texts: Texts,
  { language, zone }: NoteReader,
  { fromOn, untilOn }: StudentWeek,
  told: readonly Told[],
): string {
  const say = (plugin: string, key: string, values: Readonly<Record<string, TextValue>> = {}): string => {
    const text = texts.say(language, plugin, key, readableValues(values, language, zone));
    if (text === undefined) throw new Error(`Progress note: no text ${plugin} ${key} in ${language}`);
    return literal(text);
  };
  const parts = told
    .filter(({ lines }) => lines.length > 0)
    .map(({ id, lines }) => {
      const [plugin = '', section = ''] = id.split('.');
      const at = `progress.${section}`;
      const items = lines.map(({ key, values }) => `- ${say(plugin, `${at}.${key}`, values)}`);
      return `**${say(plugin, `${at}.title`)}**\n\n${items.join('\n')}`;
    });
  const week = `### ${say('progress-note', 'note.week', { days: daysOf(fromOn, untilOn) })}`;
  const body = parts.length > 0 ? parts : [say('progress-note', 'note.nothing')];
  return [week, ...body].join('\n\n');
}
