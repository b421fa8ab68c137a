import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonView } from '../../../../server/people/schemas.ts';
import { Fact, Facts } from '../../kit/Facts.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';

/** What the product knows of a person by itself: how to reach them, their line, their family. */
export function PersonFacts({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  return (
    <>
      <Section title={t('people.reach')}>
        <Facts>
          <Reach person={person} />
          <Fact label={t('people.internet')}>{t(`people.internets.${person.internet}`)}</Fact>
          {person.sharesDeviceWith.length > 0 && (
            <Fact label={t('people.sharesDevice')}>
              <ul>
                {person.sharesDeviceWith.map((other) => (
                  <li key={other.id}>
                    <Link to={`/people/${other.id}`}>{other.name}</Link>
                  </li>
                ))}
              </ul>
            </Fact>
          )}
        </Facts>
      </Section>
      <Relatives title={t('people.guardians')} relatives={person.guardians} />
      <Relatives title={t('people.children')} relatives={person.children} ofChildren />
    </>
  );
}

/** Telephone, mail, and what their clock shows now when it differs from the reader's. */
function Reach({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const now = useNow();
  const { contact, zone } = person;
  return (
    <>
      {contact?.phone && (
        <Fact label={t('people.phone')}>
          <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`} className="figures">
            {contact.phone}
          </a>
        </Fact>
      )}
      {contact?.email && (
        <Fact label={t('people.email')}>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </Fact>
      )}
      {times.foreignZone(zone, now) && (
        <Fact label={t('people.clock')}>
          {t('people.clockNow', { zone: times.zoneName(zone), time: times.time(now, zone) })}
        </Fact>
      )}
    </>
  );
}

interface RelativesProps {
  readonly title: string;
  readonly relatives: PersonView['guardians'];
  readonly ofChildren?: boolean;
}

function Relatives({ title, relatives, ofChildren }: RelativesProps) {
  const { t } = useTranslation('client');
  if (relatives.length === 0) return null;
  return (
    <Section title={title}>
      <List label={title}>
        {relatives.map((relative) => (
          <Row
            key={relative.guardianshipId}
            title={relative.name}
            to={`/people/${relative.personId}`}
            details={[
              ...(ofChildren ? [] : [t(`people.relations.${relative.relation}`)]),
              ...(relative.mayAct ? [] : [t('people.readsOnly')]),
            ].join(', ')}
          />
        ))}
      </List>
    </Section>
  );
}
