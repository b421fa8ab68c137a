import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type Channel,
  type Channels as ChannelsOf,
  channelsQuery,
  type Mark,
  markChannel,
} from '../../api/contacts.ts';
import { useSession } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Icon } from '../../kit/Icon.tsx';
import { List } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import { ChannelRow } from './ChannelRow.tsx';

const ChannelsSheet = lazily(async () => (await import('./ChannelsSheet.tsx')).ChannelsSheet);
const WrongSheet = lazily(async () => (await import('./WrongSheet.tsx')).WrongSheet);

interface ChannelsProps {
  readonly personId: string;
  readonly name: string;
}

/** How to reach a person, in the order in which they want it. */
export function Channels({ personId, name }: ChannelsProps) {
  const { t } = useTranslation('contacts');
  const { data, error, refetch } = useQuery(channelsQuery(personId));
  const [editing, setEditing] = useState(false);
  const isOwn = useSession().person?.id === personId;
  return (
    <Section
      title={t('title')}
      actions={
        data?.may.edit && (
          <Button
            variant="default"
            leftSection={<Icon name={data.items.length === 0 ? 'plus' : 'settings'} size={16} />}
            aria-label={t('changeOf', { name })}
            onClick={() => setEditing(true)}
          >
            {t(data.items.length === 0 ? 'addFirst' : 'change')}
          </Button>
        )
      }
    >
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      {data && data.items.length === 0 && <p className="quiet">{t('none')}</p>}
      {data && data.items.length > 0 && <ChannelList channels={data} name={name} />}
      {isOwn && (
        <p className="quiet">
          <Link to="/settings">{t('quietHours')}</Link>
        </p>
      )}
      <Suspense>{editing && data && <ChannelsSheet channels={data} onClose={() => setEditing(false)} />}</Suspense>
    </Section>
  );
}

interface ChannelListProps {
  readonly channels: ChannelsOf;
  readonly name: string;
}

function ChannelList({ channels: { personId, items, may }, name }: ChannelListProps) {
  const { t } = useTranslation('contacts');
  const [wrong, setWrong] = useState<Channel>();
  const marking = useWrite((mark: Mark) => markChannel(personId, mark), { refreshes: [['contacts'], ['people']] });
  const action = (channel: Channel) => (
    <Button
      variant="subtle"
      size="compact-md"
      aria-label={t(channel.wrong ? 'worksNamed' : 'wrongNamed', { address: channel.value })}
      loading={marking.isPending && marking.variables.channel === channel}
      onClick={() => (channel.wrong ? marking.mutate({ channel, isWrong: false, note: null }) : setWrong(channel))}
    >
      {t(channel.wrong ? 'works' : 'wrong')}
    </Button>
  );
  return (
    <>
      {marking.error && <ProblemView problem={marking.error} />}
      <List label={t('titleOf', { name })}>
        {items.map((channel) => (
          <ChannelRow
            key={`${channel.kind} ${channel.service} ${channel.value}`}
            channel={channel}
            {...(may.mark ? { actions: action(channel) } : {})}
          />
        ))}
      </List>
      <Suspense>
        {wrong && <WrongSheet personId={personId} channel={wrong} onClose={() => setWrong(undefined)} />}
      </Suspense>
    </>
  );
}
