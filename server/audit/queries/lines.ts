import type { Role } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import type { OverviewLine } from '../schemas.ts';
import { entriesAbout } from '../store/entries.ts';
import type { PageOfAudit } from '../store/page.ts';
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
  readonly aboutPersonId: string | null;
  readonly what: string;
  readonly times: number;
}

/** Of what was seen or changed, what a page asks for. */
export async function found({ db }: ReadScope, kind: 'seen' | 'changed', page: PageOfAudit): Promise<Found[]> {
  if (kind === 'seen')
    return (await viewsOf(db, page)).map(({ id, lastAt, actorId, aboutPersonId, what, times }) => ({
      ...{ id, actorId, aboutPersonId, what, times },
      at: lastAt,
    }));
  return (await entriesAbout(db, page)).map(({ id, happenedAt, actorId, aboutPersonId, act }) => ({
    ...{ id, actorId, aboutPersonId, at: happenedAt, what: act, times: 1 },
  }));
}

/** What is shown of one more than `limit`, and where the next page begins. */
export function pageOf(all: readonly Found[], limit: number) {
  const shown = all.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: all.length > limit && last ? `${last.at.getTime()}.${last.id}` : null };
}

export function cursorOf(after: string | undefined): PageOfAudit['before'] {
  const [ms, id] = after?.split('.') ?? [];
  return ms && id ? { at: new Date(Number(ms)), id } : undefined;
}

/** In words; families are told the names of staff only, and their own. */
export async function linesOf(
  scope: ReadScope,
  { people, school, texts }: AuditParts,
  shown: readonly Found[],
  isManager: boolean,
): Promise<OverviewLine[]> {
  const actorIds = [...new Set(shown.flatMap(({ actorId }) => actorId ?? []))];
  const ids = [...new Set([...actorIds, ...shown.flatMap(({ aboutPersonId }) => aboutPersonId ?? [])])];
  const names = new Map((await people.peopleByIds(scope.db, ids)).map(({ id, name }) => [id, name]));
  const staff = await school.staffRolesAmong(scope, actorIds);
  return shown.map(({ id, at, actorId, aboutPersonId, what, times }): OverviewLine => {
    const whose = names.get(aboutPersonId ?? '');
    return {
      ...{ id, times, what: wordsOf(scope, texts, what), at: at.toISOString() },
      ...whoDid(scope, actorId, { name: names.get(actorId ?? ''), roles: staff.get(actorId ?? '') ?? [], isManager }),
      about: aboutPersonId && whose ? { id: aboutPersonId, name: whose } : null,
    };
  });
}

interface Doer {
  readonly name: string | undefined;
  readonly roles: readonly Role[];
  /** Whether the reader is told the names of families. */
  readonly isManager: boolean;
}

function whoDid({ actor }: ReadScope, actorId: string | null, doer: Doer): Pick<OverviewLine, 'by' | 'who'> {
  if (actorId === null) return { by: 'system', who: null };
  const { name, roles, isManager } = doer;
  const by = roles.length > 0 || isManager ? 'person' : 'family';
  const isTold = by === 'person' || actorId === actor.personId;
  return { by, who: isTold && name ? { name, roles: [...new Set(roles)] } : null };
}

function wordsOf({ actor: { language } }: ReadScope, texts: Texts, what: string): string {
  const dot = what.indexOf('.');
  return (
    texts.say(language, what.slice(0, dot), `audit.${what.slice(dot + 1)}`) ??
    texts.say(language, 'audit', 'audit.other') ??
    what
  );
}
