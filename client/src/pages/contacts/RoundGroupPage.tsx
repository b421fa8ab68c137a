import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { confirmContacts, type RoundGroup, roundGroupQuery } from '../../api/contacts.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';

/** Who of a group has confirmed, family by family; what came back on paper is noted here. */
export function RoundGroupPage() {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const { roundId = '', groupId = '' } = useParams();
  const { data, error, refetch } = useQuery(roundGroupQuery(roundId, groupId));
  return (
    <Page
      title={data ? t('rounds.ofGroup', { group: data.name }) : t('rounds.title')}
      summary={data && t('rounds.until', { day: times.dayInText(data.dueOn) })}
      above={<Link to="/contacts/rounds">{t('rounds.title')}</Link>}
      actions={
        <Button
          component="a"
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          href={`/api/contact-rounds/${roundId}/groups/${groupId}/sheet`}
        >
          {t('rounds.paper')}
        </Button>
      }
      waiting={!data}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Families round={data} />}
    </Page>
  );
}

type Asked = RoundGroup['families'][number]['student'];

function Families({ round }: { readonly round: RoundGroup }) {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const confirming = useWrite((person: Asked) => confirmContacts([person.personId]), {
    refreshes: [['contacts', 'rounds']],
    onDone: (_, { name }) => showToast(t('rounds.confirmedFor', { name })),
  });
  const row = (person: Asked, ofStudent?: string) => (
    <Row
      key={`${person.personId} ${ofStudent}`}
      title={<Link to={`/people/${person.personId}`}>{person.name}</Link>}
      details={
        <>
          {ofStudent && <div>{t('rounds.familyOf', { name: ofStudent })}</div>}
          {person.confirmedAt ? (
            <StateText tone="done">{t('rounds.confirmedOn', { day: times.date(person.confirmedAt) })}</StateText>
          ) : (
            <StateText tone="waiting">{t('rounds.notYet')}</StateText>
          )}
        </>
      }
      {...(round.isOpen && !person.confirmedAt
        ? {
            actions: (
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('rounds.onPaperNamed', { name: person.name })}
                loading={confirming.isPending && confirming.variables === person}
                onClick={() => confirming.mutate(person)}
              >
                {t('rounds.onPaper')}
              </Button>
            ),
          }
        : {})}
    />
  );
  return (
    <>
      <p className="quiet">{t('rounds.onPaperWhat')}</p>
      {confirming.error && <ProblemView problem={confirming.error} />}
      <List label={round.name}>
        {round.families.flatMap(({ student, guardians }) => [
          row(student),
          ...guardians.map((guardian) => row(guardian, student.name)),
        ])}
      </List>
    </>
  );
}
