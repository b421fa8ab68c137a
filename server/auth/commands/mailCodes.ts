import { system } from '../../access/actor.ts';
import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { type MailApi, mailIsOff } from '../../mail/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import type { AttemptGuard } from '../attempts.ts';
import type { Keys } from '../keys.ts';
import type { CodeMails } from '../mail/codeMail.ts';
import { letPeopleIn } from '../permissions.ts';
import type { SentInvitations } from '../schemas.ts';
import { accountByLogin } from '../store/accounts.ts';
import { type IssueParts, issueCodes, makeCodes } from './issueCodes.ts';

export interface MailParts extends IssueParts {
  readonly mail: MailApi;
  readonly mails: CodeMails;
}

/** Invitations by mail, to those whose address is on file; the others are named. */
export async function mailInvitations(
  scope: WriteScope,
  parts: MailParts,
  personIds: readonly string[],
): Promise<SentInvitations> {
  if (!parts.mail.isOn) throw new Problem(mailIsOff);
  // Asked before anything is looked up: the reply names people without an address.
  await mustLetIn(scope, parts.school, letPeopleIn, personIds);
  const contacts = await parts.people.contactsByIds(scope.db, personIds);
  const withEmail = new Set(contacts.flatMap(({ id, email }) => (email ? [id] : [])));
  const wanted = personIds
    .filter((id) => withEmail.has(id))
    .map((personId) => ({ personId, purpose: 'invitation' as const }));
  const issued = await issueCodes(scope, parts, wanted, { isMailed: true });
  await parts.mail.send(
    scope,
    parts.mails.invitation,
    issued.map(({ id, personId }) => ({ to: { personId }, data: { codeId: id }, dedupeKey: `auth.invitation:${id}` })),
  );
  const missing = await parts.people.peopleByIds(
    scope.db,
    personIds.filter((id) => !withEmail.has(id)),
  );
  return { sent: issued.length, withoutEmail: missing.map(({ name }) => name) };
}

const hour = 3_600_000;

export interface ForgottenParts extends Pick<MailParts, 'mail' | 'mails' | 'people'> {
  readonly attempts: AttemptGuard;
  readonly audit: AuditApi;
  readonly keys: Keys;
}

/**
 * A code for a new password by mail. Whether there is such an account is answered by nothing: not by the reply, nor
 * by a wait, because the asking alone is counted and the mail leaves later.
 */
export async function mailResetCode(parts: ForgottenParts, session: SessionControl, login: string): Promise<void> {
  if (!parts.mail.isOn) throw new Problem(mailIsOff);
  await parts.attempts.begin(session, `forgotten ${login}`);
  await session.inWrite(system, async (scope) => {
    const account = await accountByLogin(scope.db, login);
    const [contact] = account ? await parts.people.contactsByIds(scope.db, [account.personId]) : [];
    if (!account || account.isDisabled || !contact?.email) return;
    const [code] = await makeCodes(scope, parts, [{ personId: account.personId, purpose: 'reset' }], true, hour);
    if (!code) return;
    const mail = { to: { personId: account.personId }, data: { codeId: code.id }, dedupeKey: `auth.reset:${code.id}` };
    await parts.mail.send(scope, parts.mails.reset, [mail]);
  });
}
