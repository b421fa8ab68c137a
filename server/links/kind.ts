import type { TextValue } from '../host/readableValues.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

/** What the page of a link shows before anything is decided: values for the texts of its kind. */
export type LinkValues = Readonly<Record<string, TextValue>>;

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
  /** Does what was chosen, as the link's person and with that person's rights; it may refuse with a problem. */
  decide(scope: WriteScope, subject: string, choice: string): Promise<unknown>;
}

export const defineLink = (kind: LinkKind): LinkKind => kind;
