import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import session, { type SessionData } from 'express-session';
import { type Actor, nobody } from '../access/actor.ts';
import { type GrantSource, loadActor } from '../access/loadActor.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { isLanguage, languages } from '../host/language.ts';
import type { Scopes } from '../host/scopes.ts';
import type { Account, SessionControl } from '../host/session.ts';
import { type ActorOfSession, sessionControl } from './sessionControl.ts';
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
  /** Finds the session of every request; only reads. */
  readonly findSession: RequestHandler;
  /** What those routes need that begin, change and end a session. */
  readonly sessionMiddleware: readonly RequestHandler[];
  /** Names whoever is signed in, by the person: many sessions are no way around a limit. */
  visitorOf(req: Request): string | undefined;
  actorOf(req: Request): Promise<Actor>;
  actorOfHandshake(request: IncomingMessage): Promise<Actor | undefined>;
  sessionOf(req: Request, actor: Actor): SessionControl;
  hasJustProven(actor: Actor): boolean;
}

export function createSignedIn(parts: SignedInParts): SignedIn {
  const { config, database, clock, grantSources } = parts;
  const secure = config.mode === 'production';
  const name = cookieName(secure);
  const store = new DatabaseSessions(database, clock);
  const passport = createPassport(database);

  const actorFor: ActorOfSession = (account, sid, data) =>
    loadActor(
      {
        db: database.reader,
        account,
        sessionId: sessionIdOf(sid),
        now: clock(),
        proof: proofOf(data),
        secondFactorRoles: config.signIn.secondFactorRoles,
        viewAs: data.viewAs,
      },
      grantSources,
    );

  const accountOf = ({ visit }: Request): Account | undefined => visit?.data.passport?.user;

  async function actorOf(req: Request): Promise<Actor> {
    const { visit } = req;
    const account = accountOf(req);
    const actor = visit && account && (await actorFor(account, visit.sid, visit.data));
    const visitor = nobody(languageOf(req, config.language));
    req.language = (actor ?? visitor).language;
    return actor ?? visitor;
  }

  return {
    findSession: async (req, _res, next) => {
      const sid = sidOf(req, name, config.sessionSecret);
      const data = sid && (await store.find(sid));
      if (data) {
        req.visit = { sid, data };
        await store.keepAlive(sid, data);
      }
      next();
    },
    visitorOf: (req) => accountOf(req)?.personId,
    // Most requests only read who is there, which costs express-session and passport several times as much.
    sessionMiddleware: [
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
      const data = sid ? await store.find(sid) : null;
      const account: Account | undefined = data?.passport?.user;
      const actor = sid && data && account ? await actorFor(account, sid, data) : undefined;
      // Whoever may not read yet, or reads from an empty school, is told of nothing.
      return actor?.heldBack || actor?.viewAs ? undefined : actor;
    },
    sessionOf: (req, actor) =>
      sessionControl({ ...parts, passport, actorFor, req, actor, address: ipKeyGenerator(req.ip ?? '') }),
    hasJustProven: ({ proof }) =>
      proof !== undefined && clock().getTime() - proof.verifiedAt.getTime() < config.signIn.stepUpMinutes * 60_000,
  };
}

const proofOf = ({ verifiedAt, secondFactor }: Partial<SessionData>) => ({
  verifiedAt: new Date(verifiedAt ?? 0),
  secondFactor: secondFactor === true,
});

const languageOf = (req: Request, fallback: Config['language']): Config['language'] => {
  const asked = req.headers['accept-language'] ? req.acceptsLanguages([...languages]) : false;
  return isLanguage(asked) ? asked : fallback;
};
