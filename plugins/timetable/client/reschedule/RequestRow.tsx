import type { ReactNode } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { Row } from '../../../../client/src/kit/List.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { useTexts } from '../useTexts.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { ConfirmButtons } from './ConfirmButtons.tsx';
import { fromTo, lessonOfRequest, stateOfRequest, toneOf } from './requestWords.ts';

/** A request for another time; the teacher answers it in place. */
export function RequestRow({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const times = useTimes();
  const me = useSession().person?.id;
  const { may, forPerson, reason } = request;
  const actions: ReactNode = may.answer ? (
    <AnswerButtons request={request} />
  ) : may.confirm ? (
    <ConfirmButtons request={request} />
  ) : undefined;
  return (
    <Row
      to={`/requests/${request.id}`}
      title={lessonOfRequest(request)}
      details={
        <>
          <div className="figures">{fromTo(request, t, times)}</div>
          <div>
            {!forPerson && t('request.makeRoom')}
            {forPerson?.id === me && reason}
            {forPerson && forPerson.id !== me && t('request.forWhom', { name: forPerson.name, reason })}
          </div>
          <StateText tone={toneOf[request.state]}>{stateOfRequest(request, t, times)}</StateText>
        </>
      }
      {...(actions ? { actions } : {})}
    />
  );
}
