import { Component, type ReactNode } from 'react';
import { ProblemView } from '../kit/ProblemView.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
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
    return <ProblemView problem={problem} onRetry={() => window.location.reload()} />;
  }
}
