import { anyone, signedIn } from '../../access/permission.ts';
import type { Config } from '../../config.ts';
import { defineSessionRoute, defineWrite } from '../../http/route.ts';
import { arriveFromProvider, departToProvider, type ProviderParts } from '../commands/signInAtProvider.ts';
import { unlinkProvider } from '../commands/unlinkProvider.ts';
import {
  providerAccountTaken,
  providerRefused,
  providerUnavailable,
  providerUnknown,
  signInFailed,
} from '../problems.ts';
import { ownAccount } from '../queries/ownAccount.ts';
import { OwnAccount, ProviderOutcome, ProviderReturn, ProviderStart, StartedAtProvider } from '../schemas.ts';

/** Signing in with the school's own accounts. */
export const providerRoutes = (parts: ProviderParts & { readonly config: Config }) => [
  defineSessionRoute({
    method: 'post',
    path: '/session/provider',
    operationId: 'departToProvider',
    summary: 'Begins to sign in with the school’s own accounts, or to link one; answers where the browser is to go.',
    permission: anyone,
    body: ProviderStart,
    output: StartedAtProvider,
    bodyLimit: 10_000,
    problems: [providerUnavailable],
    handle: (session, { body }) =>
      departToProvider(parts, session, body.purpose, session.actor.proof?.isRecent === true),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/session/provider/return',
    operationId: 'arriveFromProvider',
    summary: 'Ends what was begun at the provider of accounts, in the same browser.',
    permission: anyone,
    body: ProviderReturn,
    output: ProviderOutcome,
    bodyLimit: 10_000,
    problems: [providerUnavailable, providerRefused, providerUnknown, providerAccountTaken, signInFailed],
    handle: (session, { body }) => arriveFromProvider(parts, session, body.query),
  }),
  defineWrite({
    method: 'delete',
    path: '/me/provider',
    operationId: 'unlinkProvider',
    summary: 'Takes the link to the school’s own account away.',
    permission: signedIn,
    stepUp: true,
    output: OwnAccount,
    handle: async (scope) => {
      await unlinkProvider(scope, parts.config);
      return ownAccount(scope, parts.config);
    },
  }),
];
