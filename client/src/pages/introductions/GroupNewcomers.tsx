import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Newcomers, newcomersQuery } from '../../api/introductions.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { MetButton } from './MetButton.tsx';

/** The checklists of a group's newcomers. */
export function GroupNewcomers({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation('introductions');
  const { data, error, refetch } = useQuery(newcomersQuery(groupId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  const waiting = data.items.filter(({ list }) => list.some(({ met }) => !met));
  const done = data.items.filter((one) => !waiting.includes(one));
  return (
    <>
      {data.items.length === 0 && <Empty title={t('noNewcomers')}>{t('noNewcomersWhy')}</Empty>}
      {waiting.map((newcomer) => (
        <Checklist key={newcomer.studentId} newcomer={newcomer} />
      ))}
      {done.length > 0 && (
        <Section title={t('haveMetAll', { count: done.length })}>
          <p>{done.map(({ name }) => name).join(', ')}</p>
        </Section>
      )}
    </>
  );
}

function Checklist({ newcomer }: { readonly newcomer: Newcomers['items'][number] }) {
  const { t } = useTranslation('introductions');
  const times = useTimes();
  const { studentId, name, cameOn, list } = newcomer;
  return (
    <Section title={name} actions={<Link to={`/people/${studentId}`}>{t('open', { name })}</Link>}>
      <p className="quiet">{t('since', { day: times.longDate(cameOn) })}</p>
      <List label={name}>
        {list.map(({ withId, itemId, label, roles, met }) => (
          <Row
            key={withId ?? itemId}
            title={label}
            details={
              <>
                {roles.map((role) => t(`client:roles.${role}`)).join(', ')}
                {met && (
                  <StateText tone="done">
                    {[t('metOn', { day: times.longDate(met.on) }), ...(met.byName ? [met.byName] : [])].join(', ')}
                  </StateText>
                )}
              </>
            }
            {...(met
              ? {}
              : { actions: <MetButton studentId={studentId} withId={withId} itemId={itemId} name={label} /> })}
          />
        ))}
      </List>
    </Section>
  );
}
