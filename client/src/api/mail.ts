import { queryOptions } from '@tanstack/react-query';
import type { MailChoice, MyMail } from '../../../server/mail/schemas.ts';
import { read, write } from './request.ts';

export const myMailQuery = queryOptions({
  queryKey: ['mail', 'mine'],
  queryFn: ({ signal }) => read<MyMail>('/mail/mine', signal),
});

export const chooseMail = (notices: MailChoice['notices']): Promise<MailChoice> =>
  write('PUT', '/mail/mine', { notices });

/** Switches notices by mail off with the token of a mail; needs no session. */
export const stopMail = (token: string): Promise<MailChoice> => write('POST', '/mail/stop', { token });
