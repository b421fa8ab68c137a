import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { defineLink, type LinkKind } from '../../../server/links/api.ts';
import type { Apis } from '../apis.ts';
import { answerRequest } from '../commands/answerReschedule.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleMovedOn } from '../problems.ts';
import { viewOf } from '../queries/reschedules.ts';
import { rescheduleById } from '../store/reschedules.ts';

/** What a link is about: one proposal of one request. Another proposal of the same request needs another link. */
export const proposalOf = ({ id, startsAt }: { readonly id: string; readonly startsAt: Date | null }): string =>
  `${id} ${startsAt?.toISOString() ?? ''}`;

/** The request of a subject, if it still proposes the same. */
const requestIdOf = (subject: string): string => subject.split(' ')[0] ?? '';

/** A teacher agrees or declines from the mail, without signing in; the command asks for the teacher's rights as always. */
export const consentLink = (apis: () => Apis): LinkKind =>
  defineLink({
    id: 'timetable.consent',
    choices: ['agree', 'decline'],
    show: async (scope, subject) => {
      const request = await proposedNow(scope, subject);
      if (!request) return undefined;
      const view = await viewOf(apis(), scope, request.id);
      const [mine] = view.moves.filter(({ isMine }) => isMine);
      if (!mine || !view.may.answer) return undefined;
      const { language, zone } = scope.actor;
      return {
        subject: mine.subjectName,
        group: mine.groupName,
        from: timeText(new Date(mine.from.startsAt), language, zone),
        to: timeText(new Date(mine.to.startsAt), language, zone),
      };
    },
    decide: async (scope, subject, choice) => {
      const request = await proposedNow(scope, subject);
      if (!request) throw new Problem(rescheduleMovedOn, { id: requestIdOf(subject), state: 'proposed' });
      return answerRequest(apis(), scope, request.id, { consent: choice === 'agree' });
    },
  });

/** The request, if what the mail told of is still what is proposed: nobody agrees to a time that they have not read. */
async function proposedNow({ db }: ReadScope, subject: string): Promise<Reschedule | undefined> {
  const request = await rescheduleById(db, requestIdOf(subject));
  return request && proposalOf(request) === subject ? request : undefined;
}
