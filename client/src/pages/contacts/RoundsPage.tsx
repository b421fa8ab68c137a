import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { endRound, type Round, remindOfRound, roundsQuery } from '../../api/contacts.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { lazily } from '../../lazily.ts';
import { useTimes } from '../../time/useTimes.ts';
import './contacts.css';

const NewRoundSheet = lazily(async () => (await import('./NewRoundSheet.tsx')).NewRoundSheet);

/** Asking families whether their contacts still hold, and who has answered. */
export function RoundsPage() {
  const { t } = useTranslation('contacts');
  const { data, error, refetch } = useQuery(roundsQuery);
  const [opening, setOpening] = useState(false);
  return (
    <Page
      title={t('rounds.title')}
      summary={t('rounds.what')}
      above={<Link to="/directory">{t('nav.directory')}</Link>}
      actions={
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpening(true)}>
          {t('rounds.open')}
        </Button>
      }
      waiting={!data}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.items.length === 0 && <Empty title={t('rounds.none')}>{t('rounds.noneWhat')}</Empty>}
      {data?.items.map((round) => (
        <RoundPart key={round.id} round={round} />
      ))}
      <Suspense>{opening && <NewRoundSheet onClose={() => setOpening(false)} />}</Suspense>
    </Page>
  );
}

function RoundPart({ round }: { readonly round: Round }) {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const refreshes = [['contacts', 'rounds']];
  const reminding = useWrite(() => remindOfRound(round.id), { onDone: () => showToast(t('rounds.reminded')) });
  const ending = useWrite(() => endRound(round.id), { refreshes, onDone: () => showToast(t('rounds.ended')) });
  const problem = reminding.error ?? ending.error;
  const title = t(round.closedAt ? 'rounds.wasUntil' : 'rounds.until', { day: times.dayInText(round.dueOn) });
  return (
    <Section
      title={title}
      actions={
        <>
          {round.may.remind && round.confirmed < round.asked && (
            <Button variant="default" loading={reminding.isPending} onClick={() => reminding.mutate(undefined)}>
              {t('rounds.remind')}
            </Button>
          )}
          {round.may.close && (
            <Button variant="subtle" loading={ending.isPending} onClick={() => ending.mutate(undefined)}>
              {t('rounds.end')}
            </Button>
          )}
        </>
      }
    >
      {problem && <ProblemView problem={problem} />}
      <p>{t('rounds.count', { confirmed: round.confirmed, asked: round.asked })}</p>
      <List label={title}>
        {round.groups.map((group) => (
          <Row
            key={group.groupId}
            to={`/contacts/rounds/${round.id}/${group.groupId}`}
            title={group.name}
            details={
              group.confirmed < group.asked
                ? t('rounds.waiting', { count: group.asked - group.confirmed })
                : t('rounds.all')
            }
            trail={<Share confirmed={group.confirmed} asked={group.asked} />}
          />
        ))}
      </List>
    </Section>
  );
}

/** "12 of 40, 30 %", with the same as a bar beside it. */
function Share({ confirmed, asked }: { readonly confirmed: number; readonly asked: number }) {
  const { t, i18n } = useTranslation('contacts');
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(asked ? confirmed / asked : 1);
  return (
    <span className="share">
      <progress className="share-bar" aria-hidden="true" max={Math.max(asked, 1)} value={confirmed} />
      <span>{t('rounds.of', { confirmed, asked, share })}</span>
    </span>
  );
}
