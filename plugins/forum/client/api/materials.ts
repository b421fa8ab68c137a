import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  Letter,
  LetterList,
  LettersPreview,
  LetterToSend,
  LetterView,
  MailingList,
  MailingView,
  NewMaterial,
  NewPack,
  PackList,
  PackView,
  Shelf,
} from '../../schemas/materials.ts';
import type { TemplateList, TemplateToSave, TemplateView } from '../../schemas/templates.ts';
import { forumKey } from './boards.ts';

const key = [forumKey, 'materials'] as const;
export const materialsKey = key;

export const shelfQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...key, 'shelf', groupId],
    queryFn: ({ signal }) => read<Shelf>(`/forum/groups/${groupId}/materials`, signal),
  });
export const addMaterial = (groupId: string, asked: NewMaterial) =>
  write<Shelf>('POST', `/forum/groups/${groupId}/materials`, asked);
export const removeMaterial = (id: string) => write<Shelf>('DELETE', `/forum/materials/${id}`);

export const packsQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...key, 'packs', groupId],
    queryFn: ({ signal }) => read<PackList>(`/forum/groups/${groupId}/packs`, signal),
  });
export const makePack = (groupId: string, asked: NewPack) =>
  write<PackView>('POST', `/forum/groups/${groupId}/packs`, asked);
export const stepPack = (id: string, step: 'handed' | 'returned') =>
  write<PackView>('POST', `/forum/packs/${id}/step`, { step });

export const mailingsQuery = (groupId: string) =>
  queryOptions({
    queryKey: [...key, 'mailings', groupId],
    queryFn: ({ signal }) => read<MailingList>(`/forum/groups/${groupId}/letters`, signal),
  });
export const mailingQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'mailing', id],
    queryFn: ({ signal }) => read<MailingView>(`/forum/mailings/${id}`, signal),
  });
export const previewLetters = (groupId: string, letter: Letter) =>
  write<LettersPreview>('POST', `/forum/groups/${groupId}/letter-previews`, letter);
export const sendMailing = (groupId: string, letter: LetterToSend) =>
  write<MailingView>('POST', `/forum/groups/${groupId}/letters`, letter);

export const lettersQuery = queryOptions({
  queryKey: [...key, 'letters'],
  queryFn: ({ signal }) => read<LetterList>('/forum/letters', signal),
});
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'letter', id],
    queryFn: ({ signal }) => read<LetterView>(`/forum/letters/${id}`, signal),
  });
export const markLetter = (id: string, what: 'open' | 'confirm') =>
  write<LetterView>('POST', `/forum/letters/${id}/${what}`);
export const askAboutLetter = (id: string, question: string) =>
  write('POST', `/forum/letters/${id}/questions`, { question });

export const templatesQuery = queryOptions({
  queryKey: [...key, 'templates'],
  queryFn: ({ signal }) => read<TemplateList>('/forum/letter-templates', signal),
});
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'templates', id],
    queryFn: ({ signal }) => read<TemplateList>(`/forum/letter-templates/${id}/versions`, signal),
  });
/** A new template, or the next version of one. */
export const saveTemplate = (template: Pick<TemplateView, 'id' | 'revision'> | undefined, asked: TemplateToSave) =>
  template?.id
    ? write<TemplateView>('PUT', `/forum/letter-templates/${template.id}`, asked, { revision: template.revision })
    : write<TemplateView>('POST', '/forum/letter-templates', asked);
export const removeTemplate = (id: string) => write('DELETE', `/forum/letter-templates/${id}`);
