import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedOfMe, type Channels, confirmContacts } from '../../api/contacts.ts';
import { useWrite } from '../../api/useWrite.ts';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { showToast } from '../../kit/toasts.ts';
import { lazily } from '../../lazily.ts';
import { ChannelWords } from './ChannelRow.tsx';

const ChannelsSheet = lazily(async () => (await import('./ChannelsSheet.tsx')).ChannelsSheet);

/** What is asked, person by person: right with one tap, corrected with two. */
export function ConfirmList({ asked }: { readonly asked: AskedOfMe }) {
  const { t } = useTranslation('contacts');
  const [editing, setEditing] = useState<Channels>();
  const confirming = useWrite(confirmContacts, {
    refreshes: [['contacts']],
    onDone: () => showToast(t('confirm.done')),
  });
  const { people } = asked;
  return (
    <>
      {confirming.error && <ProblemView problem={confirming.error} />}
      <List label={t('confirm.title')}>
        {people.map((person) => (
          <Row
            key={person.personId}
            title={person.name}
            details={<Addresses channels={person} />}
            actions={
              <Button
                variant="default"
                aria-label={t('changeOf', { name: person.name })}
                onClick={() => setEditing(person)}
              >
                {t('confirm.correct')}
              </Button>
            }
          />
        ))}
      </List>
      <div className="actions">
        <Button
          loading={confirming.isPending}
          onClick={() => confirming.mutate(people.map(({ personId }) => personId))}
        >
          {t('confirm.allRight')}
        </Button>
      </div>
      <Suspense>{editing && <ChannelsSheet channels={editing} onClose={() => setEditing(undefined)} />}</Suspense>
    </>
  );
}

function Addresses({ channels: { items } }: { readonly channels: Channels }) {
  const { t } = useTranslation('contacts');
  if (items.length === 0) return <>{t('confirm.nothing')}</>;
  return (
    <ul className="plain-list">
      {items.map((channel) => (
        <li key={`${channel.kind} ${channel.service} ${channel.value}`}>
          <span className="figures address">{channel.value}</span> <ChannelWords channel={channel} />
        </li>
      ))}
    </ul>
  );
}
