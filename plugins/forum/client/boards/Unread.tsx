import './boards.css';

/** How much is new; nothing when there is nothing. */
export function Unread({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null;
  return (
    <span className="forum-count">
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
