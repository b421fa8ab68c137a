import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { waitingNewcomersQuery } from '../../api/introductions.ts';
import { List, Row } from '../../kit/List.tsx';

const mostShown = 5;

const mostNames = 3;

/** The first names, and how many more there are. */
const shortly = (names: readonly string[]): string =>
  [...names.slice(0, mostNames), ...(names.length > mostNames ? [`+${names.length - mostNames}`] : [])].join(', ');

/** Newcomers of the tutor's groups who have not met everybody. Draws nothing when there are none. */
export function NewcomersCard() {
  const { t } = useTranslation('introductions');
  const { data } = useQuery(waitingNewcomersQuery);
  if (!data || data.count === 0) return null;
  return (
    <div>
      <h3>{t('waiting', { count: data.count })}</h3>
      <List label={t('waiting', { count: data.count })}>
        {data.items.slice(0, mostShown).map(({ studentId, groupId, name, groupName, missing }) => (
          <Row
            key={`${studentId} ${groupId}`}
            to={`/groups/${groupId}/newcomers`}
            title={`${name}, ${groupName}`}
            details={t('notMet', { names: shortly(missing) })}
          />
        ))}
      </List>
    </div>
  );
}
