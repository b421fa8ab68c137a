import { anyone, signedIn } from '../../access/permission.ts';
import { defineSessionRoute } from '../../http/route.ts';
import { mailIsOff } from '../../mail/api.ts';
import { acceptCode, resetByCode } from '../commands/acceptCode.ts';
import { type JoinParts, joinByCode } from '../commands/joinByCode.ts';
import { type ForgottenParts, mailResetCode } from '../commands/mailCodes.ts';
import { openCode } from '../commands/openCode.ts';
import {
  alreadyYourChild,
  cannotJoin,
  codeExpired,
  codeOfOtherKind,
  codeRevoked,
  codeUnknown,
  codeUsed,
  familyMissing,
  loginTaken,
  tooManyAttempts,
  weakPassword,
} from '../problems.ts';
import { codeView } from '../queries/codeView.ts';
import {
  AcceptCode,
  Asked,
  CodeView,
  Forgotten,
  HeldCode,
  JoinByCode,
  Joined,
  ResetPassword,
  SessionView,
} from '../schemas.ts';

const small = 10_000;
const refusals = [codeUnknown, codeUsed, codeExpired, codeRevoked, codeOfOtherKind, tooManyAttempts];

/** What whoever holds a code does with it. */
export const codeRoutes = (parts: JoinParts) => [
  defineSessionRoute({
    method: 'post',
    path: '/codes/lookup',
    operationId: 'lookUpCode',
    summary: 'What a code is for, and for whom.',
    permission: anyone,
    body: HeldCode,
    output: CodeView,
    bodyLimit: small,
    problems: refusals,
    handle: async (session, { body }) => {
      const code = await openCode(parts, session, body.code);
      return session.inRead(session.actor, (scope) => codeView(scope, parts.people, code));
    },
  }),
  defineSessionRoute({
    method: 'post',
    path: '/codes/accept',
    operationId: 'acceptCode',
    summary: 'Makes the account that an invitation is for, and signs in.',
    permission: anyone,
    body: AcceptCode,
    output: SessionView,
    bodyLimit: small,
    problems: [...refusals, loginTaken, weakPassword, familyMissing],
    handle: (session, { body }) => acceptCode(parts, session, body),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/codes/reset',
    operationId: 'resetByCode',
    summary: 'Sets a new password by a code, ends every session of the account, and signs in.',
    permission: anyone,
    body: ResetPassword,
    output: SessionView,
    bodyLimit: small,
    problems: [...refusals, weakPassword],
    handle: (session, { body }) => resetByCode(parts, session, body),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/codes/join',
    operationId: 'joinByCode',
    summary: 'Adds the children of a code to the own account.',
    permission: signedIn,
    body: JoinByCode,
    output: Joined,
    bodyLimit: small,
    problems: [...refusals, cannotJoin, alreadyYourChild],
    handle: (session, { body }) => joinByCode(parts, session, body),
  }),
];

/** Whoever forgot the password asks for a code by mail. */
export const forgottenRoutes = (parts: ForgottenParts) => [
  defineSessionRoute({
    method: 'post',
    path: '/codes/forgotten',
    operationId: 'askForResetCode',
    summary: 'Sends a code for a new password by mail; answers alike whether there is such an account or not.',
    permission: anyone,
    body: Forgotten,
    output: Asked,
    bodyLimit: small,
    problems: [mailIsOff, tooManyAttempts],
    handle: async (session, { body }) => {
      await mailResetCode(parts, session, body.login);
      return { asked: true as const };
    },
  }),
];
