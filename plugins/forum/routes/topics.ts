import { defineRead, defineWrite } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { endPoll, keepTopic, markRead, moveTopic, subscribe, vote } from '../commands/keepTopic.ts';
import { writePost } from '../commands/writePost.ts';
import { keepForum, useForum } from '../permissions.ts';
import {
  boardRefused,
  boardUnknown,
  choiceUnknown,
  noPoll,
  pollClosed,
  topicClosed,
  topicUnknown,
  widerAudience,
} from '../problems.ts';
import { searchPosts } from '../queries/search.ts';
import { listChanges, listUnread, showTopic } from '../queries/topicViews.ts';
import { Done } from '../schemas/common.ts';
import {
  ChangesQuery,
  MoveTopic,
  NewPost,
  PostList,
  PostsQuery,
  PostView,
  Reading,
  SearchPage,
  SearchQuery,
  Subscription,
  TopicChange,
  TopicPage,
  TopicPath,
  TopicView,
  UnreadList,
  Vote,
} from '../schemas/topics.ts';

const done = { done: true } as const;
const ofTopics = [topicUnknown, boardRefused];

export const topicRoutes = (apis: Apis) => [
  defineRead({
    path: '/forum/unread',
    operationId: 'listUnread',
    summary: 'Topics with something that you have not read.',
    permission: useForum,
    output: UnreadList,
    handle: (scope) => listUnread(scope, apis),
  }),
  defineRead({
    path: '/forum/search',
    operationId: 'searchForum',
    summary: 'Posts with these words, in any form, on the boards that you read.',
    permission: useForum,
    query: SearchQuery,
    output: SearchPage,
    problems: [boardUnknown],
    handle: (scope, { query }) => searchPosts(scope, apis, query),
  }),
  defineRead({
    path: '/forum/topics/:topicId',
    operationId: 'getTopic',
    summary: 'A topic with some of its posts.',
    permission: useForum,
    params: TopicPath,
    query: PostsQuery,
    output: TopicPage,
    problems: ofTopics,
    handle: (scope, { params, query }) => showTopic(scope, apis, params.topicId, query),
  }),
  defineRead({
    path: '/forum/topics/:topicId/changes',
    operationId: 'listTopicChanges',
    summary: 'Posts that were written or changed after a sequence.',
    permission: useForum,
    params: TopicPath,
    query: ChangesQuery,
    output: PostList,
    problems: ofTopics,
    handle: (scope, { params, query }) => listChanges(scope, apis, params.topicId, query.since),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/topics/:topicId/posts',
    operationId: 'writePost',
    summary: 'Answers in a topic.',
    permission: useForum,
    status: 201,
    params: TopicPath,
    body: NewPost,
    output: PostView,
    problems: [...ofTopics, topicClosed],
    handle: (scope, { params, body }) => writePost(scope, apis, params.topicId, body),
  }),
  defineWrite({
    method: 'patch',
    path: '/forum/topics/:topicId',
    operationId: 'keepTopic',
    summary: 'Renames, pins or closes a topic.',
    permission: keepForum,
    precondition: true,
    params: TopicPath,
    body: TopicChange,
    output: TopicView,
    problems: ofTopics,
    handle: (scope, { params, body, ifMatch }) => keepTopic(scope, apis, params.topicId, { change: body, ifMatch }),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/topics/:topicId/move',
    operationId: 'moveTopic',
    summary: 'Moves a topic to another board whose readers include its own.',
    permission: keepForum,
    params: TopicPath,
    body: MoveTopic,
    output: TopicView,
    problems: [...ofTopics, boardUnknown, widerAudience],
    handle: (scope, { params, body }) => moveTopic(scope, apis, params.topicId, body.boardId),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/topics/:topicId/read',
    operationId: 'markTopicRead',
    summary: 'Notes how far you have read.',
    permission: useForum,
    params: TopicPath,
    body: Reading,
    output: Done,
    problems: ofTopics,
    handle: async (scope, { params, body }) => {
      await markRead(scope, apis, params.topicId, body.number);
      return done;
    },
  }),
  defineWrite({
    method: 'put',
    path: '/forum/topics/:topicId/subscription',
    operationId: 'subscribeToTopic',
    summary: 'Whether you want to hear of answers.',
    permission: useForum,
    params: TopicPath,
    body: Subscription,
    output: Done,
    problems: ofTopics,
    handle: async (scope, { params, body }) => {
      await subscribe(scope, apis, params.topicId, body.isOn);
      return done;
    },
  }),
  defineWrite({
    method: 'put',
    path: '/forum/topics/:topicId/vote',
    operationId: 'voteInPoll',
    summary: 'Votes in the poll of a topic, or votes otherwise.',
    permission: useForum,
    params: TopicPath,
    body: Vote,
    output: TopicView,
    problems: [...ofTopics, noPoll, pollClosed, choiceUnknown],
    handle: (scope, { params, body }) => vote(scope, apis, params.topicId, body.options),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/topics/:topicId/poll/end',
    operationId: 'endPoll',
    summary: 'Ends the poll of a topic.',
    permission: keepForum,
    params: TopicPath,
    output: TopicView,
    problems: [...ofTopics, noPoll],
    handle: (scope, { params }) => endPoll(scope, apis, params.topicId),
  }),
];
