import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './ApiProblem.ts';

interface WriteHandling<I, O> {
  /** What to read anew after success. */
  readonly refreshes?: readonly QueryKey[];
  readonly onDone?: (reply: O, input: I) => void;
  readonly onProblem?: (problem: ApiProblem, input: I) => void;
}

/** A change that a person makes, with its pending state and its refusal. */
export function useWrite<I, O>(
  run: (input: I) => Promise<O>,
  handling: WriteHandling<I, O> = {},
): UseMutationResult<O, Error, I> {
  const client = useQueryClient();
  return useMutation<O, Error, I>({
    mutationFn: run,
    onSuccess: (reply, input) => {
      for (const queryKey of handling.refreshes ?? []) void client.invalidateQueries({ queryKey });
      handling.onDone?.(reply, input);
    },
    onError: (cause, input) => {
      if (cause instanceof ApiProblem) handling.onProblem?.(cause, input);
    },
  });
}
