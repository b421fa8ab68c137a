import { z } from 'zod';
import { defineDocument } from '../documents/api.ts';
import { parseMarkdown } from '../markdown/parseMarkdown.ts';

const Guide = z.strictObject({ source: z.string() });
type Guide = z.infer<typeof Guide>;

/** A guide to be hung up or handed over. */
export const guideDocument = defineDocument<Guide>({
  id: 'guides.guide',
  data: Guide,
  sample: {
    source:
      'Как мы учимся · Cómo aprendemos\n\n## Начало\n\nОткройте **страницу** и войдите.\n\n1. Первое\n2. Segundo paso',
  },
  compose: ({ source }, { say }) => {
    const [first = '', ...rest] = source.trim().split('\n');
    return { title: first.replace(/^#+\s*/, '').trim(), footer: say('footer'), blocks: parseMarkdown(rest.join('\n')) };
  },
});
