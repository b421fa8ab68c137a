import { ofPersonInPath } from '../../audit/about.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { JobKind } from '../../jobs/job.ts';
import { mailIsOff } from '../../mail/api.ts';
import { beginSheet } from '../commands/beginSheet.ts';
import { type IssueParts, issueCodes } from '../commands/issueCodes.ts';
import { lockAccount, revokeOneCode, takeSecondFactor } from '../commands/lockAccount.ts';
import { type MailParts, mailInvitations } from '../commands/mailCodes.ts';
import type { SheetInput } from '../jobs/drawSheet.ts';
import { letPeopleIn, lockAccounts } from '../permissions.ts';
import {
  codeMadeMeanwhile,
  codeOfOtherKind,
  codeUnknown,
  enoughFamilyCodes,
  hasAccount,
  noAccount,
  notForYou,
  secondFactorIsOff,
  sheetNotReady,
  sheetUnknown,
} from '../problems.ts';
import { accountOf, accountsOfGroup } from '../queries/accountStates.ts';
import { issuedView } from '../queries/issuedView.ts';
import { sheetFile, showSheet } from '../queries/sheets.ts';
import {
  AccountStates,
  CodePath,
  GroupPath,
  InvitedByMail,
  IssuedCodes,
  Lock,
  PersonPath,
  Revoked,
  SentInvitations,
  Sheet,
  SheetPath,
  SheetView,
  WantedCodes,
} from '../schemas.ts';

export interface LettingInParts extends IssueParts {
  readonly publicUrl: string;
}

/** Staff see who has an account, and give codes. */
export const lettingInRoutes = (parts: LettingInParts) => [
  defineRead({
    path: '/groups/:groupId/accounts',
    operationId: 'listAccountsOfGroup',
    summary: 'Who of a group and its families has an account or an open code.',
    permission: letPeopleIn,
    about: { what: 'auth.account-read', whose: (_asked, { items }) => items.map(({ personId }) => personId) },
    params: GroupPath,
    output: AccountStates,
    handle: async (scope, { params }) => ({ items: await accountsOfGroup(scope, parts, params.groupId) }),
  }),
  defineRead({
    path: '/people/:personId/account',
    operationId: 'getAccountOfPerson',
    summary: 'Whether a person has an account or open codes.',
    permission: letPeopleIn,
    about: ofPersonInPath('auth.account-read'),
    params: PersonPath,
    output: AccountStates,
    handle: async (scope, { params }) => ({ items: await accountOf(scope, parts, params.personId) }),
  }),
  defineWrite({
    method: 'post',
    path: '/codes',
    operationId: 'issueCodes',
    summary: 'Makes invitations, family codes and codes for a new password; they are shown this once.',
    permission: letPeopleIn,
    about: { notKept: 'The command keeps it itself.' },
    status: 201,
    secret: true,
    body: WantedCodes,
    output: IssuedCodes,
    problems: [notForYou, hasAccount, noAccount, codeOfOtherKind, enoughFamilyCodes, codeMadeMeanwhile],
    handle: async (scope, { body }) => issuedView(parts.publicUrl, await issueCodes(scope, parts, body.people)),
  }),
  defineWrite({
    method: 'delete',
    path: '/codes/:codeId',
    operationId: 'revokeCode',
    summary: 'Voids a code that has not been used.',
    permission: letPeopleIn,
    params: CodePath,
    output: Revoked,
    problems: [codeUnknown, notForYou],
    handle: async (scope, { params }) => {
      await revokeOneCode(scope, parts, params.codeId);
      return { revoked: true as const };
    },
  }),
];

/** Staff lock accounts, and help whoever lost the phone. */
export const lockRoutes = (parts: LettingInParts) => [
  defineWrite({
    method: 'put',
    path: '/people/:personId/account/lock',
    operationId: 'lockAccount',
    summary: 'Locks an account out and ends its sessions, or lets it in again.',
    permission: lockAccounts,
    about: { notKept: 'The command keeps it itself.' },
    stepUp: true,
    params: PersonPath,
    body: Lock,
    output: AccountStates,
    problems: [noAccount, notForYou],
    handle: async (scope, { params, body }) => {
      await lockAccount(scope, parts, params.personId, body.isLocked);
      return { items: await accountOf(scope, parts, params.personId) };
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/people/:personId/account/second-factor',
    operationId: 'takeSecondFactor',
    summary: 'Takes away a second factor whose phone is lost, and ends the sessions.',
    permission: lockAccounts,
    about: { notKept: 'The command keeps it itself.' },
    stepUp: true,
    params: PersonPath,
    output: AccountStates,
    problems: [noAccount, notForYou, secondFactorIsOff],
    handle: async (scope, { params }) => {
      await takeSecondFactor(scope, parts, params.personId);
      return { items: await accountOf(scope, parts, params.personId) };
    },
  }),
];

/** Codes on paper and by mail. */
export const deliveryRoutes = (parts: MailParts & { readonly drawing: JobKind<SheetInput> }) => [
  defineWrite({
    method: 'post',
    path: '/codes/sheets',
    operationId: 'printCodes',
    summary: 'Has a sheet of cards with open codes drawn by a job.',
    permission: letPeopleIn,
    about: { notKept: 'The codes themselves were written down when they were made.' },
    status: 202,
    body: Sheet,
    output: SheetView,
    problems: [codeUnknown, notForYou],
    handle: (scope, { body }) => beginSheet(scope, parts, body),
  }),
  defineRead({
    path: '/codes/sheets/:sheetId',
    operationId: 'getSheetOfCodes',
    summary: 'Whether an own sheet of cards is ready.',
    permission: letPeopleIn,
    params: SheetPath,
    output: SheetView,
    problems: [sheetUnknown, notForYou],
    handle: (scope, { params }) => showSheet(scope, parts, params.sheetId),
  }),
  defineRead({
    path: '/codes/sheets/:sheetId/file',
    operationId: 'getSheetFile',
    summary: 'An own sheet of cards as PDF, for a day.',
    permission: letPeopleIn,
    params: SheetPath,
    output: FileOutput,
    produces: 'application/pdf',
    problems: [sheetUnknown, sheetNotReady, notForYou],
    handle: (scope, { params }) => sheetFile(scope, parts, params.sheetId),
  }),
  defineWrite({
    method: 'post',
    path: '/codes/mails',
    operationId: 'mailInvitations',
    summary: 'Sends invitations by mail to those whose address is on file.',
    permission: letPeopleIn,
    about: { notKept: 'The command keeps it itself.' },
    status: 201,
    body: InvitedByMail,
    output: SentInvitations,
    problems: [mailIsOff, notForYou, hasAccount, codeMadeMeanwhile],
    handle: (scope, { body }) => mailInvitations(scope, parts, body.personIds),
  }),
];
