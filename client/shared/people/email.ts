/** What to say of an email address before it is sent; nothing where it may be one. The hub has the last word. */
export const whatIsWrongWithEmail = (typed: string): string | undefined =>
  /^\S+@\S+$/.test(typed.trim()) ? undefined : 'Enter an email address, such as name@school.sch.uk.';
