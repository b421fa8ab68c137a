import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import type { CompromiseOffers as Offers } from '../../schemas/compromises.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { offersQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { AcceptAbsences } from './AcceptAbsences.tsx';
import { AgreeWindow } from './AgreeWindow.tsx';
import { SplitCourse } from './SplitCourse.tsx';
import { useBenchTexts } from './useBenchTexts.ts';
import { useBenchWords } from './words.ts';

interface CompromiseOffersProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly onDone: () => void;
}

/** Why no place suits everybody, and the fairest ways to hold the lesson all the same. */
export function CompromiseOffers({ draft, lesson, onDone }: CompromiseOffersProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(offersQuery(draft.id, lesson));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  return (
    <div className="stack">
      <p>{t(data.isImpossible ? 'compromise.impossible' : 'compromise.possible')}</p>
      {data.isImpossible && <Proof proof={data.proof} />}
      <Windows draft={draft} lesson={lesson} windows={data.windows} />
      <Absences draft={draft} lesson={lesson} absences={data.absences} onDone={onDone} />
      <Splits draft={draft} lesson={lesson} splits={data.splits} onDone={onDone} />
    </div>
  );
}

function Proof({ proof }: Pick<Offers, 'proof'>) {
  const { t } = useTexts();
  const { place, blocker } = useBenchWords();
  return (
    <details className="bench-details">
      <summary>{t('compromise.proof', { count: proof.length })}</summary>
      <ul>
        {proof.map((one) => (
          <li key={`${one.weekday} ${one.hour}`}>
            <span className="slot-time figures">{place(one)}</span>
            <ul className="quiet small">
              {one.isBreak && <li>{t('move.break')}</li>}
              {[...new Set(one.people.map(blocker))].map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface WindowsProps extends Pick<CompromiseOffersProps, 'draft' | 'lesson'> {
  readonly windows: Offers['windows'];
}

function Windows({ draft, lesson, windows }: WindowsProps) {
  const { t } = useTexts();
  const { place, nameOf } = useBenchWords();
  const [agreeing, setAgreeing] = useState<Offers['windows'][number]>();
  if (windows.length === 0) return null;
  return (
    <div>
      <h3>{t('compromise.windows')}</h3>
      <p className="quiet small">{t('compromise.windowsWhy')}</p>
      <List label={t('compromise.windows')}>
        {windows.map((one) => (
          <Row
            key={`${one.weekday} ${one.hour} ${one.person?.id}`}
            lead={place(one)}
            title={nameOf(one.person)}
            details={one.times
              .map((time) => t('compromise.onTheirClock', { time: `${place(time)}–${time.endsTime}` }))
              .join('; ')}
            {...(draft.may.change && one.role === 'student' && one.reason === 'no-window' && one.person
              ? {
                  actions: (
                    <Button
                      variant="default"
                      aria-label={t('agree.openNamed', { name: one.person.name, place: place(one) })}
                      onClick={() => setAgreeing(one)}
                    >
                      {t('agree.open')}
                    </Button>
                  ),
                }
              : {})}
          />
        ))}
      </List>
      {agreeing?.person && (
        <AgreeWindow
          key={`${agreeing.weekday} ${agreeing.hour} ${agreeing.person.id}`}
          draft={draft}
          lesson={lesson}
          student={agreeing.person}
          at={agreeing}
          onDone={() => setAgreeing(undefined)}
        />
      )}
    </div>
  );
}

interface AbsencesProps extends CompromiseOffersProps {
  readonly absences: Offers['absences'];
}

const shownAtFirst = 5;

function Absences({ draft, lesson, absences, onDone }: AbsencesProps) {
  const { t } = useTexts();
  const { place, nameOf } = useBenchWords();
  const [accepting, setAccepting] = useState<Offers['absences'][number]>();
  if (absences.length === 0) return null;
  return (
    <div>
      <h3>{t('compromise.absences')}</h3>
      <p className="quiet small">{t('compromise.fairness')}</p>
      <List label={t('compromise.absences')}>
        {absences.slice(0, shownAtFirst).map((offer) => (
          <Row
            key={`${offer.weekday} ${offer.hour}`}
            lead={place(offer)}
            title={t('compromise.without', {
              names: offer.absences.map(({ person }) => nameOf(person)).join(', '),
            })}
            details={t('compromise.totals', { worst: offer.worst, sum: offer.sum })}
            actions={
              <Button variant="default" onClick={() => setAccepting(offer)}>
                {t('compromise.accept')}
              </Button>
            }
          />
        ))}
      </List>
      {accepting && (
        <AcceptAbsences
          key={`${accepting.weekday} ${accepting.hour}`}
          draft={draft}
          lesson={lesson}
          offer={accepting}
          onDone={onDone}
        />
      )}
    </div>
  );
}

interface SplitsProps extends CompromiseOffersProps {
  readonly splits: Offers['splits'];
}

function Splits({ draft, lesson, splits, onDone }: SplitsProps) {
  const { t } = useTexts();
  const { t: text } = useBenchTexts();
  const { place, nameOf } = useBenchWords();
  const [chosen, setChosen] = useState<Offers['splits'][number]>();
  if (splits.length === 0) return null;
  const partName = (part: Offers['splits'][number]['parts'][number]) =>
    part.subgroupName ?? part.students.map(nameOf).join(', ');
  return (
    <div>
      <h3>{t('compromise.splits', { count: splits.length })}</h3>
      <p className="quiet small">{text('split.why')}</p>
      <List label={t('compromise.splits', { count: splits.length })}>
        {splits.map((offer) => (
          <Row
            key={JSON.stringify(offer.parts)}
            title={offer.parts.map(place).join(' · ')}
            details={offer.parts.map((part) => (
              <div key={`${part.weekday} ${part.hour} ${part.subgroupId}`}>
                <span className="figures">{place(part)}</span>: {partName(part)}
              </div>
            ))}
            {...(draft.may.change
              ? {
                  actions: (
                    <Button
                      variant="default"
                      aria-label={text('split.openNamed', { places: offer.parts.map(place).join(', ') })}
                      onClick={() => setChosen(offer)}
                    >
                      {text('split.open')}
                    </Button>
                  ),
                }
              : {})}
          />
        ))}
      </List>
      {chosen && (
        <SplitCourse
          key={JSON.stringify(chosen.parts)}
          draft={draft}
          lesson={lesson}
          offer={chosen}
          onDone={onDone}
          onBack={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
