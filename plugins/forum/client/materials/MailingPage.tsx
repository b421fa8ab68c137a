import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { mailingQuery } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';

/** Who has opened a letter, who confirmed it, and who asked about it. */
export function MailingPage() {
  const { t } = useTexts();
  const times = useTimes();
  const { mailingId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(mailingQuery(mailingId));
  return (
    <Page
      title={data?.title ?? t('letter.one')}
      summary={data && t('letter.counts', { letters: data.letters, opened: data.opened, confirmed: data.confirmed })}
      above={data && <Link to={`/forum/groups/${data.groupId}/materials`}>{t('letter.all')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <List label={t('letter.receivers')}>
          {data.receivers.map(({ person, student, openedAt, confirmedAt, helpId }) => (
            <Row
              key={`${person.id} ${student?.id}`}
              title={student ? `${person.name} (${student.name})` : person.name}
              details={
                <>
                  <StateText tone={confirmedAt ? 'done' : 'waiting'}>
                    {confirmedAt
                      ? t('letter.confirmed', { when: times.dateTime(confirmedAt) })
                      : openedAt
                        ? t('letter.opened', { when: times.dateTime(openedAt) })
                        : t('letter.notOpened')}
                  </StateText>
                  {helpId && <p>{t('letter.asked')}</p>}
                </>
              }
            />
          ))}
        </List>
      )}
    </Page>
  );
}
