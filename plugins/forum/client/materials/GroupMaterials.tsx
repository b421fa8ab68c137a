import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FilesShown } from '../../../../client/src/kit/attach/FilesShown.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Shelf } from '../../schemas/materials.ts';
import { mailingsQuery, materialsKey, removeMaterial, shelfQuery } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';
import { MaterialSheet } from './MaterialSheet.tsx';
import { Packs } from './Packs.tsx';

/** The shelf of a group; for its tutor also letters to its people and packs of paper. */
export function GroupMaterials({ groupId }: { readonly groupId: string }) {
  const { t } = useTexts();
  const sends = useMay('forum.send-letters');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(shelfQuery(groupId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Section
        title={t('shelf.title')}
        actions={data.may.keep && <Button onClick={() => setAdding(true)}>{t('shelf.add')}</Button>}
      >
        {data.items.length === 0 ? <Empty title={t('shelf.none')} /> : <Materials shelf={data} />}
      </Section>
      {data.may.keep && sends && (
        <>
          <Letters groupId={groupId} />
          <Packs groupId={groupId} shelf={data} />
        </>
      )}
      {adding && <MaterialSheet groupId={groupId} onClose={() => setAdding(false)} />}
    </>
  );
}

/** By subject, what is for the whole group first; a shelf of one subject has no headings. */
function Materials({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useTexts();
  const subjects = [...new Set(shelf.items.map(({ subject }) => subject ?? ''))].sort((a, b) => a.localeCompare(b));
  return subjects.map((subject) => (
    <section key={subject} className="shelf-part">
      {subjects.length > 1 && <h3>{subject || t('shelf.wholeGroup')}</h3>}
      <MaterialList
        label={subject || t('shelf.title')}
        shelf={shelf}
        items={shelf.items.filter((one) => (one.subject ?? '') === subject)}
      />
    </section>
  ));
}

interface MaterialListProps {
  readonly label: string;
  readonly shelf: Shelf;
  readonly items: Shelf['items'];
}

function MaterialList({ label, shelf, items }: MaterialListProps) {
  const { t } = useTexts();
  const times = useTimes();
  const removing = useWrite(removeMaterial, { refreshes: [materialsKey] });
  return (
    <List label={label}>
      {items.map(({ id, title, blocks, files, addedAt }) => (
        <Row
          key={id}
          title={title}
          details={
            <>
              <p>{times.date(addedAt)}</p>
              <RichText blocks={blocks} />
              <FilesShown files={files} />
            </>
          }
          {...(shelf.may.keep
            ? {
                actions: (
                  <Button variant="default" size="compact-md" onClick={() => removing.mutate(id)}>
                    {t('shelf.remove')}
                  </Button>
                ),
              }
            : {})}
        />
      ))}
    </List>
  );
}

function Letters({ groupId }: { readonly groupId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const { data } = useQuery(mailingsQuery(groupId));
  return (
    <Section
      title={t('letter.all')}
      actions={
        <Button component={Link} to={`/forum/groups/${groupId}/letter`} variant="default">
          {t('letter.write')}
        </Button>
      }
    >
      {data?.items.length === 0 && <p className="quiet">{t('letter.none')}</p>}
      {data && data.items.length > 0 && (
        <List label={t('letter.all')}>
          {data.items.map(({ id, title, sentAt, letters, opened, confirmed }) => (
            <Row
              key={id}
              to={`/forum/mailings/${id}`}
              title={title}
              details={`${times.dateTime(sentAt)} · ${t('letter.counts', { letters, opened, confirmed })}`}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
