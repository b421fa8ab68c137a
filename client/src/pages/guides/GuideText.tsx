import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { GuideBlock } from '../../../../server/guides/schemas.ts';

type Run = Extract<GuideBlock, { kind: 'paragraph' }>['text'][number];

/** A text of the school. It is made of words and links only, so nothing in it can run. */
export function GuideText({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <div className="guide-text">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole and never reordered
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: GuideBlock }) {
  if (block.kind === 'rule') return <hr />;
  if (block.kind === 'quote') return <blockquote>{runsOf(block.text)}</blockquote>;
  if (block.kind === 'paragraph') return <p>{runsOf(block.text)}</p>;
  if (block.kind === 'heading')
    return block.level === 3 ? <h3>{runsOf(block.text)}</h3> : <h2>{runsOf(block.text)}</h2>;
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  const items = block.items.map((item, at) => <li key={at}>{runsOf(item)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

// biome-ignore lint/suspicious/noArrayIndexKey: as above
const runsOf = (runs: readonly Run[]): ReactNode => runs.map((run, at) => <Words key={at} run={run} />);

function Words({ run: { text, bold, italic, href } }: { readonly run: Run }) {
  const slanted = italic ? <em>{text}</em> : text;
  const words = bold ? <strong>{slanted}</strong> : slanted;
  if (!href) return words;
  return href.startsWith('/') ? <Link to={href}>{words}</Link> : <a href={href}>{words}</a>;
}
