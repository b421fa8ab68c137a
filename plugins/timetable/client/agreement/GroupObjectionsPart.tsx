import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { groupObjectionsQuery } from '../api/agreements.ts';
import { Decide } from './Decide.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** On a group's page: to what home schools object in its drafts, answered where it is read. Draws nothing when there is nothing. */
export function GroupObjectionsPart({ groupId }: { readonly groupId: string }) {
  const { t } = useAgreementTexts();
  const { data } = useQuery(groupObjectionsQuery(groupId));
  if (!data || data.items.length === 0) return null;
  const drafts = [...new Map(data.items.map(({ draft }) => [draft.id, draft])).values()];
  return (
    <Section title={t('objections')}>
      {drafts.map((draft) => {
        const own = data.items.filter((one) => one.draft.id === draft.id);
        return (
          <div key={draft.id} className="stack">
            <p>
              <Link to={`/workbench/drafts/${draft.id}/publish`}>{draft.name}</Link>
              {' · '}
              {[...new Set(own.map(({ homeSchoolName }) => homeSchoolName))].join(', ')}
            </p>
            <ObjectionList
              objections={own.map(({ objection }) => objection)}
              actionsOf={(one) => <Decide objection={one} />}
            />
          </div>
        );
      })}
    </Section>
  );
}
