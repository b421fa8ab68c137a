/** Enough to read a page of a copybook. */
const longestSide = 1920;
const quality = 0.82;
const leastBytes = 250_000;

/** A size that fits, in the same proportions. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const factor = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/**
 * A photograph as small as it may be before it goes over a weak line; everything else, and what the browser cannot read,
 * stays as it is. The server makes every picture anew anyway.
 */
export async function shrinkPicture(file: File): Promise<{ readonly content: Blob; readonly name: string }> {
  const asIs = { content: file, name: file.name };
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < leastBytes) return asIs;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const ground = canvas.getContext('2d');
    if (!ground) return asIs;
    ground.fillStyle = '#ffffff';
    ground.fillRect(0, 0, width, height);
    ground.drawImage(picture, 0, 0, width, height);
    picture.close();
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (!content || content.size >= file.size) return asIs;
    return { content, name: `${file.name.replace(/\.\w+$/, '')}.jpg` };
  } catch {
    return asIs;
  }
}
