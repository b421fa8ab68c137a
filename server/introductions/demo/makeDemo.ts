import type { DemoContext } from '../../host/demo.ts';
import type { Language } from '../../host/language.ts';
import { seededRandom } from '../../optimise/random.ts';
import { dayOf, readIds } from '../../people/api.ts';
import { usualBeside } from '../domain/usualItems.ts';
import type { IntroductionParts } from '../parts.ts';
import { aroundStudent } from '../queries/around.ts';
import { insertMet, replaceItems } from '../store/met.ts';
import { saveProfile } from '../store/profiles.ts';
import { showPhotos } from './photos.ts';

/** Of each group so many are shown as new; the others have met everybody. */
const newPerGroup = 2;

const words: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Пишите в любое время, отвечаю в рабочие часы.', 'Ко мне можно с любым вопросом об учёбе.'],
  es: ['Escríbame cuando quiera; contesto en mi horario.', 'Conmigo se puede hablar de cualquier duda de las clases.'],
  en: ['Write at any time; I answer in working hours.', 'Come to me with any question about lessons.'],
};

/** What staff say of themselves, what newcomers are to learn, and whom they have met. */
export async function makeDemo(parts: IntroductionParts, demo: DemoContext): Promise<void> {
  const { seed, read, write, report } = demo;
  report('Who is who, and newcomers who have not met everybody');
  const random = seededRandom(seed * 1000 + 72);
  const groupIds = await read((scope) => readIds(parts.school.groupIdsWithin(scope, [{ kind: 'everything' }])));
  const staffIds = await write(async (scope) => {
    const items = usualBeside([], 'ru').map((label) => ({ id: scope.newId(), label }));
    await replaceItems(scope.db, items);
    const stays = await parts.school.staysOfGroups(scope, groupIds);
    const students = new Map(
      (
        await parts.people.studentsByIds(
          scope.db,
          stays.map(({ personId }) => personId),
        )
      ).map((one) => [one.id, one]),
    );
    const rows: Parameters<typeof insertMet>[1][number][] = [];
    const staff = new Set<string>();
    const seenInGroup = new Map<string, number>();
    for (const { groupId, personId } of stays) {
      const student = students.get(personId);
      if (!student) continue;
      const around = await aroundStudent(scope, parts, student);
      for (const one of around) staff.add(one.personId);
      const nth = (seenInGroup.get(groupId) ?? 0) + 1;
      seenInGroup.set(groupId, nth);
      const subjects = [
        ...around.map((one) => ({ withId: one.personId, itemId: null })),
        ...items.map(({ id }) => ({ withId: null, itemId: id })),
      ].filter(() => nth > newPerGroup || random.next() < 0.4);
      for (const subject of subjects)
        rows.push({
          ...subject,
          ...{ id: scope.newId(), studentId: personId, metOn: dayOf(scope.now) },
          ...{ notedById: personId, notedAt: scope.now },
        });
    }
    await insertMet(scope.db, rows);
    const cards = await parts.people.peopleByIds(scope.db, [...staff]);
    for (const { id, language } of cards) {
      const about = words[language][random.below(words[language].length)] ?? null;
      const hours = [1, 2, 3, 4, 5].map((weekday) => ({
        weekday,
        from: '09:00',
        to: weekday === 5 ? '15:00' : '18:00',
      }));
      await saveProfile(scope.db, id, { about, hours });
    }
    return cards.map(({ id }) => id).toSorted();
  });
  // Some have not shown one yet.
  const shown = staffIds.filter(() => random.next() < 0.7);
  await showPhotos(parts, demo, shown, random);
}
