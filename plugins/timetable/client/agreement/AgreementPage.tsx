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
import { Decide } from './Decide.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** The lessons that a draft has for the students of a home school, which agrees or objects. */
export function AgreementPage() {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const { agreementId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(agreementQuery(agreementId));
  const on = data && times.days(data.answerByOn, data.answerByOn);
  return (
    <Page
      title={data?.draftName ?? t('title')}
      summary={data && `${data.homeSchoolName} · ${t(`state.${data.state}`, { on })}`}
      above={<Link to="/agreements">{t('title')}</Link>}
      actions={
        <>
          {data?.may.agree && <Agree id={data.id} />}
          {data && <Link to={`/home-schools/${data.homeSchoolId}`}>{t('lessonsOfSchool')}</Link>}
        </>
      }
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <>
          {data.objections.length > 0 && (
            <Section title={t('objections')}>
              <ObjectionList
                objections={data.objections}
                actionsOf={(one) => (
                  <>
                    {data.may.decide && <Decide objection={one} />}
                    <Withdraw objection={one} />
                  </>
                )}
              />
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
  const { t } = useAgreementTexts();
  const agreeing = useWrite(agreeToDraft, { refreshes: agreementRefreshes });
  return (
    <>
      <FieldErrors problem={agreeing.error} />
      <Button loading={agreeing.isPending} onClick={() => agreeing.mutate(id)}>
        {t('agree')}
      </Button>
    </>
  );
}

function Withdraw({ objection }: { readonly objection: ObjectionView }) {
  const { t } = useAgreementTexts();
  const withdrawing = useWrite(withdrawObjection, { refreshes: agreementRefreshes });
  return (
    <Button
      size="sm"
      variant="default"
      loading={withdrawing.isPending}
      onClick={() => withdrawing.mutate(objection.id)}
    >
      {t('withdraw')}
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
  const { t } = useAgreementTexts();
  const times = useTimes();
  const groups = grouped(agreement.lessons, ({ groupId }) => groupId);
  const line = ({ startsTime, subjectName, subgroupName }: Lesson) =>
    `${startsTime} ${[subjectName, subgroupName].filter(Boolean).join(', ')}`;
  return groups.map(([groupId, lessons]) => (
    <Section key={groupId} title={t('lessonsOf', { group: lessons[0]?.groupName })}>
      <List label={lessons[0]?.groupName ?? ''}>
        {grouped(lessons, ({ weekday }) => String(weekday)).map(([weekday, day]) => (
          <Row key={weekday} title={times.weekday(Number(weekday))} details={day.map(line).join(' · ')} />
        ))}
      </List>
    </Section>
  ));
}

function ObjectForm({ agreement }: { readonly agreement: AgreementView }) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const [about, setAbout] = useState('');
  const [nth, setNth] = useState('');
  const [reason, setReason] = useState('');
  const objecting = useWrite(objectToDraft, { refreshes: agreementRefreshes });
  const groups = new Map(agreement.lessons.map(({ groupId, groupName }) => [groupId, groupName]));
  const courses = new Map(
    agreement.lessons.map((one) => [`${one.groupId} ${one.courseId}`, `${one.groupName}, ${one.subjectName}`]),
  );
  const [groupId = '', courseId = null] = about.split(' ');
  const single = agreement.lessons.filter((one) => one.groupId === groupId && one.courseId === courseId);
  return (
    <Section title={t('object')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          objecting.mutate({
            id: agreement.id,
            groupId,
            courseId,
            nth: nth ? Number(nth) : null,
            reason: reason.trim(),
          });
        }}
      >
        <FieldErrors problem={objecting.error} />
        <NativeSelect
          label={t('about')}
          value={about}
          onChange={(event) => {
            setAbout(event.currentTarget.value);
            setNth('');
          }}
          data={[
            { value: '', label: '–' },
            ...[...groups].map(([value, label]) => ({ value, label: t('wholeGroup', { group: label }) })),
            ...[...courses].map(([value, label]) => ({ value, label })),
          ]}
        />
        {single.length > 1 && (
          <NativeSelect
            label={t('whichLesson')}
            value={nth}
            onChange={(event) => setNth(event.currentTarget.value)}
            data={[
              { value: '', label: t('everyLesson') },
              ...single.map((one) => ({
                value: String(one.nth),
                label: t('placed', { weekday: times.weekday(one.weekday), time: one.startsTime }),
              })),
            ]}
          />
        )}
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" variant="default" disabled={!about || !reason.trim()} loading={objecting.isPending}>
            {t('object')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
