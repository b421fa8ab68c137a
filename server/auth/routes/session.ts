import { nobody } from '../../access/actor.ts';
import { anyone, signedIn } from '../../access/permission.ts';
import { Problem } from '../../http/problem.ts';
import { defineRead, defineSessionRoute } from '../../http/route.ts';
import { signInFailed } from '../problems.ts';
import { SessionView, SignIn } from '../schemas.ts';
import { sessionView, type ViewParts } from '../sessionView.ts';

export const sessionRoutes = (parts: ViewParts) => [
  defineRead({
    path: '/session',
    operationId: 'getSession',
    summary: 'Who is signed in, and what the installation offers.',
    permission: anyone,
    output: SessionView,
    handle: (scope) => sessionView(scope, scope.actor, parts),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/session',
    operationId: 'signIn',
    summary: 'Signs in with login and password.',
    permission: anyone,
    body: SignIn,
    output: SessionView,
    bodyLimit: 10_000,
    problems: [signInFailed],
    handle: async (session) => {
      const account = await session.authenticate('local');
      if (!account) throw new Problem(signInFailed);
      const actor = await session.signIn(account);
      return session.inRead(actor, (scope) => sessionView(scope, actor, parts));
    },
  }),
  defineSessionRoute({
    method: 'delete',
    path: '/session',
    operationId: 'signOut',
    summary: 'Ends the session.',
    permission: signedIn,
    output: SessionView,
    handle: async (session) => {
      await session.signOut();
      const visitor = nobody(session.actor.language);
      return session.inRead(visitor, (scope) => sessionView(scope, visitor, parts));
    },
  }),
];
