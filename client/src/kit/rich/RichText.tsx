import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TextBlock, TextRun } from '../../../../server/markdown/schemas.ts';
import './rich.css';

/** A text that somebody wrote in Markdown. It is made of words and links only, so nothing in it can run. */
export function RichText({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return (
    <div className="rich">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is shown whole and never reordered
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: TextBlock }) {
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
const runsOf = (runs: readonly TextRun[]): ReactNode => runs.map((run, at) => <Words key={at} run={run} />);

function Words({ run: { text, bold, italic, href } }: { readonly run: TextRun }) {
  const slanted = italic ? <em>{text}</em> : text;
  const words = bold ? <strong>{slanted}</strong> : slanted;
  if (!href) return words;
  if (href.startsWith('/')) return <Link to={href}>{words}</Link>;
  // What people link to is opened apart, and learns nothing of where it was linked from.
  return (
    <a href={href} {...(href.startsWith('#') ? {} : { target: '_blank', rel: 'noopener noreferrer nofollow' })}>
      {words}
    </a>
  );
}
