import { defineTopic } from '../../server/realtime/topic.ts';
import { mayOn } from './access/boardAs.ts';
import { boardIdsFor } from './access/boardIds.ts';
import type { Apis } from './apis.ts';
import { isId } from './domain/ids.ts';
import { boardAmong } from './store/boards.ts';
import { topicById } from './store/topics.ts';

/** What is written in one topic; the key is the topic. */
export const topicTopic = (school: Apis['school']) =>
  defineTopic({
    name: 'forum.topic',
    mayWatch: async (scope, key) => {
      const topic = isId(key) ? await topicById(scope.db, key) : undefined;
      return topic !== undefined && (await mayOn(scope, school, 'read', topic.boardId));
    },
  });

/** That something is new on a board; the key is the board. */
export const boardTopic = (school: Apis['school']) =>
  defineTopic({
    name: 'forum.board',
    mayWatch: async (scope, key) =>
      isId(key) && (await boardAmong(scope.db, key, boardIdsFor(scope, school, 'read'))) !== undefined,
  });
