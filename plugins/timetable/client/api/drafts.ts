import { keepPreviousData, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import type { DraftComparison } from '../../schemas/comparison.ts';
import type { AcceptedCompromise, AgreedWindow, CompromiseList, CompromiseOffers } from '../../schemas/compromises.ts';
import type { DraftHistory } from '../../schemas/draftHistory.ts';
import type { Draft, DraftLesson, DraftList, DraftRules } from '../../schemas/drafts.ts';
import type { ExplanationView } from '../../schemas/explanation.ts';
import type { FindingList } from '../../schemas/findings.ts';
import type { LessonPlaces, MovePreview } from '../../schemas/lessonPlaces.ts';
import type { SolveRequest, SolveStarted } from '../../schemas/solving.ts';
import type { SplitPreview, SplitRequest } from '../../schemas/split.ts';

export type LessonOfDraft = Pick<DraftLesson, 'courseId' | 'nth'>;
export interface Place {
  readonly weekday: number;
  readonly hour: number;
}

const draftKey = (id: string) => ['drafts', 'one', id] as const;
const pathOf = (id: string) => `/timetable/drafts/${id}`;
const lessonPath = (id: string, { courseId, nth }: LessonOfDraft) => `${pathOf(id)}/lessons/${courseId}/${nth}`;

export const draftsQuery = queryOptions({
  queryKey: ['drafts', 'list'],
  queryFn: ({ signal }) => read<DraftList>('/timetable/drafts?state=draft', signal),
});

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'lessons'],
    queryFn: ({ signal }) => read<Draft>(pathOf(id), signal),
  });

export const explanationQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'explanation'],
    queryFn: ({ signal }) => read<ExplanationView>(`${pathOf(id)}/explanation`, signal),
  });

export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'findings'],
    queryFn: ({ signal }) => read<FindingList>(`${pathOf(id)}/findings`, signal),
  });

export const compromisesQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'compromises'],
    queryFn: ({ signal }) => read<CompromiseList>(`${pathOf(id)}/compromises`, signal),
  });

export const offersQuery = (id: string, lesson: LessonOfDraft) =>
  queryOptions({
    queryKey: [...draftKey(id), 'offers', lesson.courseId, lesson.nth],
    queryFn: ({ signal }) => read<CompromiseOffers>(`${lessonPath(id, lesson)}/compromises`, signal),
  });

export const placesQuery = (id: string, lesson: LessonOfDraft) =>
  queryOptions({
    queryKey: [...draftKey(id), 'places', lesson.courseId, lesson.nth],
    queryFn: ({ signal }) => read<LessonPlaces>(`${lessonPath(id, lesson)}/places`, signal),
  });

export const moveEffectQuery = (id: string, lesson: LessonOfDraft, to: Place) =>
  queryOptions({
    queryKey: [...draftKey(id), 'effect', lesson.courseId, lesson.nth, to.weekday, to.hour],
    queryFn: ({ signal }) => read<MovePreview>(`${lessonPath(id, lesson)}/places/${to.weekday}/${to.hour}`, signal),
  });

export const splitEffectQuery = (id: string, lesson: LessonOfDraft, request: SplitRequest) =>
  queryOptions({
    queryKey: [...draftKey(id), 'split', lesson.courseId, lesson.nth, request],
    queryFn: () => write<SplitPreview>('POST', `${lessonPath(id, lesson)}/split-preview`, request),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'history'],
    queryFn: ({ signal }) => read<DraftHistory>(`${pathOf(id)}/history`, signal),
  });

export const comparisonQuery = (id: string, otherId: string) =>
  queryOptions({
    queryKey: [...draftKey(id), 'comparison', otherId],
    queryFn: ({ signal }) => read<DraftComparison>(`${pathOf(id)}/compare/${otherId}`, signal),
  });

export interface DraftWish {
  readonly termId: string;
  readonly groupIds: readonly string[];
  readonly name: string;
  readonly from: 'published' | 'empty';
  readonly rules?: Partial<DraftRules>;
}

export const createDraft = (wish: DraftWish) => write<Draft>('POST', '/timetable/drafts', wish);

/** Reads everything about a draft anew. */
export const refreshDraft = (client: QueryClient, id: string): void => {
  void client.invalidateQueries({ queryKey: draftKey(id) });
  void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
};

/** Changes a draft as the reader saw it; when somebody else was faster, the newer state is shown beside the refusal. */
function useDraftWrite<I, O>(id: string, run: (input: I) => Promise<O>, onDone?: (reply: O, input: I) => void) {
  const client = useQueryClient();
  return useWrite(run, {
    onDone: (reply, input) => {
      refreshDraft(client, id);
      onDone?.(reply, input);
    },
    onProblem: () => refreshDraft(client, id),
  });
}

type Revised = Pick<Draft, 'id' | 'revision'>;

export const useMoveLesson = ({ id, revision }: Revised, lesson: LessonOfDraft, onDone?: (draft: Draft) => void) =>
  useDraftWrite(
    id,
    (to: Place | null) => write<Draft>('POST', `${lessonPath(id, lesson)}/move`, { to }, { revision }),
    onDone,
  );

export const useLockLesson = ({ id, revision }: Revised, lesson: LessonOfDraft) =>
  useDraftWrite(id, (isLocked: boolean) =>
    write<Draft>('POST', `${lessonPath(id, lesson)}/lock`, { isLocked }, { revision }),
  );

/** Takes back the last step; the revision is the one that this step left behind. */
export const useUndoStep = (id: string, onDone?: () => void) =>
  useDraftWrite(id, (revision: number) => write<Draft>('POST', `${pathOf(id)}/undo`, undefined, { revision }), onDone);

/** Does the step again that was taken back last. */
export const useRedoStep = (id: string, onDone?: () => void) =>
  useDraftWrite(id, (revision: number) => write<Draft>('POST', `${pathOf(id)}/redo`, undefined, { revision }), onDone);

export const useDiscardDraft = ({ id, revision }: Revised, onDone: () => void) =>
  useDraftWrite(id, () => write<Draft>('POST', `${pathOf(id)}/discard`, undefined, { revision }), onDone);

export const useChangeRules = ({ id, revision }: Revised, onDone: () => void) =>
  useDraftWrite(id, (rules: Partial<DraftRules>) => write<Draft>('PATCH', pathOf(id), { rules }, { revision }), onDone);

export const useSolve = ({ id, revision }: Revised) =>
  useDraftWrite(id, (wish: SolveRequest) => write<SolveStarted>('POST', `${pathOf(id)}/solve`, wish, { revision }));

export const useAcceptCompromise = ({ id, revision }: Revised, lesson: LessonOfDraft, onDone: () => void) =>
  useDraftWrite(
    id,
    (accepted: AcceptedCompromise) =>
      write<CompromiseList>('POST', `${lessonPath(id, lesson)}/compromises`, accepted, { revision }),
    onDone,
  );

export const useWithdrawCompromise = ({ id, revision }: Revised) =>
  useDraftWrite(id, (compromiseId: string) =>
    write<CompromiseList>('POST', `${pathOf(id)}/compromises/${compromiseId}/withdraw`, undefined, { revision }),
  );

/** Takes a split back; the revision is the one that the split left behind. */
export const useUndoSplit = (id: string, lesson: LessonOfDraft, onDone: () => void) =>
  useDraftWrite(
    id,
    (revision: number) => write<Draft>('POST', `${lessonPath(id, lesson)}/split-undo`, undefined, { revision }),
    onDone,
  );

export const useSplitCourse = ({ id, revision }: Revised, lesson: LessonOfDraft, onDone: (draft: Draft) => void) =>
  useDraftWrite(
    id,
    (request: SplitRequest) => write<Draft>('POST', `${lessonPath(id, lesson)}/split`, request, { revision }),
    onDone,
  );

export const useAgreeWindow = ({ id, revision }: Revised, lesson: LessonOfDraft, onDone: () => void) =>
  useDraftWrite(
    id,
    (agreed: AgreedWindow) =>
      write<CompromiseOffers>('POST', `${lessonPath(id, lesson)}/windows`, agreed, { revision }),
    onDone,
  );
