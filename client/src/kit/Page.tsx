import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { HelpLink } from './HelpLink.tsx';
import { ProblemView } from './ProblemView.tsx';
import { Waiting } from './Waiting.tsx';
import './page.css';

interface PageProps {
  readonly title: string;
  /** A line below the title. */
  readonly summary?: ReactNode;
  /** Above the title: the way back. */
  readonly above?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** Set while the page's main query has no data. */
  readonly waiting?: boolean;
  /** Why the page's main query has no data. */
  readonly problem?: Error | null;
  readonly onRetry?: () => void;
  /** Calendars and tables use the whole desk; texts do not. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** One page: names the window, takes the focus on arrival, and stands in for content that is not there yet. */
export function Page(props: PageProps) {
  const { title } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · Tutoria`;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another address is what moves the focus
  useEffect(() => {
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={props.wide ? 'page page-wide' : 'page'}>
      {props.above && <div className="page-above no-print">{props.above}</div>}
      <div className="page-head">
        <div className="page-titles">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {props.summary && <div className="quiet">{props.summary}</div>}
        </div>
        <HelpLink />
        {props.actions && <div className="actions no-print">{props.actions}</div>}
      </div>
      <PageBody {...props} />
    </div>
  );
}

function PageBody({ problem, waiting, onRetry, children }: PageProps) {
  if (problem) return <ProblemView problem={problem} {...(onRetry ? { onRetry } : {})} />;
  if (waiting) return <Waiting />;
  return <div className="page-body">{children}</div>;
}
