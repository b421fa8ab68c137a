import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../useTexts.ts';
import '../boards/boards.css';

/** Looks for words in posts, on one board or on all. */
export function FindForm({ boardId, initial = '' }: { readonly boardId?: string; readonly initial?: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [q, setQ] = useState(initial);
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (q.trim())
      void navigate(`/forum/search?${new URLSearchParams({ q: q.trim(), ...(boardId ? { boardId } : {}) })}`);
  };
  return (
    <search>
      <form className="forum-find" onSubmit={find}>
        <TextInput
          type="search"
          aria-label={t('find.label')}
          placeholder={t(boardId ? 'find.here' : 'find.label')}
          maxLength={200}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('find.find')}
        </Button>
      </form>
    </search>
  );
}
