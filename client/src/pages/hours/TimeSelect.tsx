interface TimeSelectProps {
  readonly label: string;
  readonly value: string;
  /** The end of a window may be midnight: 24:00. */
  readonly isEnd: boolean;
  readonly onChange: (value: string) => void;
  /** Id of the message that says what is wrong. */
  readonly wrongId?: string;
}

const quarters = Array.from({ length: 24 * 4 }, (_, index) => {
  const hour = String(Math.floor(index / 4)).padStart(2, '0');
  return `${hour}:${String((index % 4) * 15).padStart(2, '0')}`;
});

/** A wall time in quarters of an hour. A list, because a browser's own time field follows the browser's language. */
export function TimeSelect({ label, value, isEnd, onChange, wrongId }: TimeSelectProps) {
  const offered = isEnd ? [...quarters.slice(1), '24:00'] : quarters;
  const times = offered.includes(value) ? offered : [...offered, value].toSorted();
  return (
    <select
      className="hours-time figures"
      aria-label={label}
      aria-invalid={wrongId !== undefined}
      aria-describedby={wrongId}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {times.map((time) => (
        <option key={time} value={time}>
          {time}
        </option>
      ))}
    </select>
  );
}
