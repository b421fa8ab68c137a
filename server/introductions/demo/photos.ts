import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoContext } from '../../host/demo.ts';
import { Received } from '../../host/receivedFile.ts';
import type { Random } from '../../optimise/random.ts';
import type { IntroductionParts } from '../parts.ts';
import { photoOwnerId } from '../photos.ts';
import { saveProfile } from '../store/profiles.ts';

const side = 192;

/** Nobody's face: head and shoulders before a wall. */
function portrait(random: Random): string {
  const hue = random.below(360);
  const [hair, skin] = [
    `hsl(${random.below(60)} 45% ${18 + random.below(40)}%)`,
    `hsl(28 50% ${45 + random.below(40)}%)`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="hsl(${hue} 30% 78%)"/>
    <circle cx="50" cy="40" r="${23 + random.below(4)}" fill="${hair}"/>
    <ellipse cx="50" cy="46" rx="17" ry="21" fill="${skin}"/>
    <path d="M14 100c2-26 20-32 36-32s34 6 36 32z" fill="hsl(${(hue + 180) % 360} 35% 40%)"/>
  </svg>`;
}

/** Gives these people pictures, as if each had uploaded one. */
export async function showPhotos(
  parts: IntroductionParts,
  { read, write }: DemoContext,
  personIds: readonly string[],
  random: Random,
): Promise<void> {
  const { default: sharp } = await import('sharp');
  const folder = await mkdtemp(join(tmpdir(), 'tutoria-demo-'));
  try {
    for (const personId of personIds) {
      const bytes = await sharp(Buffer.from(portrait(random)))
        .jpeg({ quality: 80 })
        .toBuffer();
      const path = join(folder, personId);
      await writeFile(path, bytes);
      const received = new Received(path, createHash('sha256').update(bytes).digest('hex'), bytes.length);
      const stored = await read((scope) => parts.files.takeIn(scope, received));
      await write(async (scope) => {
        const { id } = await parts.files.keep(scope, 'photo.jpg', stored);
        await parts.files.attach(scope, { owner: photoOwnerId, key: personId }, [id]);
        const photo = { hasPhoto: true, consentById: personId, consentAt: scope.now };
        await saveProfile(scope.db, personId, { photo });
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
