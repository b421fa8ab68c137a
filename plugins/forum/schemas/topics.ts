import { z } from 'zod';
import { TextBlock } from '../../../server/markdown/schemas.ts';
import { BoardBrief } from './boards.ts';
import { FileIds, Files, PersonBrief, PostText } from './common.ts';

export const TopicPath = z.strictObject({ topicId: z.uuid() });
export const PostPath = z.strictObject({ postId: z.uuid() });

const Title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);

export const NewPoll = z.strictObject({
  question: z.string().trim().min(1).max(300),
  options: z.array(z.string().trim().min(1).max(120)).min(2).max(10),
  isMultiple: z.boolean(),
});
export type NewPoll = z.infer<typeof NewPoll>;

export const NewTopic = z.strictObject({
  /** Made by the client: sent twice, the topic is made once. */
  clientId: z.uuid(),
  title: Title,
  text: PostText,
  fileIds: FileIds.default([]),
  poll: NewPoll.optional(),
});
export type NewTopic = z.infer<typeof NewTopic>;

export const NewPost = z.strictObject({ clientId: z.uuid(), text: PostText, fileIds: FileIds.default([]) });
export type NewPost = z.infer<typeof NewPost>;

export const EditPost = z.strictObject({ text: PostText });
export type EditPost = z.infer<typeof EditPost>;

export const TopicChange = z.strictObject({
  title: Title.optional(),
  isPinned: z.boolean().optional(),
  isClosed: z.boolean().optional(),
});
export type TopicChange = z.infer<typeof TopicChange>;

export const MoveTopic = z.strictObject({ boardId: z.uuid() });

export const TopicItem = z.object({
  id: z.uuid(),
  title: z.string(),
  author: PersonBrief.nullable(),
  isPinned: z.boolean(),
  isClosed: z.boolean(),
  posts: z.int(),
  unread: z.int(),
  activeAt: z.iso.datetime(),
});
export type TopicItem = z.infer<typeof TopicItem>;

export const TopicsQuery = z.strictObject({
  /** Id of the last topic of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});

export const TopicList = z.object({ items: z.array(TopicItem), next: z.uuid().nullable() });
export type TopicList = z.infer<typeof TopicList>;

export const Sign = z.enum(['thanks', 'agree', 'done', 'question']);
export type Sign = z.infer<typeof Sign>;

export const PostView = z.object({
  id: z.uuid(),
  number: z.int(),
  /** Of its last change, within the topic. */
  sequence: z.int(),
  author: z.object({ ...PersonBrief.shape, roles: z.array(z.string()) }).nullable(),
  isMine: z.boolean(),
  blocks: z.array(TextBlock),
  /** As it was written; empty when it was deleted, or hidden from this reader. */
  text: z.string(),
  files: Files,
  postedAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  state: z.enum(['shown', 'deleted', 'hidden']),
  hiddenWhy: z.string().nullable(),
  isNote: z.boolean(),
  reactions: z.array(z.object({ sign: Sign, count: z.int(), isMine: z.boolean() })),
  /** Of a note that asks for it: who has confirmed that they read it. Tutors see all, others themselves. */
  receipts: z.array(z.object({ person: PersonBrief, confirmedAt: z.iso.datetime().nullable() })),
  may: z.object({ edit: z.boolean(), hide: z.boolean(), report: z.boolean(), confirm: z.boolean() }),
});
export type PostView = z.infer<typeof PostView>;

export const PostsQuery = z.strictObject({
  /** Posts from this number on; `unread` begins at the first unread one. */
  from: z.union([z.literal('unread'), z.literal('end'), z.coerce.number().int().min(1)]).default('unread'),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});
export type PostsQuery = z.infer<typeof PostsQuery>;

export const ChangesQuery = z.strictObject({ since: z.coerce.number().int().min(0) });

export const PollView = z.object({
  question: z.string(),
  isMultiple: z.boolean(),
  isClosed: z.boolean(),
  voters: z.int(),
  options: z.array(z.object({ text: z.string(), votes: z.int(), isMine: z.boolean() })),
});
export type PollView = z.infer<typeof PollView>;

export const TopicView = z.object({
  id: z.uuid(),
  board: BoardBrief,
  title: z.string(),
  isPinned: z.boolean(),
  isClosed: z.boolean(),
  revision: z.int(),
  lastNumber: z.int(),
  lastSequence: z.int(),
  readNumber: z.int(),
  isSubscribed: z.boolean(),
  poll: PollView.nullable(),
  may: z.object({ reply: z.boolean(), keep: z.boolean() }),
});
export type TopicView = z.infer<typeof TopicView>;

export const TopicPage = z.object({ topic: TopicView, posts: z.array(PostView) });
export type TopicPage = z.infer<typeof TopicPage>;

export const PostList = z.object({ items: z.array(PostView), lastSequence: z.int(), hasMore: z.boolean() });
export type PostList = z.infer<typeof PostList>;

export const Reaction = z.strictObject({ sign: Sign, isOn: z.boolean() });
export const Reading = z.strictObject({ number: z.int().min(0) });
export const Subscription = z.strictObject({ isOn: z.boolean() });
export const Vote = z.strictObject({ options: z.array(z.int().min(0).max(9)).max(10) });
export const Report = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const Hiding = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const EditList = z.object({
  items: z.array(z.object({ blocks: z.array(TextBlock), replacedAt: z.iso.datetime() })),
});

export const UnreadItem = z.object({ ...TopicItem.shape, board: BoardBrief });
export type UnreadItem = z.infer<typeof UnreadItem>;
export const UnreadList = z.object({ items: z.array(UnreadItem), hasMore: z.boolean() });
export type UnreadList = z.infer<typeof UnreadList>;

export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  boardId: z.uuid().optional(),
  before: z.coerce.number().int().min(1).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchHit = z.object({
  postId: z.uuid(),
  topicId: z.uuid(),
  number: z.int(),
  title: z.string(),
  board: BoardBrief,
  author: z.string().nullable(),
  postedAt: z.iso.datetime(),
  excerpt: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const SearchPage = z.object({ items: z.array(SearchHit), next: z.int().nullable() });
export type SearchPage = z.infer<typeof SearchPage>;

export const PeopleQuery = z.strictObject({ q: z.string().trim().max(100).default('') });
export const PeopleFound = z.object({ items: z.array(PersonBrief) });

export const ReportView = z.object({
  id: z.uuid(),
  reason: z.string(),
  reportedAt: z.iso.datetime(),
  topicId: z.uuid(),
  topicTitle: z.string(),
  board: BoardBrief,
  post: PostView,
});
export type ReportView = z.infer<typeof ReportView>;
export const ReportList = z.object({ items: z.array(ReportView) });
export type ReportList = z.infer<typeof ReportList>;
export const ReportPath = z.strictObject({ reportId: z.uuid() });
export const ReportDecision = z.strictObject({
  outcome: z.enum(['hidden', 'kept']),
  reason: z.string().trim().max(500),
});
export type ReportDecision = z.infer<typeof ReportDecision>;
