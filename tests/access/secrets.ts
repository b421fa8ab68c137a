import type { Role } from '../../server/access/roles.ts';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import type { ActorOfMatrix } from './actors.ts';
import type { Ask } from './asking.ts';
import { relations } from './cells.ts';
import { emailOf } from './emails.ts';
import { boardTalk, progressTalk } from './forum.ts';
import { privateWord } from './messages.ts';
import type { Half, World } from './world.ts';

/**
 * Single fields, and words in lists, snippets and hits of a search, that fewer may see than the person or thing they belong to, by hand from the roles: y where a role
 * may read it of one's own, of another child in the same group, of another group, of another school.
 */
interface Secret {
  readonly what: string;
  /** As it would stand in a reply. */
  valueIn(half: Half): string;
  readonly readers: Readonly<Partial<Record<Role, string>>>;
}

const staff = { admin: 'yyyy', coordinator: 'yyyn', head: 'yyyn', 'lead-tutor': 'yyyn', psychologist: 'yyyn' };

/** Teachers have no need to write to families; classmates and other families do not learn an address. */
const secrets: readonly Secret[] = [
  {
    what: 'the e-mail of a student',
    valueIn: ({ mark }) => emailOf('student', mark),
    readers: { ...staff, tutor: 'yynn', student: 'ynnn', guardian: 'ynnn' },
  },
  {
    what: 'the e-mail of a guardian',
    valueIn: ({ mark }) => emailOf('guardian', mark),
    readers: { ...staff, tutor: 'yynn', guardian: 'ynnn' },
  },
  {
    what: 'what is said on the board of a group',
    valueIn: ({ mark }) => boardTalk(mark),
    readers: { ...staff, tutor: 'yynn', teacher: 'yynn', student: 'yynn' },
  },
  {
    what: 'what is said in a progress thread',
    valueIn: ({ mark }) => progressTalk(mark),
    readers: { admin: 'yyyy', 'lead-tutor': 'yyyn', tutor: 'yynn', guardian: 'ynnn' },
  },
  {
    what: 'what is said in a conversation',
    valueIn: ({ mark }) => privateWord(mark),
    readers: { tutor: 'yynn', guardian: 'ynnn' },
  },
];

/** Where reading shows a field to somebody who is not to see it, one line each. */
export async function secretFaults(
  { route }: OwnedRoute,
  actors: readonly ActorOfMatrix[],
  world: World,
  ask: Ask,
): Promise<string[]> {
  if (route.method !== 'get') return [];
  const faults: string[] = [];
  for (const actor of actors)
    for (const asked of relations) {
      const { text } = await ask(actor, route, world[asked]);
      faults.push(
        ...shownTo(actor, text, world).map((what) => `${route.operationId} shows ${what} to a ${actor.name}`),
      );
    }
  return [...new Set(faults)];
}

/** The fields in a text that this actor is not to see. */
const shownTo = ({ role }: ActorOfMatrix, text: string, world: World): string[] =>
  relations.flatMap((about, at) =>
    secrets
      .filter(({ valueIn }) => text.includes(valueIn(world[about])))
      .filter(({ readers }) => (role && readers[role])?.[at] !== 'y')
      .map(({ what }) => `${what} of ${about}`),
  );
