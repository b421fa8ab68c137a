import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDevice, devicesQuery, removeDevice } from '../../api/devices.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { allowSignals, endpointHere, endSignals, signalState } from '../../push/browser.ts';
import { useTimes } from '../../time/useTimes.ts';

/** The browsers that show signals to the reader. */
export function Devices() {
  const { t } = useTranslation('notices');
  const times = useTimes();
  const { data } = useQuery(devicesQuery);
  const here = useQuery({ queryKey: ['devices', 'here'], queryFn: async () => (await endpointHere()) ?? null });
  const state = useQuery({ queryKey: ['devices', 'state'], queryFn: signalState });
  const allowing = useAllowSignals();
  const removing = useWrite(
    async ({ id, endpoint }: { readonly id: string; readonly endpoint: string }) => {
      if (endpoint === here.data) await endSignals();
      return removeDevice(id);
    },
    { refreshes: [['devices']] },
  );
  if (!data || !state.data) return null;
  const isHere = state.data === 'on' && data.items.some(({ endpoint }) => endpoint === here.data);
  return (
    <Section title={t('devices.title')}>
      <p className="quiet">{t('devices.what')}</p>
      <FieldErrors problem={allowing.error ?? removing.error} />
      {data.items.length > 0 && (
        <List label={t('devices.title')}>
          {data.items.map(({ id, label, endpoint, addedAt }) => (
            <Row
              key={id}
              title={label + (endpoint === here.data ? ` · ${t('devices.here')}` : '')}
              details={t('devices.since', { day: times.dateTime(addedAt) })}
              actions={
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t('devices.removeNamed', { name: label })}
                  onClick={() => removing.mutate({ id, endpoint })}
                >
                  {t('devices.remove')}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {state.data === 'unsupported' && <p className="quiet">{t('devices.unsupported')}</p>}
      {state.data === 'denied' && <p className="quiet">{t('devices.denied')}</p>}
      {(state.data === 'off' || state.data === 'on') && !isHere && (
        <div className="actions">
          <Button variant="default" loading={allowing.isPending} onClick={() => allowing.mutate(data.publicKey)}>
            {t('devices.allow')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Asks for the browser's permission and tells the server where signals go. */
export function useAllowSignals() {
  const { t } = useTranslation('notices');
  return useWrite(
    async (publicKey: string) => {
      const address = await allowSignals(publicKey);
      return address ? addDevice(address) : undefined;
    },
    { refreshes: [['devices']], onDone: (done) => done && showToast(t('devices.allowed')) },
  );
}
