import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import type { LessonDetail, LessonView } from '../../schemas/lessons.ts';
import { takeBackLesson } from '../api/lessonChanges.ts';
import { timetableKey } from '../api/watching.ts';
import { lessonQuery } from '../api/weeks.ts';
import { useTexts } from '../useTexts.ts';
import { type LessonAct, LessonFacts } from './LessonFacts.tsx';
import { titleOf } from './lessonEntry.ts';

const AskForm = lazily(
  async () => (await import('../reschedule/AskForm.tsx')).AskForm,
  'reschedule',
  'timetable/lessons',
);
const MoveForm = lazily(async () => (await import('./MoveForm.tsx')).MoveForm, 'reschedule', 'timetable/lessons');
const CancelForm = lazily(async () => (await import('./CancelForm.tsx')).CancelForm, 'timetable/lessons');

interface LessonSheetProps {
  /** Empty while none is opened. */
  readonly lessonId: string;
  /** The lesson as the week around it shows it. */
  readonly known: LessonView | undefined;
  readonly personId?: string;
  readonly onClose: () => void;
}

/** One lesson: what it is, the way in, and what can be done with it. */
export function LessonSheet({ lessonId, known, personId, onClose }: LessonSheetProps) {
  const { t } = useTexts();
  const [act, setAct] = useState<LessonAct>();
  const { data, error } = useQuery({ ...lessonQuery(lessonId), enabled: lessonId !== '' });
  const lesson = known ?? data;
  const close = () => {
    setAct(undefined);
    onClose();
  };
  return (
    <Sheet
      title={act ? t(`lesson.act.${act}`) : lesson ? titleOf(lesson) : t('lesson.title')}
      opened={lessonId !== ''}
      onClose={close}
    >
      {!lesson && error && <ProblemView problem={error} />}
      {!lesson && !error && <Waiting rows={3} />}
      {lesson && !act && (
        <LessonFacts lesson={lesson} history={data?.history ?? []} attendance={data?.attendance ?? []} onAct={setAct} />
      )}
      {lesson && act && (
        <Suspense fallback={<Waiting rows={5} />}>
          <ActForm
            act={act}
            lesson={lesson}
            {...(personId ? { personId } : {})}
            onBack={() => setAct(undefined)}
            onDone={close}
          />
        </Suspense>
      )}
    </Sheet>
  );
}

interface ActFormProps {
  readonly act: LessonAct;
  readonly lesson: LessonView;
  readonly personId?: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function ActForm({ act, lesson, personId, onBack, onDone }: ActFormProps) {
  const { t } = useTexts();
  const takingBack = useWrite((changed: LessonDetail) => takeBackLesson(changed), {
    refreshes: [[timetableKey]],
    onDone: () => showToast(t('byHand.takenBack')),
    onProblem: (problem) => showToast(problem.title),
  });
  const done = (text: string) => (changed: LessonDetail) => {
    showToast(text, changed.may.takeBack ? () => takingBack.mutate(changed) : undefined);
    onDone();
  };
  if (act === 'move') return <MoveForm lesson={lesson} onBack={onBack} onDone={done(t('byHand.moved'))} />;
  if (act === 'cancel') return <CancelForm lesson={lesson} onBack={onBack} onDone={done(t('byHand.cancelled'))} />;
  return (
    <AskForm
      lesson={lesson}
      kind={act === 'anew' ? 'anew' : 'move'}
      {...(personId ? { personId } : {})}
      onBack={onBack}
      onDone={onDone}
    />
  );
}
