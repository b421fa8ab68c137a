/** What a message of some lines is on the wire. */
export const news = {
  from: 1,
  upTo: 1,
  items: [
    {
      id: '01900000-0000-7000-8000-000000000001',
      clientId: '01900000-0000-7000-8000-000000000002',
      seq: 1,
      changedSeq: 1,
      author: { id: '01900000-0000-7000-8000-000000000003', name: 'Ana Pérez' },
      text: 'Good evening, the homework of tomorrow is on the board of the group. '.repeat(3),
      replyToId: null,
      files: [],
      sentAt: '2026-09-07T06:00:00.000Z',
      editedAt: null,
      deletedAt: null,
    },
  ],
};
