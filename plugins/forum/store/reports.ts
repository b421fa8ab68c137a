import type { Knex } from 'knex';

export interface ReportRow {
  readonly id: string;
  readonly postId: string;
  readonly reporterId: string | null;
  readonly reason: string;
  readonly reportedAt: Date;
}

const columns = ['report.id', 'report.postId', 'report.reporterId', 'report.reason', 'report.reportedAt'];

/** Whether it is new. */
export async function insertReport(trx: Knex.Transaction, report: ReportRow): Promise<boolean> {
  const rows: unknown[] = await trx('forum_report')
    .insert(report)
    .onConflict(['postId', 'reporterId'])
    .ignore()
    .returning('id');
  return rows.length > 0;
}

export const reportById = (db: Knex, id: string): Promise<ReportRow | undefined> =>
  db('forum_report as report').where('report.id', id).first<ReportRow | undefined>(columns);

/** Open reports of posts on these boards, oldest first. */
export const openReports = (db: Knex, boardIds: Knex.QueryBuilder, limit: number): Promise<ReportRow[]> =>
  db('forum_report as report')
    .join('forum_post as post', 'post.id', 'report.postId')
    .join('forum_topic as topic', 'topic.id', 'post.topicId')
    .whereIn('topic.boardId', boardIds)
    .whereNull('report.decidedAt')
    .orderBy(['report.reportedAt', 'report.id'])
    .limit(limit)
    .select<ReportRow[]>(columns);

export const decideReports = (
  trx: Knex.Transaction,
  postId: string,
  decision: { readonly outcome: 'hidden' | 'kept'; readonly decidedAt: Date; readonly decidedById: string },
): Promise<number> => trx('forum_report').where({ postId, decidedAt: null }).update(decision);

/** Those who reported a post. */
export async function reportersOf(db: Knex, postId: string): Promise<readonly string[]> {
  const rows: { reporterId: string | null }[] = await db('forum_report').where({ postId }).select('reporterId');
  return rows.flatMap(({ reporterId }) => reporterId ?? []);
}
