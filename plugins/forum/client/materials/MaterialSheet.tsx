import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { AttachButton } from '../../../../client/src/kit/attach/AttachButton.tsx';
import { AttachmentList } from '../../../../client/src/kit/attach/AttachmentList.tsx';
import { useAttachments } from '../../../../client/src/kit/attach/useAttachments.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { addMaterial, materialsKey } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';

interface MaterialSheetProps {
  readonly groupId: string;
  readonly onClose: () => void;
}

/** Something new for the shelf: a text, a link, files. */
export function MaterialSheet({ groupId, onClose }: MaterialSheetProps) {
  const { t } = useTexts();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [courseId, setCourseId] = useState('');
  const { data: group } = useQuery(groupQuery(groupId));
  const courses = group?.courses ?? [];
  const files = useAttachments();
  const adding = useWrite(
    () =>
      addMaterial(groupId, {
        title: title.trim(),
        text: text.trim(),
        fileIds: [...files.fileIds],
        ...(courseId ? { courseId } : {}),
      }),
    { refreshes: [materialsKey], onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && !files.isSending) adding.mutate(undefined);
  };
  return (
    <Sheet title={t('shelf.add')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{t('shelf.who')}</p>
        <FieldErrors problem={adding.error} />
        <TextInput
          label={t('hold.name')}
          maxLength={200}
          value={title}
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('write.text')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {courses.length > 0 && (
          <NativeSelect
            label={t('shelf.course')}
            value={courseId}
            onChange={(event) => setCourseId(event.currentTarget.value)}
            data={[
              { value: '', label: t('shelf.wholeGroup') },
              ...courses.map(({ id, subjectName, subgroupName }) => ({
                value: id,
                label: [subjectName, subgroupName].filter(Boolean).join(' · '),
              })),
            ]}
          />
        )}
        <AttachmentList of={files} />
        <div className="actions">
          <Button type="submit" disabled={!title.trim() || files.isSending} loading={adding.isPending}>
            {t('shelf.put')}
          </Button>
          <AttachButton to={files} />
        </div>
      </form>
    </Sheet>
  );
}
