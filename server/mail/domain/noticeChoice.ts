/** How a person wants to get notices by mail: soon after they happen, once a day, or not at all. */
export const noticeChoices = ['soon', 'daily', 'never'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

export const usualChoice: NoticeChoice = 'soon';
