import { defineRead, defineWrite } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { holdCase, holdCouncil, setGuest, setOpenToStudent } from '../commands/keepBoard.ts';
import { openTopic } from '../commands/writePost.ts';
import { holdCases, holdCouncils, keepForum, useForum } from '../permissions.ts';
import { boardRefused, boardUnknown, guestNotStaff, noGuests, topicUnknown } from '../problems.ts';
import { listBoards, showBoard } from '../queries/boardViews.ts';
import { peopleToMention } from '../queries/moderation.ts';
import { listTopics } from '../queries/topicViews.ts';
import {
  BoardList,
  BoardPath,
  BoardsQuery,
  BoardView,
  GuestPath,
  NewCase,
  NewCouncil,
  OpenToStudent,
} from '../schemas/boards.ts';
import { NewTopic, PeopleFound, PeopleQuery, TopicList, TopicPage, TopicsQuery } from '../schemas/topics.ts';

const ofBoards = [boardUnknown, boardRefused];

export const boardRoutes = (apis: Apis) => [
  defineRead({
    path: '/forum/boards',
    operationId: 'listBoards',
    summary: 'The boards that you read, each with how much is new.',
    permission: useForum,
    query: BoardsQuery,
    output: BoardList,
    handle: (scope, { query }) => listBoards(scope, apis, query),
  }),
  defineRead({
    path: '/forum/boards/:boardId',
    operationId: 'getBoard',
    summary: 'One board, who reads it, and what you may do there.',
    permission: useForum,
    params: BoardPath,
    output: BoardView,
    problems: ofBoards,
    handle: (scope, { params }) => showBoard(scope, apis, params.boardId),
  }),
  defineRead({
    path: '/forum/boards/:boardId/topics',
    operationId: 'listTopics',
    summary: 'Topics of a board: pinned first, then by the newest answer.',
    permission: useForum,
    params: BoardPath,
    query: TopicsQuery,
    output: TopicList,
    problems: [...ofBoards, topicUnknown],
    handle: (scope, { params, query }) => listTopics(scope, apis, params.boardId, query),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/boards/:boardId/topics',
    operationId: 'openTopic',
    summary: 'Begins a topic with its first post.',
    permission: useForum,
    status: 201,
    params: BoardPath,
    body: NewTopic,
    output: TopicPage,
    problems: ofBoards,
    handle: (scope, { params, body }) => openTopic(scope, apis, params.boardId, body),
  }),
  defineRead({
    path: '/forum/boards/:boardId/people',
    operationId: 'listPeopleToMention',
    summary: 'People for whom a board is, by a part of their name.',
    permission: useForum,
    params: BoardPath,
    query: PeopleQuery,
    output: PeopleFound,
    problems: ofBoards,
    handle: (scope, { params, query }) => peopleToMention(scope, apis, params.boardId, query.q),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/councils',
    operationId: 'holdCouncil',
    summary: 'Makes a board for all staff.',
    permission: holdCouncils,
    status: 201,
    body: NewCouncil,
    output: BoardView,
    handle: (scope, { body }) => holdCouncil(scope, apis, body.name),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/cases',
    operationId: 'holdCase',
    summary: 'Makes a board about one student for staff who are invited by name.',
    permission: holdCases,
    status: 201,
    body: NewCase,
    output: BoardView,
    problems: [guestNotStaff],
    handle: (scope, { body }) => holdCase(scope, apis, body),
  }),
  defineWrite({
    method: 'put',
    path: '/forum/boards/:boardId/guests/:personId',
    operationId: 'inviteToBoard',
    summary: 'Invites somebody of the staff to a progress thread or case conference.',
    permission: keepForum,
    params: GuestPath,
    output: BoardView,
    problems: [...ofBoards, guestNotStaff, noGuests],
    handle: (scope, { params }) => setGuest(scope, apis, params, true),
  }),
  defineWrite({
    method: 'delete',
    path: '/forum/boards/:boardId/guests/:personId',
    operationId: 'removeFromBoard',
    summary: 'Takes an invitation back.',
    permission: keepForum,
    params: GuestPath,
    output: BoardView,
    problems: [...ofBoards, noGuests],
    handle: (scope, { params }) => setGuest(scope, apis, params, false),
  }),
  defineWrite({
    method: 'put',
    path: '/forum/boards/:boardId/open-to-student',
    operationId: 'openProgressToStudent',
    summary: 'Lets a student read their own progress thread, or no longer.',
    permission: keepForum,
    params: BoardPath,
    body: OpenToStudent,
    output: BoardView,
    problems: [...ofBoards, noGuests],
    handle: (scope, { params, body }) => setOpenToStudent(scope, apis, params.boardId, body.mayStudentRead),
  }),
];
