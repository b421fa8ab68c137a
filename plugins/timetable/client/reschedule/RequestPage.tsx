import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { FilesShown } from '../../../../client/src/kit/attach/FilesShown.tsx';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
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
          {(data.moves.length > 1 || !data.forPerson) && <RequestMoves moves={data.moves} />}
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
  const { from, slot, forPerson, askedBy, lesson, reason, wish } = request;
  const span = (of: { readonly startsAt: string; readonly endsAt: string }) =>
    `${times.dateTime(of.startsAt)}–${times.time(of.endsAt)}`;
  if (!forPerson) return <p>{t('request.makeRoom')}</p>;
  return (
    <Facts>
      {request.kind === 'anew' && (
        <Fact label={t('request.held')}>{t(request.isForGroup ? 'request.forGroup' : 'request.forStudent')}</Fact>
      )}
      <Fact label={t(request.kind === 'anew' ? 'request.missed' : 'request.was')}>{span(from)}</Fact>
      <Fact label={t(slotLabel(request))}>{slot ? span(slot) : t('request.noSlot')}</Fact>
      <Fact label={t('request.for')}>{forPerson.name}</Fact>
      {askedBy && askedBy.id !== forPerson.id && <Fact label={t('request.by')}>{askedBy.name}</Fact>}
      <Fact label={t('lesson.teacher')}>{lesson.teacherName}</Fact>
      <Fact label={t('request.reason')}>{reason}</Fact>
      {wish && <Fact label={t('request.wish')}>{wish}</Fact>}
      {request.windows.length > 0 && (
        <Fact label={t('request.windows')}>
          {request.windows.map(({ on, from: since, to }) => `${times.day(on)}, ${since}–${to}`).join('; ')}
        </Fact>
      )}
      {request.files.length > 0 && (
        <Fact label={t('request.files')}>
          <FilesShown files={request.files} />
        </Fact>
      )}
      {request.newLessonId && (
        <Fact label={t('request.newOne')}>
          <Link to={`/timetable?lesson=${request.newLessonId}`}>{t('request.newLesson')}</Link>
        </Fact>
      )}
    </Facts>
  );
}

function slotLabel({ state, kind }: RescheduleView) {
  if (state !== 'confirmed' && state !== 'done') return 'request.wanted';
  return kind === 'anew' ? 'request.anewAt' : 'request.became';
}

/** The lessons that make room for each other, and whose consent is still awaited. */
function RequestMoves({ moves }: Pick<RescheduleView, 'moves'>) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <Section title={t('request.moves')}>
      <List label={t('request.moves')}>
        {moves.map(({ lessonId, subjectName, groupName, teacherName, from, to, isAgreed }) => (
          <Row
            key={lessonId}
            title={`${subjectName}, ${groupName}`}
            details={
              <>
                <div className="figures">
                  {t('request.fromTo', { from: times.dateTime(from.startsAt), to: times.dateTime(to.startsAt) })}
                </div>
                <StateText tone={isAgreed ? 'done' : 'waiting'}>
                  {t(isAgreed ? 'request.agreedBy' : 'request.waitsFor', { name: teacherName })}
                </StateText>
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
