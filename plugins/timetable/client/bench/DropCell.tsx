import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LessonDrag } from './useLessonDrag.ts';

interface DropCellProps {
  readonly groupId: string;
  readonly weekday: number;
  readonly hour: number;
  /** Left out for hours that the group does not have. */
  readonly drag: LessonDrag | undefined;
  readonly children: ReactNode;
}

/** An hour of a group's week. While a lesson is carried it shows whether it could be put there. */
export function DropCell({ groupId, weekday, hour, drag, children }: DropCellProps) {
  const cell = useRef<HTMLTableCellElement>(null);
  const latest = useRef(drag);
  latest.current = drag;
  const isTarget = drag?.groupId === groupId;
  useEffect(() => {
    const element = cell.current;
    if (!element || !isTarget) return;
    const at = { weekday, hour };
    return dropTargetForElements({
      element,
      onDragEnter: () => latest.current?.over(at),
      onDrop: () => latest.current?.drop(at),
    });
  }, [isTarget, weekday, hour]);
  const verdict = isTarget ? drag?.verdictOf({ weekday, hour }) : undefined;
  return (
    <td ref={cell} className={verdict ? `bench-cell bench-cell-${verdict}` : 'bench-cell'}>
      {children}
    </td>
  );
}
