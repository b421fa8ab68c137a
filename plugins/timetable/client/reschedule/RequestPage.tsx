import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { rescheduleQuery } from '../api/reschedules.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { RequestActions } from './RequestActions.tsx';
import { RequestSteps } from './RequestSteps.tsx';
import { lessonOfRequest, stateOfRequest, toneOf } from './requestWords.ts';

/** One request for another time: where it stands, what happened, what the reader can do. */
export function RequestPage() {
  const { t } = useTexts();
  const times = useTimes();
  const { rescheduleId = '' } = useParams();
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(rescheduleQuery(rescheduleId));
  return (
    <Page
      title={data ? lessonOfRequest(data) : t('request.one')}
      summary={data && <StateText tone={toneOf[data.state]}>{stateOfRequest(data, t, times)}</StateText>}
      above={<Link to="/requests">{t('request.all')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <>
          <RequestActions request={data} />
          <RequestFacts request={data} />
          <Section title={t('request.steps')}>
            <RequestSteps steps={data.steps} />
          </Section>
        </>
      )}
    </Page>
  );
}

function RequestFacts({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const times = useTimes();
  const { state, from, slot, forPerson, askedBy, lesson, reason, wish } = request;
  const span = (of: { readonly startsAt: string; readonly endsAt: string }) =>
    `${times.dateTime(of.startsAt)}–${times.time(of.endsAt)}`;
  return (
    <Facts>
      <Fact label={t('request.was')}>{span(from)}</Fact>
      <Fact label={t(state === 'done' ? 'request.became' : 'request.wanted')}>
        {slot ? span(slot) : t('request.noSlot')}
      </Fact>
      <Fact label={t('request.for')}>{forPerson.name}</Fact>
      {askedBy.id !== forPerson.id && <Fact label={t('request.by')}>{askedBy.name}</Fact>}
      <Fact label={t('lesson.teacher')}>{lesson.teacherName}</Fact>
      <Fact label={t('request.reason')}>{reason}</Fact>
      {wish && <Fact label={t('request.wish')}>{wish}</Fact>}
    </Facts>
  );
}
