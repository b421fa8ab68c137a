import { signedIn } from '../../access/permission.ts';
import type { Config } from '../../config.ts';
import { defineRead, defineSessionRoute, defineWrite } from '../../http/route.ts';
import type { AttemptGuard } from '../attempts.ts';
import { changeLogin } from '../commands/changeLogin.ts';
import { changePassword } from '../commands/changePassword.ts';
import {
  confirmSecondFactor,
  offerSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from '../commands/secondFactor.ts';
import { endOtherSessions, endOwnSession } from '../commands/sessions.ts';
import {
  loginTaken,
  secondFactorIsOff,
  secondFactorIsOn,
  secondFactorStays,
  sessionUnknown,
  tooManyAttempts,
  weakPassword,
  wrongCode,
  wrongPassword,
} from '../problems.ts';
import { needsSecondFactor, ownAccount, ownSessions } from '../queries/ownAccount.ts';
import {
  Changed,
  ChangePassword,
  NewLogin,
  NewSecret,
  OwnAccount,
  RecoveryCodes,
  SessionList,
  SessionPath,
  TypedCode,
} from '../schemas.ts';
import type { SecondFactors } from '../secondFactor.ts';

export interface AccountParts {
  readonly config: Config;
  readonly attempts: AttemptGuard;
  readonly secondFactors: SecondFactors;
}

const small = 10_000;

/** The own account: login, password, sessions. */
export const accountRoutes = ({ config, attempts }: AccountParts) => [
  defineRead({
    path: '/me/account',
    operationId: 'getOwnAccount',
    summary: 'The own login and second factor.',
    permission: signedIn,
    beforeSecondFactor: true,
    output: OwnAccount,
    handle: (scope) => ownAccount(scope, config),
  }),
  defineWrite({
    method: 'put',
    path: '/me/login',
    operationId: 'changeOwnLogin',
    summary: 'Changes the own login.',
    permission: signedIn,
    stepUp: true,
    body: NewLogin,
    output: OwnAccount,
    problems: [loginTaken],
    handle: async (scope, { body }) => {
      await changeLogin(scope, body.login);
      return ownAccount(scope, config);
    },
  }),
  defineSessionRoute({
    method: 'post',
    path: '/me/password',
    operationId: 'changeOwnPassword',
    summary: 'Changes the own password and ends the other sessions.',
    permission: signedIn,
    body: ChangePassword,
    output: Changed,
    bodyLimit: small,
    problems: [wrongPassword, weakPassword, tooManyAttempts],
    handle: (session, { body }) => changePassword(attempts, session, body),
  }),
  defineRead({
    path: '/me/sessions',
    operationId: 'listOwnSessions',
    summary: 'Where the own account is signed in.',
    permission: signedIn,
    output: SessionList,
    handle: (scope) => ownSessions(scope),
  }),
  defineWrite({
    method: 'delete',
    path: '/me/sessions/:sessionId',
    operationId: 'endOwnSession',
    summary: 'Ends one of the own sessions.',
    permission: signedIn,
    params: SessionPath,
    output: SessionList,
    problems: [sessionUnknown],
    handle: async (scope, { params }) => {
      await endOwnSession(scope, params.sessionId);
      return ownSessions(scope);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/me/sessions',
    operationId: 'endOtherSessions',
    summary: 'Ends the own sessions except this one.',
    permission: signedIn,
    output: SessionList,
    handle: async (scope) => {
      await endOtherSessions(scope);
      return ownSessions(scope);
    },
  }),
];

/** The own second factor. */
export const secondFactorRoutes = ({ config, attempts, secondFactors }: AccountParts) => [
  defineWrite({
    method: 'post',
    path: '/me/second-factor',
    operationId: 'offerSecondFactor',
    summary: 'Makes a secret for an app with one-time codes; it counts when its first code was given.',
    permission: signedIn,
    beforeSecondFactor: true,
    stepUp: true,
    secret: true,
    output: NewSecret,
    problems: [secondFactorIsOn],
    handle: (scope) => offerSecondFactor(secondFactors, scope),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/me/second-factor/confirmation',
    operationId: 'confirmSecondFactor',
    summary: 'Gives the first code: from now on signing in asks for one. Answers with recovery codes, once.',
    permission: signedIn,
    beforeSecondFactor: true,
    body: TypedCode,
    output: RecoveryCodes,
    bodyLimit: small,
    problems: [wrongCode, tooManyAttempts],
    handle: (session, { body }) => confirmSecondFactor({ secondFactors, attempts }, session, body),
  }),
  defineWrite({
    method: 'post',
    path: '/me/recovery-codes',
    operationId: 'renewRecoveryCodes',
    summary: 'Makes new recovery codes; the old ones are void.',
    permission: signedIn,
    stepUp: true,
    secret: true,
    output: RecoveryCodes,
    problems: [secondFactorIsOff],
    handle: (scope) => renewRecoveryCodes(secondFactors, scope),
  }),
  defineWrite({
    method: 'delete',
    path: '/me/second-factor',
    operationId: 'turnOffSecondFactor',
    summary: 'Turns the own second factor off, where no role needs it.',
    permission: signedIn,
    stepUp: true,
    output: OwnAccount,
    problems: [secondFactorIsOff, secondFactorStays],
    handle: async (scope) => {
      await turnOffSecondFactor(scope, needsSecondFactor(scope, config));
      return ownAccount(scope, config);
    },
  }),
];
