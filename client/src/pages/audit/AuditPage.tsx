import { TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditWanted, auditOverviewQuery } from '../../api/audit.ts';
import { Page } from '../../kit/Page.tsx';
import { PersonPicker, type Picked } from '../people/PersonPicker.tsx';
import { AuditLines } from './AuditLines.tsx';
import { KindChoice } from './KindChoice.tsx';
import './audit.css';

/** Changes first: what was only looked at is much more. */
const nothing: AuditWanted = { kind: 'changed', personId: '', actorId: '', from: '', until: '' };

/** Who saw and changed what of all those for whom the reader answers. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [wanted, setWanted] = useState(nothing);
  const [people, setPeople] = useState<Readonly<Record<'personId' | 'actorId', readonly Picked[]>>>({
    personId: [],
    actorId: [],
  });
  const change = (over: Partial<AuditWanted>) => setWanted({ ...wanted, ...over });
  const pick = (which: 'personId' | 'actorId') => (picked: readonly Picked[]) => {
    setPeople({ ...people, [which]: picked });
    change({ [which]: picked[0]?.id ?? '' });
  };
  return (
    <Page title={t('title')} summary={t('why')}>
      <div className="stack">
        <KindChoice kind={wanted.kind} onChange={(kind) => change({ kind })} />
        <div className="audit-days">
          {(['from', 'until'] as const).map((day) => (
            <TextInput
              key={day}
              type="date"
              label={t(day)}
              value={wanted[day]}
              onChange={({ currentTarget: { value } }) => change({ [day]: value })}
            />
          ))}
        </div>
        <details>
          <summary>{t('byPeople')}</summary>
          <div className="audit-people">
            <PersonPicker label={t('about')} picked={people.personId} onPick={pick('personId')} />
            <PersonPicker label={t('by')} picked={people.actorId} onPick={pick('actorId')} />
          </div>
        </details>
        <AuditLines kind={wanted.kind} found={useInfiniteQuery(auditOverviewQuery(wanted))} />
      </div>
    </Page>
  );
}
