import type { FileReply } from '../../../server/host/fileReply.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { packDocument } from '../documents/pack.ts';
import { ofMaterials } from '../fileOwner.ts';
import { materialsByIds } from '../store/materials.ts';
import { packAs } from './materials.ts';

/** A pack as PDF, in the language of its student. */
export async function printPack(scope: ReadScope, apis: Apis, id: string): Promise<FileReply> {
  const pack = await packAs(scope, apis, id);
  const [student] = await apis.people.peopleByIds(scope.db, [pack.studentId]);
  const [group] = await apis.school.groupsByIds(scope.db, [pack.groupId]);
  const found = await materialsByIds(scope.db, pack.materialIdsJson);
  const files = await apis.files.filesOf(
    scope.db,
    ofMaterials,
    found.map((one) => one.id),
  );
  const content = await apis.documents.render(packDocument, {
    data: {
      student: student?.name ?? '',
      group: group?.name ?? '',
      note: pack.note,
      madeOn: dayOf(pack.madeAt),
      materials: pack.materialIdsJson.flatMap((materialId) => {
        const material = found.find((one) => one.id === materialId);
        return material
          ? [
              {
                title: material.title,
                text: material.text,
                files: (files.get(materialId) ?? []).map(({ name }) => name),
              },
            ]
          : [];
      }),
    },
    language: student?.language ?? scope.actor.language,
    zone: student?.zone ?? scope.actor.zone,
    madeAt: pack.madeAt,
  });
  return {
    fileName: 'pack.pdf',
    mediaType: 'application/pdf',
    disposition: 'attachment',
    content,
    length: content.byteLength,
  };
}
