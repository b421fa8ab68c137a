import { Component, type ReactNode } from 'react';
import { ProblemView } from '../kit/ProblemView.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Without it the page is whole: where it does not come, as without a line, nothing is said. */
  readonly isDispensable?: true;
}

interface Failure {
  readonly problem: Error | undefined;
}

/** Keeps a broken part from taking the rest of the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { problem: undefined };

  static getDerivedStateFromError(reason: unknown): Failure {
    return { problem: reason instanceof Error ? reason : new Error(String(reason)) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (!problem) return this.props.children;
    if (this.props.isDispensable) return null;
    return <ProblemView problem={problem} onRetry={() => window.location.reload()} />;
  }
}
