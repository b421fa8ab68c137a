import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfSearch: readonly TablePrivacy[] = [
  aboutNobody('search_place', 'A board or conversation in which texts are looked for.', 'id owner key'),
  goesWithPerson('search_document', {
    of: ['author_id'],
    why: 'That a text of this author can be found; goes with the author, its words with it.',
    told: '',
    untold: 'id owner key place_id author_id',
  }),
  aboutNobody(
    'search_term',
    'Stems of the words of a text, which is itself where it was written; they go with their document.',
    'place_id term document_id',
  ),
];
