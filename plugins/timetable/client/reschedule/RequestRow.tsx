import type { ReactNode } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { Row } from '../../../../client/src/kit/List.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { useTexts } from '../useTexts.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { fromTo, lessonOfRequest, stateOfRequest, toneOf } from './requestWords.ts';

/** A request for another time; the teacher answers it in place. */
export function RequestRow({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const times = useTimes();
  const me = useSession().person?.id;
  const actions: ReactNode = request.may.answer ? <AnswerButtons request={request} /> : undefined;
  return (
    <Row
      to={`/timetable/requests/${request.id}`}
      title={lessonOfRequest(request)}
      details={
        <>
          <div className="figures">{fromTo(request, t, times)}</div>
          <div>
            {request.forPerson.id === me
              ? request.reason
              : t('request.forWhom', { name: request.forPerson.name, reason: request.reason })}
          </div>
          <StateText tone={toneOf[request.state]}>{stateOfRequest(request, t, times)}</StateText>
        </>
      }
      {...(actions ? { actions } : {})}
    />
  );
}
