import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { personQuery } from '../../../../client/src/api/people.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import type { Picked } from '../../../../client/src/pages/people/PersonPicker.tsx';
import { MeetForm } from './MeetForm.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';
import './meetings.css';

/** "When can we meet?": who, how long, in which days; then the times. A student or a group may be named in the address. */
export function MeetPage() {
  const { t } = useMeetingTexts();
  const [search] = useSearchParams();
  const [personId, groupId] = ['person', 'group'].map((name) => search.get(name) ?? '');
  const { data, isLoading } = useQuery({ ...personQuery(personId ?? ''), enabled: Boolean(personId) });
  const people: readonly Picked[] = data ? [{ id: data.id, name: data.name }] : [];
  return (
    <Page title={t('title')} summary={t('why')} above={<Link to="/timetable">{t('toWeek')}</Link>}>
      {isLoading ? (
        <Waiting rows={5} />
      ) : (
        <MeetForm first={{ people, groups: groupId ? [{ groupId, whom: ['team'] }] : [] }} />
      )}
    </Page>
  );
}
