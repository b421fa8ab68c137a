import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { write } from '../../../api/request.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { ProblemView } from '../../../kit/ProblemView.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { PersonPicker, type Picked } from '../PersonPicker.tsx';
import { relations } from './personDraft.ts';

type Relative = PersonView['guardians'][number];

interface RelativeSheetProps {
  readonly person: PersonView;
  /** Whether the relative is a child of this person, or a parent. */
  readonly kind: 'child' | 'guardian';
  /** Left out: somebody new. */
  readonly relative?: Relative | undefined;
  readonly onClose: () => void;
}

/** Who is whose parent, and whether the parent may ask and answer for the child. */
export function RelativeSheet({ person, kind, relative, onClose }: RelativeSheetProps) {
  const { t } = useTranslation('client');
  const [picked, setPicked] = useState<readonly Picked[]>(
    relative ? [{ id: relative.personId, name: relative.name }] : [],
  );
  const [relation, setRelation] = useState<string>(relative?.relation ?? 'mother');
  // What a court has limited is no longer known here: it is left as it was granted.
  const isLimited = relative?.isLimited ?? false;
  const [maySee, setMaySee] = useState(relative?.maySee ?? true);
  const [mayAct, setMayAct] = useState(relative?.mayAct ?? true);
  const refreshes = [['people']];
  const saving = useWrite(
    () => {
      const other = picked[0]?.id;
      const pair =
        kind === 'child' ? { guardianId: person.id, studentId: other } : { guardianId: other, studentId: person.id };
      return write<unknown>('POST', '/guardianships', { ...pair, relation, maySee, mayAct: maySee && mayAct });
    },
    {
      refreshes,
      onDone: () => {
        showToast(t('settings.saved'));
        onClose();
      },
    },
  );
  const ending = useWrite(() => write<unknown>('DELETE', `/guardianships/${relative?.guardianshipId}`), {
    refreshes,
    onDone: () => {
      showToast(t('manage.relativeEnded', { name: relative?.name }), () => saving.mutate(undefined));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <Sheet
      title={relative?.name ?? t(kind === 'child' ? 'manage.addChild' : 'manage.addGuardian')}
      opened
      onClose={onClose}
    >
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} />
        {ending.error && <ProblemView problem={ending.error} />}
        {!relative && (
          <PersonPicker
            label={t(kind === 'child' ? 'manage.whichChild' : 'manage.whichGuardian')}
            ofRole={kind === 'child' ? 'student' : ''}
            picked={picked}
            onPick={setPicked}
            without={[person.id, ...[...person.guardians, ...person.children].map(({ personId }) => personId)]}
          />
        )}
        <NativeSelect
          label={t('manage.relation')}
          data={relations.map((value) => ({ value, label: t(`people.relations.${value}`) }))}
          value={relation}
          onChange={(event) => setRelation(event.currentTarget.value)}
        />
        {isLimited && <p className="quiet">{t('manage.limited')}</p>}
        <Checkbox
          label={t('manage.maySee')}
          description={t('manage.maySeeWhy')}
          checked={maySee}
          disabled={isLimited}
          onChange={(event) => setMaySee(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('manage.mayAct')}
          description={t('manage.mayActWhy')}
          checked={maySee && mayAct}
          disabled={isLimited || !maySee}
          onChange={(event) => setMayAct(event.currentTarget.checked)}
        />
        <div className="sheet-foot">
          {relative && (
            <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate(undefined)}>
              {t('manage.endRelative')}
            </Button>
          )}
          <Button type="submit" disabled={picked.length === 0 || isLimited} loading={saving.isPending}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
