import { type Failure, failureIn } from './deliveryStatus.ts';

/** What is known of a mail from its head. */
export interface IncomingMail {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly subject: string;
  /** By name in small letters, the last of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** The part for machines of a report about a mail. */
  readonly deliveryStatus: string | undefined;
}

/** What is to become of a mail that was written to one of our addresses. */
export type Incoming =
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Written by a program: another mail would only call for the next. */
  | { readonly kind: 'automatic' }
  | { readonly kind: 'answer'; readonly from: string };

const automaticSubject =
  /^\s*(auto(matic)?[ -]?(reply|response)|out of (the )?office|автоответ|автоматический ответ|вне офиса|respuesta autom[aá]tica|fuera de (la )?oficina)/i;
const machines = /^(mailer-daemon|postmaster|no-?reply|bounces?)([+-].*)?@/i;
const bulk = /^(bulk|junk|list|auto_reply)$/i;

/** Reports about failed delivery, what programs wrote (RFC 3834), and answers of people. */
export function classify(mail: IncomingMail): Incoming {
  const failure = mail.deliveryStatus === undefined ? undefined : failureIn(mail.deliveryStatus);
  if (failure) return { kind: 'failed', failure };
  const [from, ...others] = mail.from;
  if (!from || others.length > 0 || isAutomatic(mail, from)) return { kind: 'automatic' };
  return { kind: 'answer', from };
}

function isAutomatic({ headers, subject, deliveryStatus }: IncomingMail, from: string): boolean {
  const submitted = headers.get('auto-submitted');
  return (
    deliveryStatus !== undefined ||
    (submitted !== undefined && !/^no\b/i.test(submitted)) ||
    bulk.test(headers.get('precedence') ?? '') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response', 'list-id'].some((name) => headers.has(name)) ||
    headers.get('return-path') === '<>' ||
    machines.test(from) ||
    automaticSubject.test(subject)
  );
}
