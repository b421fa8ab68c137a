import { Button } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { groupsQuery } from '../../api/groups.ts';
import {
  type Holiday,
  type HomeSchool,
  holidaysQuery,
  homeSchoolsQuery,
  type Subject,
  subjectsQuery,
  type Term,
  termsQuery,
  useMayEditSchool,
} from '../../api/schoolLists.ts';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import { addDays, dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import type { Edited, Field } from './FieldsSheet.tsx';
import { SchoolQuietHours } from './SchoolQuietHours.tsx';

const FieldsSheet = lazily(async () => (await import('./FieldsSheet.tsx')).FieldsSheet, 'client/manage');

const ItemsSection = lazily(
  async () => (await import('../introductions/ItemsSection.tsx')).ItemsSection,
  'introductions',
);

const refreshes = [['terms'], ['holidays'], ['home-schools'], ['subjects'], ['groups']];

interface PartProps {
  /** Undefined for those who only read. */
  readonly onEdit: ((edited: Edited) => void) | undefined;
}

/** What everything else stands on: terms, holidays, home schools and subjects. */
export function SchoolPage() {
  const { t } = useTranslation('client');
  const [edited, setEdited] = useState<Edited>();
  const onEdit = useMayEditSchool() ? setEdited : undefined;
  return (
    <Page
      title={t('school.title')}
      summary={t('school.what')}
      actions={
        onEdit && (
          <Button variant="default" component={Link} to="/school/year">
            {t('newYear', { ns: 'school' })}
          </Button>
        )
      }
    >
      <Terms onEdit={onEdit} />
      <Holidays onEdit={onEdit} />
      <HomeSchools onEdit={onEdit} />
      {onEdit && <SchoolQuietHours />}
      <Subjects onEdit={onEdit} />
      <Suspense>{onEdit && <ItemsSection />}</Suspense>
      <Suspense>
        {edited && <FieldsSheet edited={edited} refreshes={refreshes} onClose={() => setEdited(undefined)} />}
      </Suspense>
    </Page>
  );
}

function Terms({ onEdit }: PartProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  const fields: readonly Field[] = [
    { name: 'name', label: t('school.name'), kind: 'text' },
    { name: 'startsOn', label: t('school.startsOn'), kind: 'date' },
    { name: 'endsOn', label: t('school.endsOn'), kind: 'date' },
  ];
  const edit = (title: string, values: Edited['values'], term?: Term): Edited => ({
    title,
    fields,
    values,
    path: '/terms',
    ...(term ? { known: { id: term.id, revision: term.revision, method: 'PUT' } } : {}),
  });
  return (
    <Part<Term>
      title={t('school.terms')}
      empty={t('school.noTerms')}
      found={useQuery(termsQuery)}
      add={t('school.addTerm')}
      onAdd={
        onEdit && (() => onEdit(edit(t('school.addTerm'), { name: '', startsOn: today, endsOn: addDays(today, 120) })))
      }
      row={(term) => ({
        title: term.name,
        details: times.days(term.startsOn, term.endsOn),
        ...(term.startsOn <= today && today <= term.endsOn ? { trail: t('school.now') } : {}),
      })}
      onChange={
        onEdit &&
        ((term) => onEdit(edit(term.name, { name: term.name, startsOn: term.startsOn, endsOn: term.endsOn }, term)))
      }
    />
  );
}

function Holidays({ onEdit }: PartProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const fields: readonly Field[] = [
    { name: 'name', label: t('school.name'), kind: 'text' },
    { name: 'fromOn', label: t('school.firstDay'), kind: 'date' },
    { name: 'untilOn', label: t('school.lastDay'), kind: 'date' },
    {
      name: 'groupId',
      label: t('manage.forWhom'),
      kind: 'choice',
      options: [
        { value: '', label: t('school.allGroups') },
        ...groups.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  ];
  const edit = (title: string, values: Edited['values'], holiday?: Holiday): Edited => ({
    title,
    fields,
    values,
    path: '/holidays',
    bodyOf: (given) => ({ ...given, groupId: given.groupId || null }),
    ...(holiday ? { known: { id: holiday.id, revision: holiday.revision, method: 'PUT' } } : {}),
  });
  return (
    <Part<Holiday>
      title={t('school.holidays')}
      empty={t('school.noHolidays')}
      found={useQuery(holidaysQuery)}
      add={t('school.addHoliday')}
      onAdd={
        onEdit && (() => onEdit(edit(t('school.addHoliday'), { name: '', fromOn: today, untilOn: today, groupId: '' })))
      }
      row={(holiday) => ({
        title: holiday.name,
        details: [
          holiday.fromOn === holiday.untilOn
            ? times.longDate(holiday.fromOn)
            : times.days(holiday.fromOn, holiday.untilOn),
          holiday.groupId ? groups.find(({ id }) => id === holiday.groupId)?.name : t('school.allGroups'),
        ]
          .filter(Boolean)
          .join(' · '),
      })}
      onChange={
        onEdit &&
        ((holiday) => {
          const { name, fromOn, untilOn, groupId } = holiday;
          onEdit(edit(name, { name, fromOn, untilOn, groupId: groupId ?? '' }, holiday));
        })
      }
    />
  );
}

const adultAges = ['14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25'];

const valuesOf = ({ name, zone, adultAge }: HomeSchool) => ({ name, zone, adultAge: String(adultAge) });

function HomeSchools({ onEdit }: PartProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const fields: readonly Field[] = [
    { name: 'name', label: t('school.name'), kind: 'text' },
    { name: 'zone', label: t('settings.zone'), kind: 'zone' },
    {
      name: 'adultAge',
      label: t('school.adultAge'),
      kind: 'choice',
      options: adultAges.map((age) => ({ value: age, label: age })),
    },
  ];
  const edit = (title: string, values: Edited['values'], school?: HomeSchool): Edited => ({
    title,
    fields,
    values,
    path: '/home-schools',
    bodyOf: ({ adultAge, ...given }) => ({ ...given, adultAge: Number(adultAge) }),
    ...(school ? { known: { id: school.id, revision: school.revision, method: 'PATCH' } } : {}),
  });
  return (
    <Part<HomeSchool>
      title={t('school.homeSchools')}
      empty={t('school.noHomeSchools')}
      found={useQuery(homeSchoolsQuery)}
      add={t('school.addHomeSchool')}
      onAdd={onEdit && (() => onEdit(edit(t('school.addHomeSchool'), { name: '', zone: times.zone, adultAge: '18' })))}
      row={(school) => ({ title: school.name, details: times.zoneName(school.zone) })}
      onChange={onEdit && ((school) => onEdit(edit(school.name, valuesOf(school), school)))}
    />
  );
}

function Subjects({ onEdit }: PartProps) {
  const { t } = useTranslation('client');
  const edit = (title: string, name: string, subject?: Subject): Edited => ({
    title,
    fields: [{ name: 'name', label: t('school.name'), kind: 'text' }],
    values: { name },
    path: '/subjects',
    ...(subject ? { known: { id: subject.id, revision: subject.revision, method: 'PATCH' } } : {}),
  });
  return (
    <Part<Subject>
      title={t('school.subjects')}
      empty={t('school.noSubjects')}
      found={useQuery(subjectsQuery)}
      add={t('school.addSubject')}
      onAdd={onEdit && (() => onEdit(edit(t('school.addSubject'), '')))}
      row={(subject) => ({ title: subject.name })}
      onChange={onEdit && ((subject) => onEdit(edit(subject.name, subject.name, subject)))}
    />
  );
}

interface PartOf<T> {
  readonly title: string;
  readonly empty: string;
  readonly found: UseQueryResult<{ readonly items: readonly T[] }>;
  readonly add: string;
  readonly onAdd: (() => void) | undefined;
  readonly row: (item: T) => { readonly title: string; readonly details?: ReactNode; readonly trail?: ReactNode };
  readonly onChange: ((item: T) => void) | undefined;
}

function Part<T extends { readonly id: string; readonly name: string }>(props: PartOf<T>) {
  const { title, empty, found, add, onAdd, row, onChange } = props;
  const { t } = useTranslation('client');
  const { data, error, refetch } = found;
  return (
    <Section
      title={title}
      actions={
        onAdd && (
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={onAdd}>
            {add}
          </Button>
        )
      }
    >
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      {data?.items.length === 0 && <p className="quiet">{empty}</p>}
      {data && data.items.length > 0 && (
        <List label={title}>
          {data.items.map((item) => (
            <Row
              key={item.id}
              {...row(item)}
              {...(onChange
                ? {
                    actions: (
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('manage.changeNamed', { name: item.name })}
                        onClick={() => onChange(item)}
                      >
                        {t('manage.change')}
                      </Button>
                    ),
                  }
                : {})}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
