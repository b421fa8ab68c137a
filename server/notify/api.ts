import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

/** A notice to several people; each gets it once. */
export interface NewNotice {
  readonly personIds: readonly string[];
  /** `<plugin>.<name>`; its text is `notices.<name>` in the plugin's locales. */
  readonly kind: `${string}.${string}`;
  /** The child it is about. The client always names that child, so that a guardian of two is never in doubt. */
  readonly aboutPersonId?: string;
  /** Values of the text's placeholders: only what every receiver may see. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  /** Path within the client: `/timetable/week/2026-W36`. */
  readonly link: `/${string}`;
  /** The same key is told once per person, however often it is asked for: `lesson-moved:<lessonId>:<revision>`. */
  readonly dedupeKey: string;
}

export interface NotifyApi {
  tell(scope: WriteScope, notice: NewNotice): Promise<void>;
  /** Of these people, those in whose quiet hours this moment lies, and when they end. What can wait should. */
  quietAmong(scope: ReadScope, personIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
}

export const notifyApi = apiRef<NotifyApi>('notify');
