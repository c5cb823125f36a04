/** What tells a person from another of the same name. Absent: not said, or not for this reader ([AD8]). */
export interface ToldApart {
  readonly email?: string;
  readonly job?: string;
}

/** “ann@northfield.example, Teacher”; empty where neither is known. */
export const sayApart = ({ email, job }: ToldApart): string => [email, job].filter(Boolean).join(', ');
