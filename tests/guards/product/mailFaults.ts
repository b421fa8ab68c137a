import { languages } from '../../../server/host/language.ts';
import { composeMail } from '../../../server/mail/compose/composeMail.ts';
import type { MailKind, MailValues } from '../../../server/mail/kind.ts';
import { type MailTemplate, templateOf } from '../../../server/mail/templates.ts';
import { placeholdersOf } from '../../../server/markdown/fillMarkdown.ts';
import type { Started } from './pluginFaults.ts';

/** What is wrong with the mails that plugins declare: each must be written in every language, with the same placeholders. */
export const mailFaults = (all: readonly Started[], read: typeof templateOf = templateOf): string[] =>
  all.flatMap(({ plugin, parts }) =>
    (parts.mails ?? []).flatMap((kind) => [
      ...(kind.id.startsWith(`${plugin.ref.plugin}.`)
        ? []
        : [`mail ${kind.id} does not begin with ${plugin.ref.plugin}.`]),
      ...faultsOf(kind, read),
    ]),
  );

function faultsOf(kind: MailKind<unknown>, read: typeof templateOf): string[] {
  const told = (fault: string) => `mail ${kind.id}: ${fault}`;
  const parsed = kind.data.safeParse(kind.sample);
  if (!parsed.success) return [told(`its sample does not parse: ${parsed.error.message}`)];
  const values = kind.sampleValues ?? valuesIn(parsed.data);
  return languages.flatMap((language) => {
    let template: MailTemplate;
    try {
      template = read(kind.id, language);
    } catch {
      return [told(`is not written in ${language}`)];
    }
    const used = new Set(placeholdersOf(`${template.subject}\n${template.body}`));
    const rendered = composeMail({
      template,
      values,
      language,
      zone: 'UTC',
      publicUrl: 'https://x.example',
      footer: '',
    });
    return [
      ...(template.subject && template.body ? [] : [told(`has no subject or no text in ${language}`)]),
      ...[...used]
        .filter((name) => !(name in values))
        .map((name) => told(`${language} asks for {{${name}}}, which it is not given`)),
      ...Object.keys(values)
        .filter((name) => !used.has(name))
        .map((name) => told(`${language} does not use {{${name}}}`)),
      ...(/\{\{|undefined|\[object/.test(rendered.subject + rendered.text + rendered.html)
        ? [told(`is not filled in ${language}`)]
        : []),
    ];
  });
}

const valuesIn = (data: unknown): MailValues => (typeof data === 'object' && data !== null ? { ...data } : {});
