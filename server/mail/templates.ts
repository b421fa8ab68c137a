import { readFileSync } from 'node:fs';
import type { Language } from '../host/language.ts';

/** The source of one mail in one language. */
export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

/** `templates` beside `server`, in the sources as in the build. */
const home = new URL('../../templates/', import.meta.url);

const read = new Map<string, MailTemplate>();

/** The template of a kind, `<plugin>.<name>`; a missing file is a defect that a guard finds. */
export function templateOf(kind: string, language: Language): MailTemplate {
  const key = `${kind} ${language}`;
  const known = read.get(key);
  if (known) return known;
  const [plugin = '', name = ''] = kind.split('.');
  const text = readFileSync(new URL(`${plugin}/mail/${name}.${language}.md`, home), 'utf8');
  const [subject = '', ...rest] = text.split('\n');
  const template = { subject: subject.trim(), body: rest.join('\n').trim() };
  read.set(key, template);
  return template;
}
