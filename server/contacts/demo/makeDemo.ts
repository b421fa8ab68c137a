import type { DemoContext } from '../../host/demo.ts';
import type { ReadScope } from '../../host/scope.ts';
import { type Random, seededRandom } from '../../optimise/random.ts';
import { dayOf, type PersonCard, readIds } from '../../people/api.ts';
import { openRound } from '../commands/rounds.ts';
import type { StoredChannel } from '../domain/channel.ts';
import { answersFor } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';
import { askedFamilies } from '../queries/askedFamilies.ts';
import { replaceChannels } from '../store/channels.ts';
import { insertConfirmations } from '../store/rounds.ts';

/** The groups of the youngest are asked. */
const oldestAsked = 6;

/** Ways to reach everybody of the demo school, and a round that some families have answered. */
export async function makeDemo(parts: ContactsParts, { seed, read, write, report }: DemoContext): Promise<void> {
  report('Contacts of families and staff, and a round that asks whether they hold');
  const groupIds = await read((scope) =>
    readIds(parts.school.groupIdsWithin(scope, [{ kind: 'everything' }]).orderBy('reached.name')),
  );
  const people = await read((scope) => everybody(scope, parts, groupIds));
  const random = seededRandom(seed * 1000 + 71);
  await write(async (scope) => {
    const rows = people.map(({ card, isStaff }, nth) => ({
      personId: card.id,
      channels: channelsFor(random, card, { isStaff, nth, now: scope.now }),
    }));
    await replaceChannels(scope.db, rows, scope.newId);
  });
  const asked = await read((scope) => parts.school.groupsByIds(scope.db, groupIds));
  const young = asked.filter(({ grade }) => grade <= oldestAsked).map(({ id }) => id);
  await write((scope) => makeRound(scope, parts, random, young));
}

interface Somebody {
  readonly card: PersonCard;
  readonly isStaff: boolean;
}

async function everybody(
  scope: ReadScope,
  { people, school }: ContactsParts,
  groupIds: readonly string[],
): Promise<Somebody[]> {
  const members = (await school.membersOfGroups(scope, groupIds)).map(({ personId }) => personId);
  const guardians = (await people.guardiansOf(scope, members)).map(({ guardian }) => guardian.id);
  const tutors = (await school.tutorsOf(scope, groupIds)).map(({ personId }) => personId);
  const teachers = (await school.coursesOfGroups(scope.db, groupIds)).flatMap(({ teacherId }) => teacherId ?? []);
  const office = [
    ...(await people.personIdsWithRole(scope.db, 'coordinator')),
    ...(await people.personIdsWithRole(scope.db, 'psychologist')),
    ...(await people.personIdsWithRole(scope.db, 'lead-tutor')),
  ];
  const staff = new Set([...tutors, ...teachers, ...office]);
  const cards = await people.peopleByIds(scope.db, [...new Set([...members, ...guardians, ...staff])]);
  return cards
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .map((card) => ({ card, isStaff: staff.has(card.id) }));
}

const bare = {
  service: null,
  purpose: 'any',
  bestHours: null,
  note: null,
  isPublic: false,
  isMain: false,
  wrong: null,
} as const;

const twoDigits = (random: Random): string => String(random.below(100)).padStart(2, '0');

/** Numbers of ranges in which nobody is called. */
function phoneFor(random: Random, { zone }: PersonCard): string {
  const [one, two] = [twoDigits(random), twoDigits(random)];
  if (zone.startsWith('America/')) return `55 0000 ${one}${two}`;
  if (zone === 'Europe/Madrid') return `600 00 ${one} ${two}`;
  return `8 (900) 000-${one}-${two}`;
}

interface Circumstances {
  readonly isStaff: boolean;
  readonly nth: number;
  readonly now: Date;
}

function channelsFor(random: Random, card: PersonCard, { isStaff, nth, now }: Circumstances): StoredChannel[] {
  const phone: StoredChannel = { ...bare, kind: 'phone', value: phoneFor(random, card), isPublic: isStaff };
  const bounced = { fault: 'bounced', note: null, since: now } as const;
  const mail: StoredChannel = {
    ...{ ...bare, kind: 'email', value: `person-${nth}@${isStaff ? 'centre' : 'home'}.example` },
    ...{ purpose: 'papers', isPublic: isStaff, wrong: nth % 29 === 7 ? bounced : null },
  };
  const service = card.language === 'es' ? ('whatsapp' as const) : ('telegram' as const);
  const messenger: StoredChannel = {
    ...{ ...bare, kind: 'messenger', service, purpose: 'study', isPublic: isStaff },
    value: service === 'whatsapp' ? phone.value : `@person_${nth}`,
    bestHours: nth % 3 === 0 ? { from: '17:00', to: '20:00' } : null,
  };
  if (card.internet === 'none') return [{ ...phone, purpose: 'urgent' }];
  return nth % 2 === 0 ? [messenger, phone, mail] : [phone, mail];
}

/** Some half of the families have answered; their own people did it. */
async function makeRound(
  scope: Parameters<typeof openRound>[0],
  parts: ContactsParts,
  random: Random,
  groupIds: readonly string[],
): Promise<void> {
  const dueOn = dayOf(new Date(scope.now.getTime() + 6 * 86_400_000));
  const roundId = await openRound(scope, parts, { groupIds: [...groupIds], dueOn, note: null });
  const families = await askedFamilies(scope, parts, groupIds);
  const answered = families.flatMap(({ guardians }) => guardians.filter(() => random.next() < 0.5));
  const rows = answered.flatMap(({ personId: confirmedById }) =>
    answersFor(families, confirmedById).map((personId) => ({
      ...{ id: scope.newId(), roundId, personId, confirmedById },
      ...{ confirmedAt: scope.now, isOnPaper: false },
    })),
  );
  await insertConfirmations(scope.db, rows);
}
