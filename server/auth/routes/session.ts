import { nobody } from '../../access/actor.ts';
import { anyone, signedIn } from '../../access/permission.ts';
import { defineRead, defineSessionRoute } from '../../http/route.ts';
import { type SignInParts, signIn, signInWithCode } from '../commands/signIn.ts';
import { verify } from '../commands/verify.ts';
import { signInAgain, signInFailed, tooManyAttempts, wrongCode, wrongPassword } from '../problems.ts';
import { SessionView, SignIn, TypedCode, Verification, Verified } from '../schemas.ts';
import { sessionView, type ViewParts } from '../sessionView.ts';

const small = 10_000;

export const sessionRoutes = (parts: SignInParts, views: ViewParts) => [
  defineRead({
    path: '/session',
    operationId: 'getSession',
    summary: 'Who is signed in, and what the installation offers.',
    permission: anyone,
    output: SessionView,
    handle: (scope) => sessionView(scope, scope.actor, views),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/session',
    operationId: 'signIn',
    summary: 'Signs in with login and password; a second factor may still be awaited.',
    permission: anyone,
    body: SignIn,
    output: SessionView,
    bodyLimit: small,
    problems: [signInFailed, tooManyAttempts],
    handle: (session, { body }) => signIn(parts, session, body),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/session/code',
    operationId: 'signInWithCode',
    summary: 'Gives the second factor of a sign-in that was begun in this browser.',
    permission: anyone,
    body: TypedCode,
    output: SessionView,
    bodyLimit: small,
    problems: [wrongCode, signInAgain, tooManyAttempts],
    handle: (session, { body }) => signInWithCode(parts, session, body),
  }),
  defineSessionRoute({
    method: 'post',
    path: '/session/verification',
    operationId: 'verifySession',
    summary: 'Gives the password or a code once more, for routes that want it recent.',
    permission: signedIn,
    beforeSecondFactor: true,
    body: Verification,
    output: Verified,
    bodyLimit: small,
    problems: [wrongPassword, wrongCode, tooManyAttempts],
    handle: (session, { body }) => verify(parts, session, body),
  }),
  defineSessionRoute({
    method: 'delete',
    path: '/session',
    operationId: 'signOut',
    summary: 'Ends the session.',
    permission: signedIn,
    beforeSecondFactor: true,
    whileViewing: true,
    output: SessionView,
    handle: async (session) => {
      await session.signOut();
      return parts.entrance.viewFor(session, nobody(session.actor.language));
    },
  }),
];
