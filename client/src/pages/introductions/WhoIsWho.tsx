import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type WhoIsWho, whoIsWhoQuery } from '../../api/introductions.ts';
import { Avatar } from '../../kit/Avatar.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { AddressLink } from '../contacts/ChannelRow.tsx';
import { MetButton } from './MetButton.tsx';
import { useHoursText } from './useHoursText.ts';
import './introductions.css';

/** Everybody around one student. */
export function WhoIsWhoOf({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('introductions');
  const { data, error, refetch } = useQuery(whoIsWhoQuery(studentId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  return (
    <>
      <Section title={t('team')}>
        {data.people.length === 0 && <Empty title={t('nobody')}>{t('nobodyWhy')}</Empty>}
        <ul className="list" aria-label={t('team')}>
          {data.people.map((person) => (
            <Somebody key={person.personId} person={person} who={data} />
          ))}
        </ul>
      </Section>
      <ToLearn who={data} />
      <Names
        title={t('classmates')}
        people={data.classmates.map(({ personId, ...one }) => ({ ...one, key: personId }))}
      />
      {data.family.length > 0 && (
        <Section title={t('family')}>
          <p>
            {data.family
              .map(({ name, relation }) => `${name} (${t(`client:people.relations.${relation}`).toLowerCase()})`)
              .join(', ')}
          </p>
        </Section>
      )}
    </>
  );
}

type Person = WhoIsWho['people'][number];

/** One of those who work with the student: who, for what, when and how to reach them. */
function Somebody({ person, who }: { readonly person: Person; readonly who: WhoIsWho }) {
  const { t } = useTranslation('introductions');
  const times = useTimes();
  const now = useNow();
  const hoursText = useHoursText();
  const { name, photoId, roles, subjects, about, hours, zone, channels, met } = person;
  const what = [
    ...roles.filter((role) => role !== 'teacher' || subjects.length === 0).map((role) => t(`client:roles.${role}`)),
    ...subjects,
  ];
  const foreign = times.foreignZone(zone, now);
  return (
    <li className="who">
      <Avatar name={name} photoId={photoId} />
      <div className="who-words">
        <div className="row-title">{name}</div>
        <div className="row-details">{what.join(', ')}</div>
        {about && <p>{about}</p>}
        {hours.length > 0 && (
          <p className="quiet small figures">
            {hoursText(hours)}
            {foreign && ` (${foreign})`}
          </p>
        )}
        {channels.map((channel) => (
          <div key={`${channel.kind} ${channel.service} ${channel.value}`} className="small">
            {t(`contacts:ways.${channel.service ?? channel.kind}`)}: <AddressLink channel={channel} />
          </div>
        ))}
      </div>
      <Met met={met} />
      {!met && who.isNewcomer && who.may.note && (
        <MetButton studentId={who.studentId} withId={person.personId} itemId={null} name={name} />
      )}
    </li>
  );
}

function Met({ met }: { readonly met: Person['met'] }) {
  const { t } = useTranslation('introductions');
  const times = useTimes();
  if (!met) return null;
  return <StateText tone="done">{t('metOn', { day: times.longDate(met.on) })}</StateText>;
}

/** What a newcomer is to learn beside people; later it is nobody's concern. */
function ToLearn({ who }: { readonly who: WhoIsWho }) {
  const { t } = useTranslation('introductions');
  const times = useTimes();
  if (!who.isNewcomer || who.items.length === 0) return null;
  return (
    <Section title={t('toLearn')}>
      <List label={t('toLearn')}>
        {who.items.map(({ itemId, label, met }) => (
          <Row
            key={itemId}
            title={label}
            {...(met
              ? { trail: <StateText tone="done">{times.longDate(met.on)}</StateText> }
              : who.may.note && {
                  actions: <MetButton studentId={who.studentId} withId={null} itemId={itemId} name={label} />,
                })}
          />
        ))}
      </List>
    </Section>
  );
}

interface NamesProps {
  readonly title: string;
  readonly people: readonly { readonly key: string; readonly name: string; readonly photoId: string | null }[];
}

function Names({ title, people }: NamesProps) {
  if (people.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="who-names">
        {people.map(({ key, name, photoId }) => (
          <li key={key}>
            <Avatar name={name} photoId={photoId} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
