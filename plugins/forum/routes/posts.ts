import { defineRead, defineWrite } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { deletePost, editPost, react } from '../commands/changePost.ts';
import { confirmRead } from '../commands/confirmRead.ts';
import { decideReport, hidePost, reportPost } from '../commands/moderate.ts';
import { keepForum, useForum } from '../permissions.ts';
import { boardRefused, nothingToConfirm, postHidden, postNotYours, postUnknown, reportUnknown } from '../problems.ts';
import { listEdits, listReports } from '../queries/moderation.ts';
import { Done } from '../schemas/common.ts';
import {
  EditList,
  EditPost,
  Hiding,
  PostPath,
  PostView,
  Reaction,
  Report,
  ReportDecision,
  ReportList,
  ReportPath,
} from '../schemas/topics.ts';

const done = { done: true } as const;
const ofPosts = [postUnknown, boardRefused];

export const postRoutes = (apis: Apis) => [
  defineWrite({
    method: 'patch',
    path: '/forum/posts/:postId',
    operationId: 'editPost',
    summary: 'Writes your own post anew; what it said before is kept.',
    permission: useForum,
    params: PostPath,
    body: EditPost,
    output: PostView,
    problems: [...ofPosts, postNotYours, postHidden],
    handle: (scope, { params, body }) => editPost(scope, apis, params.postId, body.text),
  }),
  defineWrite({
    method: 'delete',
    path: '/forum/posts/:postId',
    operationId: 'deletePost',
    summary: 'Takes the words of your own post away.',
    permission: useForum,
    params: PostPath,
    output: PostView,
    problems: [...ofPosts, postNotYours, postHidden],
    handle: (scope, { params }) => deletePost(scope, apis, params.postId),
  }),
  defineRead({
    path: '/forum/posts/:postId/edits',
    operationId: 'listPostEdits',
    summary: 'What a post said before it was edited.',
    permission: useForum,
    params: PostPath,
    output: EditList,
    problems: ofPosts,
    handle: (scope, { params }) => listEdits(scope, apis, params.postId),
  }),
  defineWrite({
    method: 'put',
    path: '/forum/posts/:postId/reaction',
    operationId: 'reactToPost',
    summary: 'Puts a sign under a post, or takes it away.',
    permission: useForum,
    params: PostPath,
    body: Reaction,
    output: PostView,
    problems: ofPosts,
    handle: (scope, { params, body }) => react(scope, apis, params.postId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/posts/:postId/confirm',
    operationId: 'confirmPostRead',
    summary: 'Confirms that you have read a note that asks for it.',
    permission: useForum,
    params: PostPath,
    output: PostView,
    problems: [...ofPosts, nothingToConfirm],
    handle: (scope, { params }) => confirmRead(scope, apis, params.postId),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/posts/:postId/report',
    operationId: 'reportPost',
    summary: 'Tells those who keep order of a post that should not stand there.',
    permission: useForum,
    params: PostPath,
    body: Report,
    output: Done,
    problems: ofPosts,
    handle: async (scope, { params, body }) => {
      await reportPost(scope, apis, params.postId, body.reason);
      return done;
    },
  }),
  defineWrite({
    method: 'post',
    path: '/forum/posts/:postId/hide',
    operationId: 'hidePost',
    summary: 'Takes a post out of sight, with a reason.',
    permission: keepForum,
    params: PostPath,
    body: Hiding,
    output: PostView,
    problems: ofPosts,
    handle: (scope, { params, body }) => hidePost(scope, apis, params.postId, { isHidden: true, ...body }),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/posts/:postId/restore',
    operationId: 'restorePost',
    summary: 'Puts a hidden post back.',
    permission: keepForum,
    params: PostPath,
    output: PostView,
    problems: ofPosts,
    handle: (scope, { params }) => hidePost(scope, apis, params.postId, { isHidden: false, reason: '' }),
  }),
  defineRead({
    path: '/forum/reports',
    operationId: 'listReports',
    summary: 'Reported posts on the boards that you keep.',
    permission: keepForum,
    output: ReportList,
    handle: (scope) => listReports(scope, apis),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/reports/:reportId',
    operationId: 'decideReport',
    summary: 'Hides a reported post, or lets it stand.',
    permission: keepForum,
    params: ReportPath,
    body: ReportDecision,
    output: Done,
    problems: [reportUnknown, boardRefused],
    handle: async (scope, { params, body }) => {
      await decideReport(scope, apis, params.reportId, body);
      return done;
    },
  }),
];
