import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { NewMail } from '../api.ts';
import type { MailKind } from '../kind.ts';
import { mailIsOff } from '../problems.ts';
import { insertMessages, type MessageRow } from '../store/messages.ts';

/** Puts mails into the outbox and wakes who sends them after the commit. */
export const send =
  (isOn: boolean, deliver: JobKind<Record<string, never>>) =>
  async <D>(scope: WriteScope, kind: MailKind<D>, mails: readonly NewMail<D>[]): Promise<readonly string[]> => {
    if (!isOn) throw new Problem(mailIsOff);
    const rows = mails.map(
      ({ to, data, dedupeKey }): MessageRow => ({
        id: scope.newId(),
        kind: kind.id,
        personId: 'personId' in to ? to.personId : null,
        address: 'address' in to ? to.address : null,
        language: 'language' in to ? to.language : null,
        data: kind.data.parse(data),
        dedupeKey: dedupeKey ?? null,
        at: scope.now,
      }),
    );
    if ((await insertMessages(scope.db, rows)) > 0) scope.enqueue(deliver, {});
    return rows.map(({ id }) => id);
  };
