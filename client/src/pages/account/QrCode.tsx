interface QrCodeProps {
  /** Rows of squares, `#` is dark. */
  readonly rows: readonly string[];
  readonly label: string;
}

/** Dark on white whatever the theme: cameras want it so. */
export function QrCode({ rows, label }: QrCodeProps) {
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => [...row].flatMap((square, x) => (square === '#' ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
