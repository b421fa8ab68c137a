import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../../../client/src/api/session.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MeetingView } from '../../schemas/meetings.ts';
import { cancelMeeting, meetingQuery } from '../api/meetings.ts';
import { timetableKey, useLiveTimetable } from '../api/watching.ts';
import { MoveSheet } from './MoveSheet.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';
import './meetings.css';

/** A meeting: when, who comes, the way in; whoever planned it moves it or calls it off. */
export function MeetingPage() {
  const { t } = useMeetingTexts();
  const { meetingId = '' } = useParams();
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(meetingQuery(meetingId));
  return (
    <Page
      title={data?.title ?? t('meeting')}
      above={<Link to="/timetable">{t('toWeek')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Meeting meeting={data} />}
    </Page>
  );
}

function Meeting({ meeting }: { readonly meeting: MeetingView }) {
  const { t } = useMeetingTexts();
  const times = useTimes();
  const me = useSession().person?.id ?? '';
  const { startsAt, endsAt, joinUrl, invited, whose, state } = meeting;
  const isOpen = Date.parse(endsAt) > useNow().getTime();
  const children = invited.filter(({ id }) => id !== me && whose.includes(id)).map(({ name }) => name);
  return (
    <div className="stack">
      <p className="figures">
        {times.dateTime(startsAt)}–{times.time(endsAt)}
      </p>
      {state === 'cancelled' && <StateText tone="stopped">{t('cancelled')}</StateText>}
      <Facts>
        <Fact label={t('madeBy')}>{meeting.madeBy.name}</Fact>
        {children.length > 0 && <Fact label={t('ofChild')}>{children.join(', ')}</Fact>}
      </Facts>
      <div className="actions">
        {joinUrl && isOpen && (
          <JoinButton label={t('enter')} entry={{ title: meeting.title, startsAt }} joinUrl={joinUrl} />
        )}
        {meeting.may.change && <MeetingActs meeting={meeting} />}
      </div>
      {!joinUrl && state === 'planned' && <p className="quiet">{t('noLink')}</p>}
      <Section title={t('invitedPeople', { count: invited.length })}>
        <List label={t('invitedPeople', { count: invited.length })}>
          {invited.map(({ id, name, isExpected }) => (
            <Row key={id} title={name} {...(isExpected ? {} : { details: t('elsewhere') })} />
          ))}
        </List>
      </Section>
    </div>
  );
}

function MeetingActs({ meeting }: { readonly meeting: MeetingView }) {
  const { t } = useMeetingTexts();
  const [open, setOpen] = useState<'move' | 'cancel'>();
  const close = () => setOpen(undefined);
  const cancelling = useWrite(() => cancelMeeting(meeting), {
    refreshes: [[timetableKey]],
    onDone: () => {
      showToast(t('calledOff'));
      close();
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen('move')}>
        {t('move')}
      </Button>
      <Button variant="default" onClick={() => setOpen('cancel')}>
        {t('cancel')}
      </Button>
      {open === 'move' && <MoveSheet meeting={meeting} onClose={close} />}
      <Sheet
        title={t('cancel')}
        opened={open === 'cancel'}
        onClose={close}
        foot={
          <Button loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined)}>
            {t('cancel')}
          </Button>
        }
      >
        <p>{t('cancelWhy', { count: meeting.people })}</p>
        <FieldErrors problem={cancelling.error} />
      </Sheet>
    </>
  );
}
