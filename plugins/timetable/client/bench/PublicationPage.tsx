import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { DiffList } from '../../../../client/src/kit/DiffList.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { DateDecision, ExceptionView, PublicationView } from '../../schemas/publications.ts';
import { isOver, useJob } from '../api/jobs.ts';
import { decideException, publicationQuery, publicationsQuery } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';
import { Exceptions } from './Exceptions.tsx';
import { PublishProgress } from './PublishProgress.tsx';
import { useChangeRows } from './useChangeRows.ts';
import { useCountWords } from './useCountWords.ts';

/** One publication: what it changed, and the dates that wait for a decision. */
export function PublicationPage() {
  const { t } = useTexts();
  const times = useTimes();
  const countWords = useCountWords();
  const { publicationId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(publicationQuery(publicationId));
  return (
    <Page
      title={
        data
          ? t('publication.titled', { number: data.number, from: times.longDate(data.effectiveOn) })
          : t('publication.one')
      }
      summary={
        data?.publishedAt
          ? `${countWords(data.counts)} · ${t('publication.by', { name: data.publishedByName ?? '', when: times.dateTime(data.publishedAt) })}`
          : undefined
      }
      above={<Link to="/workbench">{t('draft.all')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <PublicationParts publication={data} />}
    </Page>
  );
}

function PublicationParts({ publication }: { readonly publication: PublicationView }) {
  const { t } = useTexts();
  const rows = useChangeRows();
  useFreshWhenDone(publication);
  const { changes, exceptions, problems, state, jobId } = publication;
  return (
    <>
      {state !== 'published' && jobId && <PublishProgress publication={publication} jobId={jobId} />}
      {state === 'published' && <Link to="/timetable">{t('publication.toWeek')}</Link>}
      {problems.length > 0 && <Problems problems={problems} />}
      <Undecided exceptions={exceptions} publicationId={publication.id} />
      {changes.length > 0 && (
        <Section title={t(state === 'published' ? 'publication.changes' : 'publish.changes')}>
          <DiffList changes={rows(changes)} />
        </Section>
      )}
    </>
  );
}

function useFreshWhenDone({ id, jobId, state }: PublicationView): void {
  const client = useQueryClient();
  const { data: job } = useJob(state === 'published' ? '' : (jobId ?? ''));
  const over = job !== undefined && isOver(job);
  useEffect(() => {
    if (!over) return;
    void client.invalidateQueries({ queryKey: publicationQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: publicationsQuery.queryKey });
  }, [client, id, over]);
}

function Problems({ problems }: Pick<PublicationView, 'problems'>) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <Section title={t('publication.problems', { count: problems.length })}>
      <ul className="bench-plain">
        {problems.map((one) => (
          <li key={`${one.lessonId} ${one.kind} ${one.personId}`}>
            {t(`publication.problem.${one.kind}`, {
              name: one.personName ?? '',
              subject: one.subjectName,
              when: one.startsAt ? times.dateTime(one.startsAt) : '',
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface UndecidedProps {
  readonly exceptions: readonly ExceptionView[];
  readonly publicationId: string;
}

function Undecided({ exceptions, publicationId }: UndecidedProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const deciding = useWrite(
    ({ id, decision }: { readonly id: string; readonly decision: DateDecision }) => decideException(id, decision),
    {
      onDone: (publication) => {
        client.setQueryData(publicationQuery(publicationId).queryKey, publication);
        showToast(t('exception.decided'));
      },
    },
  );
  if (exceptions.length === 0) return null;
  return (
    <>
      <FieldErrors problem={deciding.error} />
      <Exceptions exceptions={exceptions} onDecide={({ id }, decision) => id && deciding.mutate({ id, decision })} />
    </>
  );
}
