import { z } from 'zod';
import { defineDocument } from '../kind.ts';

const InvitationCards = z.strictObject({
  /** Group, class or whoever the cards are for. */
  heading: z.string(),
  /** Where the code is typed: `tutoria.example.org`. */
  site: z.string(),
  expiresOn: z.iso.date(),
  cards: z.array(z.strictObject({ name: z.string(), detail: z.string(), code: z.string(), url: z.string() })).max(2000),
});
export type InvitationCards = z.infer<typeof InvitationCards>;

/** A sheet of cards with which people sign in for the first time: eight on a page, to cut out and hand over. */
export const invitationCards = defineDocument<InvitationCards>({
  id: 'documents.invitation-cards',
  data: InvitationCards,
  sample: {
    heading: '7А',
    site: 'tutoria.example.org',
    expiresOn: '2026-10-01',
    cards: [
      {
        name: 'Орлова Вера Сергеевна',
        detail: '7А',
        code: 'KM7Q-2WXT',
        url: 'https://tutoria.example.org/invite/KM7Q-2WXT',
      },
      {
        name: 'María Fernanda Núñez Güemes',
        detail: 'Madre de Íñigo',
        code: 'PH3R-9DKA',
        url: 'https://tutoria.example.org/invite/PH3R-9DKA',
      },
    ],
  },
  compose: ({ heading, site, expiresOn, cards }, { say }) => ({
    title: say('title', { heading }),
    footer: say('footer'),
    hideTitle: true,
    blocks: [
      {
        kind: 'cards',
        cards: cards.map(({ name, detail, code, url }) => ({
          title: name,
          facts: detail ? [detail] : [],
          how: say('how', { site }),
          qr: url,
          code,
          note: say('once', { expiresOn }),
        })),
      },
    ],
  }),
});
