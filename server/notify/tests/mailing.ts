import type { StartApp, TestApp } from '../../../tests/harness/eachApp.ts';
import { type Answer, type MailServer, mailServer } from '../../../tests/harness/mailServer.ts';
import { system } from '../../access/actor.ts';
import type { Config } from '../../config.ts';
import { type NewNotice, notifyApi } from '../api.ts';

export interface Mailing extends TestApp {
  readonly server: MailServer;
  /** Tells of a lesson that was moved, unless something else is told. */
  tell(personIds: readonly string[], over?: Partial<NewNotice>): Promise<void>;
  /** Lets time pass, schedules come due and what they cause run. */
  later(minutes: number): Promise<void>;
  addresses(): string[];
}

export interface MailingOptions {
  readonly answer?: Answer;
  readonly config?: Partial<Config>;
  readonly mail?: Partial<Config['mail']>;
  readonly at?: string;
}

/** An app that sends mail to a server of its own; the caller closes the server. */
export async function withMail(start: StartApp, options: MailingOptions = {}): Promise<Mailing> {
  const server = await mailServer(options.answer);
  const sender = {
    smtpUrl: server.url,
    folder: undefined,
    from: 'Tutoria <tutoria@school.example>',
    requireTls: false,
  };
  const test = await start({
    config: { ...options.config, mail: { ...sender, ...options.mail } },
    ...(options.at ? { at: options.at } : {}),
  });
  // Schedules are due one period after they are first seen.
  await test.settle();
  const tell: Mailing['tell'] = (personIds, over = {}) =>
    test.app.scopes.inWrite(system, (scope) =>
      test.app.api(notifyApi).tell(scope, {
        personIds,
        kind: 'timetable.lesson-moved',
        params: {
          subject: 'Física <b>',
          group: '7A',
          from: '2026-09-08T08:00:00.000Z',
          to: '2026-09-09T10:00:00.000Z',
        },
        link: '/timetable/lessons/1',
        dedupeKey: 'one',
        ...over,
      }),
    );
  return {
    ...test,
    server,
    tell,
    later: async (minutes) => {
      test.clock.advance({ minutes });
      await test.settle();
      await test.settle();
    },
    addresses: () => server.received.flatMap(({ to }) => to).sort(),
  };
}
