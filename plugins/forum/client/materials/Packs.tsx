import { Button, Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { PackView, Shelf } from '../../schemas/materials.ts';
import { makePack, materialsKey, packsQuery, stepPack } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';

interface PacksProps {
  readonly groupId: string;
  readonly shelf: Shelf;
}

/** Work on paper for families without internet: printed, handed over, brought back. */
export function Packs({ groupId, shelf }: PacksProps) {
  const { t } = useTexts();
  /** For whom a pack is being made; nobody chosen yet when it is empty. */
  const [making, setMaking] = useState<string>();
  const { data } = useQuery(packsQuery(groupId));
  return (
    <Section
      title={t('pack.title')}
      actions={
        <Button variant="default" onClick={() => setMaking('')}>
          {t('pack.make')}
        </Button>
      }
    >
      {data && data.suggested.length > 0 && (
        <div>
          <h3>{t('pack.suggested')}</h3>
          <List label={t('pack.suggested')}>
            {data.suggested.map(({ student, internet }) => (
              <Row
                key={student.id}
                title={student.name}
                details={t(`pack.internet.${internet}`)}
                actions={
                  <Button variant="default" size="compact-md" onClick={() => setMaking(student.id)}>
                    {t('pack.make')}
                  </Button>
                }
              />
            ))}
          </List>
        </div>
      )}
      {data?.items.length === 0 && <p className="quiet">{t('pack.none')}</p>}
      {data && data.items.length > 0 && (
        <List label={t('pack.title')}>
          {data.items.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </List>
      )}
      {making !== undefined && (
        <PackSheet groupId={groupId} shelf={shelf} whom={making} onClose={() => setMaking(undefined)} />
      )}
    </Section>
  );
}

function PackRow({ pack }: { readonly pack: PackView }) {
  const { t } = useTexts();
  const times = useTimes();
  const stepping = useWrite((step: 'handed' | 'returned') => stepPack(pack.id, step), { refreshes: [materialsKey] });
  const { handedAt, returnedAt } = pack;
  const next = handedAt ? 'returned' : 'handed';
  return (
    <Row
      title={pack.student.name}
      details={
        <>
          <p>{pack.titles.join(', ')}</p>
          <StateText tone={returnedAt ? 'done' : 'waiting'}>
            {returnedAt
              ? t('pack.returned', { on: times.date(returnedAt) })
              : handedAt
                ? t('pack.handed', { on: times.date(handedAt) })
                : t('pack.made', { on: times.date(pack.madeAt) })}
          </StateText>
        </>
      }
      actions={
        <>
          <Button component="a" variant="default" size="compact-md" href={`/api/forum/packs/${pack.id}/print`}>
            {t('pack.print')}
          </Button>
          {!returnedAt && (
            <Button
              size="compact-md"
              variant="default"
              loading={stepping.isPending}
              onClick={() => stepping.mutate(next)}
            >
              {t(`pack.step.${next}`)}
            </Button>
          )}
        </>
      }
    />
  );
}

interface PackSheetProps extends PacksProps {
  readonly whom: string;
  readonly onClose: () => void;
}

function PackSheet({ groupId, shelf, whom, onClose }: PackSheetProps) {
  const { t } = useTexts();
  const { data: group } = useQuery(groupQuery(groupId));
  const [studentId, setStudentId] = useState(whom);
  const [chosen, setChosen] = useState<readonly string[]>(shelf.items.map(({ id }) => id));
  const [note, setNote] = useState('');
  const making = useWrite(() => makePack(groupId, { studentId, materialIds: [...chosen], note: note.trim() }), {
    refreshes: [materialsKey],
    onDone: onClose,
  });
  return (
    <Sheet title={t('pack.make')} opened onClose={onClose}>
      <div className="stack">
        <FieldErrors problem={making.error} />
        <Choice
          legend={t('pack.whom')}
          options={(group?.members ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
          value={studentId}
          onChange={setStudentId}
        />
        {shelf.items.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={chosen.includes(id)}
            onChange={(event) =>
              setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
        <Textarea
          label={t('pack.note')}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button disabled={!studentId} loading={making.isPending} onClick={() => making.mutate(undefined)}>
          {t('pack.make')}
        </Button>
      </div>
    </Sheet>
  );
}
