import type { TextValue } from '../host/readableValues.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

/** What the page of a link shows before anything is decided: values for the texts of its kind. */
export type LinkValues = Readonly<Record<string, TextValue>>;

/** A choice that depends on the thing, such as another time: `value` comes back with it. */
export interface OpenChoice {
  /** Its texts: `choices.<key>`, filled with `values`, and `done.<key>`. */
  readonly key: string;
  /** Short and without secrets: it stands in the page. */
  readonly value: string;
  readonly values: LinkValues;
}

/** How an open choice is named in requests: `other=2026-09-10T10:00`. */
export const openChoiceId = ({ key, value }: Pick<OpenChoice, 'key' | 'value'>): string => `${key}=${value}`;

/** Key and value of a choice; the value is empty for one that is always there. */
export function partsOfChoice(choice: string): { readonly key: string; readonly value: string } {
  const at = choice.indexOf('=');
  return at < 0 ? { key: choice, value: '' } : { key: choice.slice(0, at), value: choice.slice(at + 1) };
}

/**
 * Something that a person may decide from a mail without signing in. Its texts are in the plugin's locales, under
 * `links.<name>`: `title` and `question` with the placeholders that `show` fills, and for each choice
 * `choices.<choice>` (a verb, for the button) and `done.<choice>` (what has happened).
 */
export interface LinkKind {
  /** `<plugin>.<name>`. */
  readonly id: `${string}.${string}`;
  /** What may be decided; the first is the one most wanted. */
  readonly choices: readonly [string, ...string[]];
  /**
   * What is asked, or undefined when nothing is to be decided any more. Nothing may stand here that the mail did not
   * tell: whoever has the mail sees it. Runs as the link's person.
   */
  show(scope: ReadScope, subject: string): Promise<LinkValues | undefined>;
  /** Keys of choices that depend on the thing. */
  readonly openKeys?: readonly string[];
  /** Those choices now; `decide` is given `key=value` and judges the value anew. Runs as the link's person. */
  more?(scope: ReadScope, subject: string): Promise<readonly OpenChoice[]>;
  /** Does what was chosen, as the link's person and with that person's rights; it may refuse with a problem. */
  decide(scope: WriteScope, subject: string, choice: string): Promise<unknown>;
}

export const defineLink = (kind: LinkKind): LinkKind => kind;
