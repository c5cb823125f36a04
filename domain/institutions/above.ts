import type { PersonId } from '../kernel/brand.js';

/** Who appraises or assesses a person. */
export const ABOVE = ['lineManager', 'inductionTutor'] as const;

type Above = Readonly<Record<(typeof ABOVE)[number], PersonId | null>>;

/** What is not given stays, and what is another by now than it was seen: two lists at once may each set what the other leaves. */
export function withWhatStays(
  {
    person,
    seen,
    ...given
  }: { readonly person: PersonId; readonly seen?: Above | undefined } & { readonly [Line in keyof Above]?: Above[Line] | undefined },
  member: Above | undefined,
): { readonly person: PersonId } & Above {
  const above = (field: keyof Above) => {
    const [wanted, now] = [given[field], member?.[field] ?? null];
    return wanted === undefined || (seen !== undefined && seen[field] !== now) ? now : wanted;
  };
  return { person, lineManager: above('lineManager'), inductionTutor: above('inductionTutor') };
}
