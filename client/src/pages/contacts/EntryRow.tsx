import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DirectoryEntry } from '../../api/contacts.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { AddressLink, ChannelWords } from './ChannelRow.tsx';

interface EntryRowProps {
  readonly entry: DirectoryEntry;
  /** Who it is: a role, whose mother. */
  readonly who: ReactNode;
}

/** A person of a directory with everything by which to reach them. */
export function EntryRow({ entry, who }: EntryRowProps) {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const now = useNow();
  const { personId, name, zone, internet, channels, isReached } = entry;
  const about = [
    who,
    ...(times.foreignZone(zone, now) ? [`${times.zoneName(zone)}, ${times.time(now, zone)}`] : []),
    ...(internet && internet !== 'good'
      ? [t('directory.line', { line: t(`client:people.internets.${internet}`) })]
      : []),
  ].filter(Boolean);
  return (
    <li className="entry">
      <div>
        <div className="row-title">{isReached ? <Link to={`/people/${personId}`}>{name}</Link> : name}</div>
        <div className="row-details">
          {about.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change their places
            <span key={at}>
              {at > 0 && ' · '}
              {part}
            </span>
          ))}
        </div>
      </div>
      <ul className="plain-list entry-addresses">
        {channels.length === 0 && <li className="quiet">{t('directory.noAddress')}</li>}
        {channels.map((channel) => (
          <li key={`${channel.kind} ${channel.service} ${channel.value}`}>
            <AddressLink channel={channel} />{' '}
            <span className="quiet small">
              <ChannelWords channel={channel} />
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
