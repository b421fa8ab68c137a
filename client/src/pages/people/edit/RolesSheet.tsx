import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../../server/people/schemas.ts';
import { write } from '../../../api/request.ts';
import { homeSchoolsQuery } from '../../../api/schoolLists.ts';
import { useSession } from '../../../api/session.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { List, Row } from '../../../kit/List.tsx';
import { ProblemView } from '../../../kit/ProblemView.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';

type Role = PersonView['roles'][number];

/** In the order of a school's list of staff. */
const rolesToGive = ['tutor', 'teacher', 'lead-tutor', 'psychologist', 'coordinator', 'head', 'admin'] as const;
const onlyByAdmin: readonly string[] = ['coordinator', 'head', 'admin'];
/** Which groups or courses follows from the groups themselves. */
const marks: readonly string[] = ['tutor', 'teacher'];

interface RolesSheetProps {
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** What somebody does in the school, and for which home school. */
export function RolesSheet({ person, onClose }: RolesSheetProps) {
  const { t } = useTranslation('client');
  const { data } = useQuery(homeSchoolsQuery);
  const isAdmin = useSession().roles.some(({ role }) => role === 'admin');
  const [role, setRole] = useState<string>('tutor');
  const [where, setWhere] = useState('');
  const schools = data?.items ?? [];
  const schoolOf = ({ homeSchoolId, scopeKind }: Role) => {
    if (homeSchoolId) return schools.find(({ id }) => id === homeSchoolId)?.name ?? '';
    return scopeKind === 'everything' ? t('manage.wholeCentre') : '';
  };
  const refreshes = [['people'], ['session']];
  const giving = useWrite(
    () =>
      write<unknown>('POST', `/people/${person.id}/roles`, {
        role,
        ...(marks.includes(role)
          ? { scopeKind: 'self' }
          : where && role !== 'admin'
            ? { scopeKind: 'home-school', homeSchoolId: where }
            : { scopeKind: 'everything' }),
      }),
    { refreshes },
  );
  const taking = useWrite((roleId: string) => write<unknown>('DELETE', `/people/${person.id}/roles/${roleId}`), {
    refreshes,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    giving.mutate(undefined);
  };
  return (
    <Sheet title={t('manage.rolesOf', { name: person.name })} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={giving.error} />
        {taking.error && <ProblemView problem={taking.error} />}
        {person.roles.length === 0 && <p className="quiet">{t('manage.noRoles')}</p>}
        {person.roles.length > 0 && (
          <List label={t('people.role')}>
            {person.roles.map((given) => (
              <Row
                key={given.id}
                title={t(`roles.${given.role}`)}
                details={schoolOf(given)}
                actions={
                  (isAdmin || !onlyByAdmin.includes(given.role)) && (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={t('manage.takeRoleNamed', { role: t(`roles.${given.role}`) })}
                      loading={taking.isPending && taking.variables === given.id}
                      onClick={() => taking.mutate(given.id)}
                    >
                      {t('manage.takeRole')}
                    </Button>
                  )
                }
              />
            ))}
          </List>
        )}
        <NativeSelect
          label={t('manage.giveRole')}
          data={rolesToGive
            .filter((value) => isAdmin || !onlyByAdmin.includes(value))
            .map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        {!marks.includes(role) && role !== 'admin' && (
          <NativeSelect
            label={t('manage.roleWhere')}
            data={[
              { value: '', label: t('manage.wholeCentre') },
              ...schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value)}
          />
        )}
        {marks.includes(role) && <p className="quiet small">{t(`manage.markWhy.${role}`)}</p>}
        <div className="sheet-foot">
          <Button type="submit" loading={giving.isPending}>
            {t('manage.give')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
