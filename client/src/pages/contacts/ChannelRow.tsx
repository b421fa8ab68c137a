import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/contacts.ts';
import { Row } from '../../kit/List.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { hrefOf, wayOf } from './address.ts';

/** An address that opens what it is for. */
export function AddressLink({ channel }: { readonly channel: Channel }) {
  const href = hrefOf(channel);
  if (!href) return <span className="figures">{channel.value}</span>;
  const outside = channel.kind === 'messenger' ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a href={href} className="figures" {...outside}>
      {channel.value}
    </a>
  );
}

/** What is said of an address: what it is for, when, and that it does not work. */
export function ChannelWords({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation('contacts');
  const { purpose, bestHours, note, wrong } = channel;
  const words = [
    t(`ways.${wayOf(channel)}`),
    ...(purpose === 'any' ? [] : [t(`purposes.${purpose}`)]),
    ...(bestHours ? [t('between', bestHours)] : []),
    ...(note ? [note] : []),
  ];
  return (
    <>
      {words.join(' · ')}
      {wrong && (
        <div>
          <StateText tone="stopped">
            {t(`faults.${wrong.fault}`)}
            {wrong.note ? `: ${wrong.note}` : ''}
          </StateText>
        </div>
      )}
    </>
  );
}

interface ChannelRowProps {
  readonly channel: Channel;
  readonly actions?: ReactNode;
}

export const ChannelRow = ({ channel, actions }: ChannelRowProps) => (
  <Row
    title={<AddressLink channel={channel} />}
    details={<ChannelWords channel={channel} />}
    {...(actions ? { actions } : {})}
  />
);
