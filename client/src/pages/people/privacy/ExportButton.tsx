import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonExport } from '../../../../../server/privacy/schemas.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { ProblemView } from '../../../kit/ProblemView.tsx';

/** Takes out everything that is kept about a person, as a file; what the person has uploaded is fetched file by file. */
export function ExportButton({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('client');
  const taking = useWrite(() => write<PersonExport>('POST', `/people/${personId}/export`), {
    onDone: (taken) => save(taken),
  });
  const files = taking.data?.files ?? [];
  return (
    <>
      {taking.error && <ProblemView problem={taking.error} />}
      <div className="actions">
        <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
          {t('data.takeOut')}
        </Button>
      </div>
      {files.length > 0 && (
        <>
          <p role="status">{t('data.files', { count: files.length })}</p>
          <ul>
            {files.map(({ id, name }) => (
              <li key={id}>
                <a href={`/api/people/${personId}/export/files/${id}`} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function save(taken: PersonExport): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(taken, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `tutoria-${String(taken.madeAt).slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
