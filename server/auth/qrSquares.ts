import qrcode from 'qrcode';

/** Rows of a QR code, dark squares as `#`, without the white edge that it needs. */
export function qrSquares(text: string): string[] {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) =>
    [...data.subarray(row * size, (row + 1) * size)].map((dark) => (dark ? '#' : '.')).join(''),
  );
}
