import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { AgreementView, ObjectionView } from '../../schemas/agreements.ts';
import {
  agreementQuery,
  agreementRefreshes,
  agreeToDraft,
  objectToDraft,
  withdrawObjection,
} from '../api/agreements.ts';
import { useTexts } from '../useTexts.ts';
import { ObjectionList } from './ObjectionList.tsx';

/** The lessons that a draft has for the students of a home school, which agrees or objects. */
export function AgreementPage() {
  const { t } = useTexts();
  const times = useTimes();
  const { agreementId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(agreementQuery(agreementId));
  const on = data && times.days(data.answerByOn, data.answerByOn);
  return (
    <Page
      title={data?.draftName ?? t('agreement.title')}
      summary={data && `${data.homeSchoolName} · ${t(`agreement.state.${data.state}`, { on })}`}
      above={<Link to="/agreements">{t('agreement.title')}</Link>}
      actions={data?.may.agree && <Agree id={data.id} />}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <>
          {data.objections.length > 0 && (
            <Section title={t('agreement.objections')}>
              <ObjectionList objections={data.objections} actionsOf={(one) => <Withdraw objection={one} />} />
            </Section>
          )}
          <Lessons agreement={data} />
          {data.may.object && <ObjectForm key={data.objections.length} agreement={data} />}
        </>
      )}
    </Page>
  );
}

function Agree({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const agreeing = useWrite(agreeToDraft, { refreshes: agreementRefreshes });
  return (
    <>
      <FieldErrors problem={agreeing.error} />
      <Button loading={agreeing.isPending} onClick={() => agreeing.mutate(id)}>
        {t('agreement.agree')}
      </Button>
    </>
  );
}

function Withdraw({ objection }: { readonly objection: ObjectionView }) {
  const { t } = useTexts();
  const withdrawing = useWrite(withdrawObjection, { refreshes: agreementRefreshes });
  return (
    <Button
      size="sm"
      variant="default"
      loading={withdrawing.isPending}
      onClick={() => withdrawing.mutate(objection.id)}
    >
      {t('agreement.withdraw')}
    </Button>
  );
}

type Lesson = AgreementView['lessons'][number];

/** Lessons with the same key, in the order in which they come. */
function grouped(lessons: readonly Lesson[], keyOf: (lesson: Lesson) => string): [string, Lesson[]][] {
  const groups = new Map<string, Lesson[]>();
  for (const lesson of lessons) groups.set(keyOf(lesson), [...(groups.get(keyOf(lesson)) ?? []), lesson]);
  return [...groups];
}

/** The week of each group, day by day; on paper too. */
function Lessons({ agreement }: { readonly agreement: AgreementView }) {
  const { t } = useTexts();
  const times = useTimes();
  const groups = grouped(agreement.lessons, ({ groupId }) => groupId);
  const line = ({ startsTime, subjectName, subgroupName }: Lesson) =>
    `${startsTime} ${[subjectName, subgroupName].filter(Boolean).join(', ')}`;
  return groups.map(([groupId, lessons]) => (
    <Section key={groupId} title={t('agreement.lessonsOf', { group: lessons[0]?.groupName })}>
      <List label={lessons[0]?.groupName ?? ''}>
        {grouped(lessons, ({ weekday }) => String(weekday)).map(([weekday, day]) => (
          <Row key={weekday} title={times.weekday(Number(weekday))} details={day.map(line).join(' · ')} />
        ))}
      </List>
    </Section>
  ));
}

function ObjectForm({ agreement }: { readonly agreement: AgreementView }) {
  const { t } = useTexts();
  const [about, setAbout] = useState('');
  const [reason, setReason] = useState('');
  const objecting = useWrite(objectToDraft, { refreshes: agreementRefreshes });
  const groups = new Map(agreement.lessons.map(({ groupId, groupName }) => [groupId, groupName]));
  const courses = new Map(
    agreement.lessons.map((one) => [`${one.groupId} ${one.courseId}`, `${one.groupName}, ${one.subjectName}`]),
  );
  const [groupId = '', courseId = null] = about.split(' ');
  return (
    <Section title={t('agreement.object')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          objecting.mutate({ id: agreement.id, groupId, courseId, reason: reason.trim() });
        }}
      >
        <FieldErrors problem={objecting.error} />
        <NativeSelect
          label={t('agreement.about')}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
          data={[
            { value: '', label: '–' },
            ...[...groups].map(([value, label]) => ({ value, label: t('agreement.wholeGroup', { group: label }) })),
            ...[...courses].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Textarea
          label={t('agreement.reason')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" variant="default" disabled={!about || !reason.trim()} loading={objecting.isPending}>
            {t('agreement.object')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
