/**
 * Whether a row has these values in these fields: equal, or in a list. The rule by which a store indexes text, for code that has the rows
 * at hand.
 */
export function matches(data: unknown, where: Readonly<Record<string, unknown>>): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  return Object.entries(where).every(([field, wanted]) => {
    const found = fields[field];
    return found === wanted || (Array.isArray(found) && found.includes(wanted));
  });
}
