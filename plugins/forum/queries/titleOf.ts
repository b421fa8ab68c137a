import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { type BoardRow, boardsByIds } from '../store/boards.ts';
import type { TopicRow } from '../store/topics.ts';
import { boardBrief } from './boardViews.ts';

/** What a topic is called where its readers have several languages: a thread of notes, which has no title of its own, by the child. */
export async function titleOf(
  scope: ReadScope,
  apis: Pick<Apis, 'school' | 'people'>,
  { topic, board }: { readonly topic: TopicRow; readonly board?: BoardRow },
): Promise<string> {
  if (topic.title) return topic.title;
  const [own] = board ? [board] : await boardsByIds(scope.db, [topic.boardId]);
  return (own && (await boardBrief(scope, apis, own)).student?.name) ?? '';
}
