import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonView } from '../../../../server/people/schemas.ts';
import { languageNames } from '../../i18n/language.ts';
import { Fact, Facts } from '../../kit/Facts.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { PersonData } from './privacy/PersonData.tsx';

const Channels = lazily(async () => (await import('../contacts/Channels.tsx')).Channels, 'contacts');
const GuardianRights = lazily(
  async () => (await import('../guardianship/GuardianRights.tsx')).GuardianRights,
  'guardianship',
  'client/people',
);
const ChildPhoto = lazily(async () => (await import('../introductions/ChildPhoto.tsx')).ChildPhoto, 'introductions');
const PersonTroubles = lazily(async () => (await import('../notices/PersonTroubles.tsx')).PersonTroubles, 'notices');
const RelativeSheet = lazily(
  async () => (await import('./edit/RelativeSheet.tsx')).RelativeSheet,
  'client/manage',
  'client/people',
);

/** What the product knows of a person by itself: how to reach them, their line, their family. */
export function PersonFacts({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  return (
    <>
      <Suspense fallback={<Waiting rows={2} />}>
        <PersonTroubles personId={person.id} />
        {person.may.seeContacts && <Channels personId={person.id} name={person.name} />}
      </Suspense>
      <Section title={t('people.reach')}>
        <Facts>
          <Fact label={t('settings.language')}>{languageNames[person.language]}</Fact>
          <Clock zone={person.zone} />
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
      <Relatives person={person} kind="guardian" />
      <Relatives person={person} kind="child" />
      <Suspense>
        {person.student && person.may.seeRights && <GuardianRights studentId={person.id} />}
        {person.student && <ChildPhoto personId={person.id} name={person.name} />}
      </Suspense>
      <PersonData person={person} />
    </>
  );
}

/** What their clock shows now, when it differs from the reader's. */
function Clock({ zone }: { readonly zone: string }) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const now = useNow();
  if (!times.foreignZone(zone, now)) return null;
  return (
    <Fact label={t('people.clock')}>
      {t('people.clockNow', { zone: times.zoneName(zone), time: times.time(now, zone) })}
    </Fact>
  );
}

type Relative = PersonView['guardians'][number];

interface RelativesProps {
  readonly person: PersonView;
  readonly kind: 'child' | 'guardian';
}

/** Parents of a student, or children of a parent. Who may edit sees the empty list too, to fill it. */
function Relatives({ person, kind }: RelativesProps) {
  const { t } = useTranslation('client');
  const [opened, setOpened] = useState<{ readonly relative?: Relative }>();
  const ofChildren = kind === 'child';
  const relatives = ofChildren ? person.children : person.guardians;
  const title = t(ofChildren ? 'people.children' : 'people.guardians');
  const isFamily = person.children.length > 0 || person.roles.length === 0;
  const mayAdd = person.may.edit && (ofChildren ? !person.student && isFamily : person.student !== null);
  if (relatives.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={title}
      actions={
        mayAdd && (
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened({})}>
            {t(ofChildren ? 'manage.addChild' : 'manage.addGuardian')}
          </Button>
        )
      }
    >
      {relatives.length === 0 && <p className="quiet">{t(ofChildren ? 'manage.noChildren' : 'manage.noGuardians')}</p>}
      {relatives.length > 0 && (
        <List label={title}>
          {relatives.map((relative) => (
            <Row
              key={relative.guardianshipId}
              title={relative.name}
              to={`/people/${relative.personId}`}
              details={[
                ...(ofChildren ? [] : [t(`people.relations.${relative.relation}`)]),
                ...(relative.mayAct || !relative.maySee ? [] : [t('people.readsOnly')]),
                ...(relative.maySee ? [] : [t('people.seesNothing')]),
              ].join(', ')}
              {...(person.may.edit
                ? {
                    actions: (
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('manage.changeNamed', { name: relative.name })}
                        onClick={() => setOpened({ relative })}
                      >
                        {t('manage.change')}
                      </Button>
                    ),
                  }
                : {})}
            />
          ))}
        </List>
      )}
      <Suspense>
        {opened && (
          <RelativeSheet person={person} kind={kind} relative={opened.relative} onClose={() => setOpened(undefined)} />
        )}
      </Suspense>
    </Section>
  );
}
