import type { z } from 'zod';
import type { Language } from '../host/language.ts';
import type { TextValue } from '../host/readableValues.ts';
import type { ReadScope } from '../host/scope.ts';

/** One entry of a list in a mail. */
export interface MailItem {
  readonly text: string;
  /** Address, or path of the client. */
  readonly href?: string;
  /** Entries with the same word here stand below it as their heading. */
  readonly under?: string;
}

/** A text that somebody wrote, in simple Markdown. */
export interface MailText {
  readonly markdown: string;
}

/** What stands for the placeholders of a mail. Instants and dates are written for the receiver; a list or text stands in a paragraph of its own. */
export type MailValues = Readonly<Record<string, TextValue | readonly MailItem[] | MailText>>;

/** Who gets a mail, as known in the moment of sending. */
export interface Recipient {
  /** Empty for somebody who is not on file yet. */
  readonly personId: string;
  readonly language: Language;
  readonly zone: string;
}

/**
 * A kind of mail. Its texts are `templates/<plugin>/mail/<name>.<language>.md`: the first line is the subject, the rest the
 * body in simple Markdown with `{{placeholders}}`. A paragraph that is only a link becomes a button.
 */
export interface MailKind<D> {
  /** `<plugin>.<name>`. */
  readonly id: string;
  readonly data: z.ZodType<D>;
  /** Must parse; guards render every kind with it. */
  readonly sample: D;
  /** The values of the sample, where `valuesOf` makes them from what is stored. */
  readonly sampleValues?: MailValues;
  /**
   * Decides in the moment of sending whether this person may still be told, and what. Without it the data are the values.
   * Undefined: the mail is dropped.
   */
  valuesOf?(scope: ReadScope, recipient: Recipient, data: D): Promise<MailValues | undefined>;
  /** What goes around the text: how it is switched off, where answers go, and whether this is a good moment at all. */
  extrasOf?(scope: ReadScope, recipient: Recipient, data: D): Promise<MailExtras>;
}

/** What a mail has beside its text. */
export interface MailExtras {
  /** Not now: tried again at this moment. */
  readonly waitUntil?: Date;
  /** Address that switches such mails off by one POST (RFC 8058), and leads to a page when opened. */
  readonly stopUrl?: string;
  /** Below the text, in simple Markdown. */
  readonly footer?: string;
  /** Where answers land: an owner that a plugin declares in its `mailReplies`, and the thing's key. */
  readonly reply?: { readonly owner: string; readonly key: string };
}

/** A kind whose data are its values. */
export const defineMail = <D extends MailValues>(
  kind: Omit<MailKind<D>, 'valuesOf' | 'sampleValues' | 'extrasOf'>,
): MailKind<D> => kind;

/** A kind that looks up at delivery what may be told. */
export const defineLateMail = <D>(
  kind: MailKind<D> & Required<Pick<MailKind<D>, 'valuesOf' | 'sampleValues'>>,
): MailKind<D> => kind;
