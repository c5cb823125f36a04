/** Whether a row has these values in these fields: equal, or in a list. */
export function matches(data: unknown, where: Readonly<Record<string, unknown>>): boolean {
  const fields = data as Readonly<Record<string, unknown>>;
  return Object.entries(where).every(([field, wanted]) => {
    const found = fields[field];
    return found === wanted || (Array.isArray(found) && found.includes(wanted));
  });
}
