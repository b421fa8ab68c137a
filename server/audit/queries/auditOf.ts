import { scopesOf } from '../../access/actor.ts';
import type { Role } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { everybody } from '../about.ts';
import { readAudit } from '../permissions.ts';
import type { AuditLine, AuditPage, AuditQuery } from '../schemas.ts';
import { entriesAbout } from '../store/entries.ts';
import { viewsOf } from '../store/views.ts';

export interface AuditParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly texts: Texts;
}

interface Found {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly what: string;
  readonly times: number;
}

/** Who saw or changed what of a person, latest first; a family does not learn of each other's visits. */
export async function auditOf(
  scope: ReadScope,
  parts: AuditParts,
  personId: string,
  { kind, after, limit }: AuditQuery,
): Promise<AuditPage> {
  await parts.school.personAs(scope, readAudit, personId);
  const page = { personIds: [personId, everybody], before: cursorOf(after), limit: limit + 1 };
  const found = kind === 'seen' ? await seen(scope, page) : await changed(scope, page);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await linesOf(scope, parts, shown),
    next: found.length > limit && last ? `${last.at.getTime()}.${last.id}` : null,
  };
}

type Page = Parameters<typeof viewsOf>[1];

const seen = async ({ db }: ReadScope, page: Page): Promise<Found[]> =>
  (await viewsOf(db, page)).map(({ id, lastAt, actorId, what, times }) => ({ id, at: lastAt, actorId, what, times }));

const changed = async ({ db }: ReadScope, page: Page): Promise<Found[]> =>
  (await entriesAbout(db, page)).map(({ id, happenedAt, actorId, act }) => ({
    ...{ id, actorId, at: happenedAt, what: act, times: 1 },
  }));

function cursorOf(after: string | undefined): Page['before'] {
  const [ms, id] = after?.split('.') ?? [];
  return ms && id ? { at: new Date(Number(ms)), id } : undefined;
}

async function linesOf(scope: ReadScope, { people, school, texts }: AuditParts, found: readonly Found[]) {
  const actorIds = [...new Set(found.flatMap(({ actorId }) => actorId ?? []))];
  const names = new Map((await people.peopleByIds(scope.db, actorIds)).map(({ id, name }) => [id, name]));
  const staff = await school.staffRolesAmong(scope, actorIds);
  const isManager = scopesOf(scope.actor, readAudit).some(
    ({ kind }) => kind === 'everything' || kind === 'home-school',
  );
  const wordsOf = (what: string): string => {
    const dot = what.indexOf('.');
    const { language } = scope.actor;
    return (
      texts.say(language, what.slice(0, dot), `audit.${what.slice(dot + 1)}`) ??
      texts.say(language, 'audit', 'audit.other') ??
      what
    );
  };
  return found.map(({ id, at, actorId, what, times }): AuditLine => {
    const roles: readonly Role[] = actorId ? (staff.get(actorId) ?? []) : [];
    const by = actorId === null ? 'system' : roles.length > 0 || isManager ? 'person' : 'family';
    const isTold = by === 'person' || actorId === scope.actor.personId;
    const name = actorId ? names.get(actorId) : undefined;
    return {
      ...{ id, by, times, what: wordsOf(what) },
      at: at.toISOString(),
      who: isTold && name ? { name, roles: [...new Set(roles)] } : null,
    };
  });
}
