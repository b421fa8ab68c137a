import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { StateText, type Tone } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { HomeSchoolLessons } from '../../schemas/homeSchools.ts';
import { homeSchoolFile, homeSchoolLessonsQuery, type Period } from '../api/homeSchools.ts';
import { useAgreementTexts } from './useAgreementTexts.ts';
import { usePeriod } from './usePeriod.ts';
import './homeSchool.css';

/** What a home school receives: its students' lessons and changes, to look at and to take away. */
export function HomeSchoolPage() {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const { homeSchoolId = '' } = useParams();
  const [period, change] = usePeriod();
  const { data, error, refetch } = useQuery(homeSchoolLessonsQuery(homeSchoolId, period));
  return (
    <Page
      title={data?.homeSchool.name ?? t('school.title')}
      summary={data && t('school.what', { zone: times.zoneName(data.homeSchool.zone) })}
      above={<Link to="/agreements">{t('title')}</Link>}
      actions={<Files homeSchoolId={homeSchoolId} period={period} />}
    >
      <PeriodFields period={period} onChange={change} />
      {error && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} />}
      {data && !error && <Days lessons={data.items} />}
    </Page>
  );
}

function Files({ homeSchoolId, period }: { readonly homeSchoolId: string; readonly period: Period }) {
  const { t } = useAgreementTexts();
  return (
    <>
      {(['csv', 'pdf'] as const).map((kind) => (
        <Button key={kind} component="a" variant="default" href={homeSchoolFile(homeSchoolId, kind, period)}>
          {t(`school.${kind}`)}
        </Button>
      ))}
      <Button component={Link} variant="default" to={`/home-schools/${homeSchoolId}/hours`}>
        {t('school.hours')}
      </Button>
    </>
  );
}

const lengths = [1, 7, 14, 28, 125];

interface PeriodFieldsProps {
  readonly period: Period;
  readonly onChange: (over: Partial<Period>) => void;
}

function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { t } = useAgreementTexts();
  return (
    <div className="home-school-period no-print">
      <TextInput
        type="date"
        label={t('school.from')}
        value={period.from}
        onChange={({ currentTarget: { value } }) => value && onChange({ from: value })}
      />
      <NativeSelect
        label={t('school.length')}
        value={period.days}
        onChange={({ currentTarget: { value } }) => onChange({ days: Number(value) })}
        data={lengths.map((days) => ({ value: String(days), label: t(`school.lengths.${days}`) }))}
      />
      <Choice
        legend={t('school.which')}
        options={(['all', 'changed'] as const).map((value) => ({ value, label: t(`school.${value}`) }))}
        value={period.which}
        onChange={(which) => onChange({ which })}
      />
    </div>
  );
}

type Line = HomeSchoolLessons['items'][number];

const tones: Readonly<Record<Line['state'], Tone>> = { planned: 'plain', moved: 'moved', cancelled: 'stopped' };

function Days({ lessons }: { readonly lessons: readonly Line[] }) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  if (lessons.length === 0) return <Empty title={t('school.none')} />;
  const days = [...new Set(lessons.map(({ on }) => on))];
  return days.map((on) => (
    <Section key={on} title={times.day(on)}>
      <List label={times.day(on)}>
        {lessons
          .filter((one) => one.on === on)
          .map((one) => (
            <LessonRow key={one.id} lesson={one} />
          ))}
      </List>
    </Section>
  ));
}

function LessonRow({ lesson }: { readonly lesson: Line }) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const { startsTime, endsTime, groupName, subjectName, subgroupName, teacherName, students, state, movedFrom } =
    lesson;
  const was = movedFrom && t('school.was', { on: times.days(movedFrom.on, movedFrom.on), time: movedFrom.startsTime });
  return (
    <Row
      lead={`${startsTime}–${endsTime}`}
      title={[subjectName, subgroupName].filter(Boolean).join(', ')}
      details={[groupName, teacherName, t('school.students', { count: students }), was].filter(Boolean).join(' · ')}
      trail={state !== 'planned' && <StateText tone={tones[state]}>{t(`school.states.${state}`)}</StateText>}
    />
  );
}
