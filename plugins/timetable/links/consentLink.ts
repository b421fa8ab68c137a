import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { defineLink, type LinkKind, partsOfChoice } from '../../../server/links/api.ts';
import type { Apis } from '../apis.ts';
import { answerRequest } from '../commands/answerReschedule.ts';
import { counterSlot } from '../commands/proposeSlot.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleMovedOn, slotTaken } from '../problems.ts';
import { listSlotsOfRequest } from '../queries/listFreeSlots.ts';
import { viewOf } from '../queries/reschedules.ts';
import { CounterProposal } from '../schemas/reschedules.ts';
import { rescheduleById } from '../store/reschedules.ts';

/** What a link is about: one proposal of one request. Another proposal of the same request needs another link. */
export const proposalOf = ({ id, startsAt }: { readonly id: string; readonly startsAt: Date | null }): string =>
  `${id} ${startsAt?.toISOString() ?? ''}`;

/** The request of a subject, if it still proposes the same. */
const requestIdOf = (subject: string): string => subject.split(' ')[0] ?? '';

/** So many other times are offered: a page of a mail is no calendar. */
const otherTimes = 3;

const isForAll = (reasons: readonly { readonly kind: string }[]): boolean =>
  reasons.some(({ kind }) => kind === 'all-can-attend');

/** A teacher agrees, declines or names another time from the mail, without signing in; the command asks for the teacher's rights as always. */
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
    openKeys: ['other'],
    more: async (scope, subject) => {
      const request = await proposedNow(scope, subject);
      if (!request || !(await viewOf(apis(), scope, request.id)).may.counter) return [];
      const { items } = await listSlotsOfRequest(apis(), scope, request.id);
      const { language, zone } = scope.actor;
      return items
        .filter(({ startsAt, reasons }) => isForAll(reasons) && startsAt !== request.startsAt?.toISOString())
        .slice(0, otherTimes)
        .map(({ on, time, startsAt }) => ({
          key: 'other',
          value: `${on}T${time}`,
          values: { when: timeText(new Date(startsAt), language, zone) },
        }));
    },
    decide: async (scope, subject, choice) => {
      const request = await proposedNow(scope, subject);
      if (!request) throw new Problem(rescheduleMovedOn, { id: requestIdOf(subject), state: 'proposed' });
      const { key, value } = partsOfChoice(choice);
      if (key !== 'other') return answerRequest(apis(), scope, request.id, { consent: choice === 'agree' });
      const [on = '', time = ''] = value.split('T');
      const slot = CounterProposal.safeParse({ on, time });
      const { items } = await listSlotsOfRequest(apis(), scope, request.id);
      const isStillFree = items.some((one) => one.on === on && one.time === time);
      if (!slot.success || !isStillFree) throw new Problem(slotTaken, { blocked: [], hasRoom: true });
      return counterSlot(apis(), scope, request.id, slot.data);
    },
  });

/** The request, if what the mail told of is still what is proposed: nobody agrees to a time that they have not read. */
async function proposedNow({ db }: ReadScope, subject: string): Promise<Reschedule | undefined> {
  const request = await rescheduleById(db, requestIdOf(subject));
  return request && proposalOf(request) === subject ? request : undefined;
}
