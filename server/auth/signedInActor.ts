import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { type Actor, nobody } from '../access/actor.ts';
import { type GrantSource, loadActor } from '../access/loadActor.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { isLanguage, languages } from '../host/language.ts';
import type { Scopes } from '../host/scopes.ts';
import type { Account, SessionControl } from '../host/session.ts';
import { Problem } from '../http/problem.ts';
import { signInNeeded } from '../http/problems.ts';
import { cookieName, sessionIdOf, sidOf } from './sessionCookie.ts';
import { DatabaseSessions } from './sessionStore.ts';
import { createPassport } from './strategies.ts';

export interface SignedInParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: () => Date;
  readonly scopes: Scopes;
  readonly grantSources: readonly GrantSource[];
  /** Tells every process that a session is over. */
  sessionEnded(sessionId: string): void;
}

/** From a request or a socket's handshake to the actor, and the session's own acts. */
export interface SignedIn {
  readonly middleware: readonly RequestHandler[];
  actorOf(req: Request): Promise<Actor>;
  actorOfHandshake(request: IncomingMessage): Promise<Actor | undefined>;
  sessionOf(req: Request, actor: Actor): SessionControl;
}

export function createSignedIn(parts: SignedInParts): SignedIn {
  const { config, database, clock, grantSources } = parts;
  const secure = config.mode === 'production';
  const name = cookieName(secure);
  const store = new DatabaseSessions(database, clock);
  const passport = createPassport(database);

  const actorFor = (account: Account, sid: string) =>
    loadActor({ db: database.reader, account, sessionId: sessionIdOf(sid), now: clock() }, grantSources);

  async function actorOf(req: Request): Promise<Actor> {
    const actor = req.user && (await actorFor(req.user, req.sessionID));
    const visitor = nobody(languageOf(req, config.language));
    req.language = (actor ?? visitor).language;
    return actor ?? visitor;
  }

  return {
    middleware: [
      session({
        name,
        store,
        secret: config.sessionSecret,
        resave: false,
        saveUninitialized: false,
        cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 14 * 86_400_000 },
      }),
      passport.initialize(),
      passport.session(),
    ],
    actorOf,
    actorOfHandshake: async (request) => {
      const sid = sidOf(request, name, config.sessionSecret);
      const account = sid && (await store.find(sid))?.passport?.user;
      return sid && account ? actorFor(account, sid) : undefined;
    },
    sessionOf: (req, actor) => ({
      actor,
      address: req.ip ?? '',
      authenticate: (strategy) => authenticateWith(passport, strategy, req),
      signIn: async (account) => {
        await done((tell) => req.logIn(account, tell));
        const fresh = await actorFor(account, req.sessionID);
        if (!fresh) throw new Problem(signInNeeded);
        return fresh;
      },
      signOut: async () => {
        await done((tell) => req.logOut(tell));
        await done((tell) => req.session.destroy(tell));
        parts.sessionEnded(actor.sessionId);
      },
      inRead: parts.scopes.inRead,
      inWrite: parts.scopes.inWrite,
    }),
  };
}

const languageOf = (req: Request, fallback: Config['language']): Config['language'] => {
  const asked = req.headers['accept-language'] ? req.acceptsLanguages([...languages]) : false;
  return isLanguage(asked) ? asked : fallback;
};

const done = (start: (tell: (reason?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start((reason) => (reason ? reject(reason) : resolve())));

function authenticateWith(
  passport: ReturnType<typeof createPassport>,
  strategy: string,
  req: Request,
): Promise<Account | undefined> {
  return new Promise((resolve, reject) => {
    const answer = (reason: unknown, account?: Account | false | null) =>
      reason ? reject(reason) : resolve(account || undefined);
    passport.authenticate(strategy, answer)(req, req.res, reject);
  });
}
