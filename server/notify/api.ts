import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { MailExtras, Recipient } from '../mail/api.ts';
import type { QuietChoice } from './domain/quietHours.ts';

export type { QuietChoice } from './domain/quietHours.ts';
// biome-ignore lint/performance/noBarrelFile: an api is the one place that re-exports
export { channelFailed } from './events.ts';

/** A notice to several people; each gets it once. */
export interface NewNotice {
  readonly personIds: readonly string[];
  /** `<plugin>.<name>`; its text is `notices.<name>` in the plugin's locales, its area what the plugin's `notices` says. */
  readonly kind: `${string}.${string}`;
  /** The child it is about. The client always names that child, so that a guardian of two is never in doubt. */
  readonly aboutPersonId?: string;
  /** Values of the text's placeholders: only what every receiver may see. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  /** Path within the client: `/timetable/week/2026-W36`. */
  readonly link: `/${string}`;
  /** A mail of its own goes out about it, so it does not go out with the gathered ones as well. */
  readonly isMailedApart?: true;
  /** The same key is told once per person, however often it is asked for: `lesson-moved:<lessonId>:<revision>`. */
  readonly dedupeKey: string;
  /** Several of its kind within minutes become one while nobody has seen them; takes the place of `dedupeKey`. */
  readonly grows?: Growth;
  /** Goes out at once, quiet hours or not. Refused with `notify/urgent-refused` to those whose role may not; written down in the audit. */
  readonly urgent?: Urgent;
  /** Where an answer by mail lands: an `owner` that a plugin declares in its `mailReplies`, and the thing's key there. */
  readonly reply?: { readonly owner: string; readonly key: string };
}

/** How notices about several things of a kind are told as one. */
export interface Growth {
  /** What they have in common: `timetable.school-changed:<homeSchoolId>`. */
  readonly key: string;
  /** The one that this notice is about; told again within the minutes, it is still one. */
  readonly thing: string;
  /** The words for so many of them, two or more. */
  as(count: number): Pick<NewNotice, 'kind' | 'params' | 'link'>;
}

export interface Urgent {
  /** In the words of the one who decided; shown to everybody who gets the notice. */
  readonly reason: string;
  /** Who decided, for reactions, which act as the system; the actor unless told. */
  readonly byPersonId?: string;
}

export interface MailedApart {
  readonly personId: string;
  readonly dedupeKey: string;
  readonly mailId: string;
}

export interface NotifyApi {
  tell(scope: WriteScope, notice: NewNotice): Promise<void>;
  /** Of these people, those who can be reached by mail and want mails about such notices, whenever that is. */
  mailedAmong(scope: ReadScope, kind: NewNotice['kind'], personIds: readonly string[]): Promise<readonly string[]>;
  /** Whether the actor may tell something at once, quiet hours or not. */
  mayUrge(scope: Pick<ReadScope, 'actor'>): boolean;
  /** Remembers in which mail of its own a notice went out, for the page that says why it came. */
  mailedApart(scope: WriteScope, mailed: MailedApart): Promise<void>;
  /**
   * For the delivery of a mail of its own about a notice: whether this person may still hear of it, decided anew, and what goes
   * around the mail: quiet hours, why it came, how to switch such mails off, where an answer lands.
   */
  aroundApart(scope: ReadScope, recipient: Recipient, dedupeKey: string): Promise<MailExtras | undefined>;
  /** Of these people, those in whose quiet hours this moment lies, and when they end. What can wait should. */
  quietAmong(scope: ReadScope, personIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  /** When people do not want to be disturbed, of everybody who has said so. */
  allQuietChoices(scope: Pick<ReadScope, 'db'>): Promise<ReadonlyMap<string, QuietChoice>>;
  /** Stores what many people want, for imports. Asks for no rights. */
  saveQuietChoices(scope: WriteScope, choices: ReadonlyMap<string, QuietChoice>): Promise<void>;
}

export const notifyApi = apiRef<NotifyApi>('notify');
