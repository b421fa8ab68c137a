import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { useTexts } from '../useTexts.ts';
import { GroupMaterials } from './GroupMaterials.tsx';

/** The shelf of a group on a page of its own, for families, who come from the forum. */
export function MaterialsPage() {
  const { t } = useTexts();
  const { groupId = '' } = useParams();
  const { data } = useQuery(groupQuery(groupId));
  return (
    <Page title={t('shelf.title')} summary={data?.name} above={<Link to="/forum">{t('title')}</Link>}>
      <GroupMaterials groupId={groupId} />
    </Page>
  );
}
