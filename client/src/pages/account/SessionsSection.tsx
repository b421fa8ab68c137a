import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endOtherSessions, endSession, type OwnSession, ownSessionsQuery } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** Where the account is signed in; whatever one does not know can be ended. */
export function SessionsSection() {
  const { t } = useTranslation('auth');
  const { data } = useQuery(ownSessionsQuery);
  const refreshes = [ownSessionsQuery.queryKey];
  const ending = useWrite(endSession, { refreshes, onDone: () => showToast(t('ui.sessions.ended')) });
  const endingAll = useWrite(() => endOtherSessions(), { refreshes, onDone: () => showToast(t('ui.sessions.ended')) });
  return (
    <Section title={t('ui.sessions.title')}>
      <FieldErrors problem={ending.error ?? endingAll.error} />
      {!data && <Waiting rows={2} />}
      {data && (
        <List label={t('ui.sessions.title')}>
          {data.items.map((one) => (
            <SessionRow key={one.id} session={one} onEnd={() => ending.mutate(one.id)} waiting={ending.isPending} />
          ))}
        </List>
      )}
      {data && data.items.length > 1 && (
        <div className="actions">
          <Button variant="default" loading={endingAll.isPending} onClick={() => endingAll.mutate(undefined)}>
            {t('ui.sessions.endOthers')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface SessionRowProps {
  readonly session: OwnSession;
  readonly waiting: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, waiting, onEnd }: SessionRowProps) {
  const { t } = useTranslation('auth');
  const times = useTimes();
  const { device, isThis } = session;
  const name = t('ui.sessions.device', {
    browser: t(`ui.browsers.${device.browser}`),
    system: t(`ui.systems.${device.system}`),
  });
  return (
    <Row
      title={name}
      details={isThis ? t('ui.sessions.isThis') : t('ui.sessions.seen', { time: times.dateTime(session.lastSeenAt) })}
      actions={
        isThis ? undefined : (
          <Button
            variant="default"
            size="sm"
            disabled={waiting}
            aria-label={t('ui.sessions.endNamed', { name })}
            onClick={onEnd}
          >
            {t('ui.sessions.end')}
          </Button>
        )
      }
    />
  );
}
