import type { TestApp } from '../harness/eachApp.ts';

interface Of {
  readonly termId: string;
  readonly groupId: string;
  readonly courseId: string;
  readonly tutorId: string;
}

interface Timetable {
  readonly draftId: string;
  readonly publicationId: string;
  readonly lessonId: string;
}

const rules = { meetingRooms: null, lessonsADay: 7, lessonsInARow: null, teacherLessonsADay: null, breaks: [] };

let publications = 0;

/** A draft, a publication and a lesson as rows; ids without rows when the plugin is not installed. */
export async function makeTimetable({ app }: TestApp, { termId, groupId, courseId, tutorId }: Of): Promise<Timetable> {
  const made = { draftId: app.newId(), publicationId: app.newId(), lessonId: app.newId() };
  const { draftId, publicationId, lessonId } = made;
  if (!app.loaded.some(({ plugin }) => plugin.ref.plugin === 'timetable')) return made;
  const now = app.clock();
  const draft = { id: draftId, termId, name: 'Draft', seed: 1, rulesJson: JSON.stringify(rules), createdById: tutorId };
  const publication = {
    id: publicationId,
    termId,
    number: ++publications,
    effectiveOn: '2026-09-14',
    state: 'published',
  };
  const published = { draftId: app.newId(), fingerprint: 'x', countsJson: '{}', startedAt: now, publishedAt: now };
  const lesson = {
    id: lessonId,
    publicationId,
    groupId,
    courseId,
    courseNth: 1,
    weekOn: '2026-09-14',
    heldOn: '2026-09-14',
  };
  const time = {
    startsAt: new Date('2026-09-14T08:00:00Z'),
    endsAt: new Date('2026-09-14T08:40:00Z'),
    zone: 'Europe/Madrid',
  };
  await app.database.write(async (trx) => {
    await trx('timetable_draft').insert({ ...draft, createdAt: now });
    await trx('timetable_draft_group').insert({ draftId, groupId });
    await trx('timetable_draft_lesson').insert({ draftId, groupId, courseId, nth: 1, weekday: 1, hourIndex: 1 });
    await trx('timetable_publication').insert({ ...publication, ...published });
    await trx('timetable_publication_group').insert({ publicationId, groupId });
    await trx('timetable_lesson').insert({
      ...lesson,
      ...time,
      state: 'planned',
      commitmentId: app.newId(),
      changedAt: now,
    });
  });
  return made;
}
