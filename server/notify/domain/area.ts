/** What notices are about, in the few groups in which people choose how they hear of them. */
export const noticeAreas = ['lessons', 'requests', 'messages', 'progress', 'account'] as const;
export type NoticeArea = (typeof noticeAreas)[number];
