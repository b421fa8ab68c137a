import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LetterTexts } from '../../schemas/materials.ts';
import { versionsQuery } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';

interface TemplateVersionsProps {
  readonly templateId: string;
  readonly onChoose: (texts: LetterTexts) => void;
  readonly onClose: () => void;
}

/** What a template said before; each version can be taken up again. */
export function TemplateVersions({ templateId, onChoose, onClose }: TemplateVersionsProps) {
  const { t } = useTexts();
  const times = useTimes();
  const { data } = useQuery(versionsQuery(templateId));
  return (
    <Sheet title={t('template.versions')} opened onClose={onClose}>
      {!data && <Waiting />}
      {data && (
        <List label={t('template.versions')}>
          {data.items.map(({ revision, title, texts, savedAt, savedBy }) => (
            <Row
              key={revision}
              title={title}
              details={t('template.version', { revision, on: savedAt ? times.date(savedAt) : '', name: savedBy ?? '' })}
              actions={
                <Button variant="default" size="compact-md" onClick={() => onChoose(texts)}>
                  {t('template.take')}
                </Button>
              }
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}
