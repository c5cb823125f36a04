/** What `/api/looking` answers a leader: by institution, how many look for a mentor there, in fives and rounded down. */
export interface LookingAnswer {
  readonly institutions: Readonly<Record<string, number>>;
}
