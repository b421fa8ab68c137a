/** What the guards of both databases share, as SQL. `a` and `b` are claims of one subject. */

/** Both claims take the subject at some instant; `b` starts at most a day before `a`, which keeps the index useful. */
export const overlapping = (a: string, b: string, day: string): string =>
  `${b}.starts_at < ${a}.ends_at and ${b}.ends_at > ${a}.starts_at and ${b}.starts_at > ${a}.starts_at - ${day}`;

/** An active override names the subject and exactly this pair. */
export const allowed = (a: string, b: string): string =>
  `exists (select 1 from calendar_override pair where pair.subject_id = ${a}.subject_id and pair.ended_at is null
    and ((pair.first_commitment_id = ${a}.commitment_id and pair.second_commitment_id = ${b}.commitment_id)
      or (pair.first_commitment_id = ${b}.commitment_id and pair.second_commitment_id = ${a}.commitment_id)))`;

/**
 * At some instant of claim `a` more claims take its shared subject than it has capacity. The peak is reached
 * where some overlapping claim `p` starts, or at the start of `a`; `later` is the database's greatest of two values.
 */
export const overfull = (a: string, day: string, later: string): string => {
  const peak = `${later}(p.starts_at, ${a}.starts_at)`;
  return `exists (select 1 from calendar_claim p where p.subject_id = ${a}.subject_id and ${overlapping(a, 'p', day)}
    and (select capacity from calendar_subject whole where whole.id = ${a}.subject_id)
      < (select count(*) from calendar_claim o where o.subject_id = ${a}.subject_id
        and o.starts_at <= ${peak} and o.ends_at > ${peak} and o.starts_at > ${a}.starts_at - ${day}))`;
};

/** A claim says that its subject is shared exactly when the subject has a capacity. */
export const wronglyShared = (a: string): string =>
  `${a}.is_shared <> (select capacity is not null from calendar_subject whole where whole.id = ${a}.subject_id)`;
