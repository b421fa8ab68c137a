import { aboutNobody, type TablePrivacy } from '../../../server/host/privacy.ts';

export const privacyOfBookClub: readonly TablePrivacy[] = [
  aboutNobody('book_club_book', 'A book that a group reads; it names nobody.', 'id group_id title added_at'),
];
