import { type ReactNode, useId } from 'react';
import './table.css';

interface TableAreaProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** `<thead>` and `<tbody>`. */
  readonly children: ReactNode;
}

/** A table with its caption, which scrolls by itself when the window is narrow, by keyboard too. */
export function TableArea({ caption, captionHidden, children }: TableAreaProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls must be reachable by keyboard
    <div role="group" className="table-area" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id} className={captionHidden ? 'unseen' : 'table-caption'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
