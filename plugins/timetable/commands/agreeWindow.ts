import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { windowAgreed } from '../composingEvents.ts';
import { withAgreed } from '../domain/compose/agreedWindow.ts';
import { viewerTimes } from '../domain/compose/heatMap.ts';
import { isWindowOffered } from '../domain/compose/offers.ts';
import { draftTopic } from '../draftTopic.ts';
import { notOfFamily, windowNotOffered } from '../problems.ts';
import { composedOf } from '../queries/composedOf.ts';
import { draftFacts } from '../queries/draftFacts.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { lessonIn } from '../queries/lessonPlaces.ts';
import { offerCompromises } from '../queries/offerCompromises.ts';
import type { AgreedWindow, CompromiseOffers } from '../schemas/compromises.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';

/**
 * Adds hours in which a student can be online, because the student or a guardian agreed to them; the audit keeps who
 * did, and they are told. Only the hour of a lesson that this one student keeps from suiting everybody can be agreed.
 */
export const agreeWindow =
  (apis: Apis) =>
  async (scope: WriteScope, params: LessonParams, agreed: AgreedWindow, seen: number): Promise<CompromiseOffers> => {
    const { draftId, ...key } = params;
    const { studentId, agreedWithId, weekday, hour } = agreed;
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const { facts } = await draftFacts(apis, scope, draft);
    const lesson = lessonIn(composedOf(facts), key);
    const found = lesson.places.find((one) => isWindowOffered(one, studentId, { weekday, hour }));
    if (!found) throw new Problem(windowNotOffered);
    const guardings = await guardingsOf(apis, scope, [studentId]);
    const family = [studentId, ...guardings.map(({ guardianId }) => guardianId)];
    if (!family.includes(agreedWithId)) throw new Problem(notOfFamily);
    const [time] = await apis.calendar.timesOf(scope.db, [studentId]);
    if (!time) throw new Problem(windowNotOffered);
    const { zone, weekly } = time.availability;
    const hours = viewerTimes(facts.clocks, lesson.group.zone, found.place, zone).map((one) => ({
      weekday: one.weekday,
      from: one.startsTime,
      to: one.endsTime,
    }));
    const online = weekly.filter(({ kind }) => kind === 'online');
    await apis.calendar.importAvailability(scope, studentId, {
      windows: withAgreed(online, hours).map((one) => ({ ...one })),
    });
    await apis.audit.record(scope, {
      act: 'timetable.window-agreed',
      entity: 'people.person',
      entityId: studentId,
      detail: { agreedWithId, hours },
    });
    const [first] = hours;
    if (first) scope.emit(windowAgreed, { studentId, agreedWithId, ...first });
    scope.touch(draftTopic(apis.school), draftId);
    return offerCompromises(apis)(scope, params);
  };
