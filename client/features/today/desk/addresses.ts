import { createMemo, mapArray, type Accessor } from 'solid-js';
import { createAnswer } from '../../../replica/index.js';

/** How many people one read may name: as many as the hub takes. */
const AT_ONCE_LIMIT_PEOPLE = 50;

/** The email addresses of people, as far as the reader may change them ([AD8]); undefined while one is on its way, and where it is not theirs to see. */
export function createAddresses(people: Accessor<readonly string[]>): (person: string) => string | undefined {
  const reads = createMemo(() => {
    const all = people();
    return Array.from({ length: Math.ceil(all.length / AT_ONCE_LIMIT_PEOPLE) }, (_, at) =>
      all.slice(at * AT_ONCE_LIMIT_PEOPLE, (at + 1) * AT_ONCE_LIMIT_PEOPLE).join(','),
    );
  });
  const answers = createMemo(
    mapArray(reads, (ids) => createAnswer<{ readonly emails: Readonly<Record<string, string>> }>(() => `/api/people/emails?ids=${ids}`)),
  );
  const found = createMemo(
    () => Object.assign({}, ...answers().map((answer) => answer.data()?.emails)) as Readonly<Record<string, string>>,
  );
  return (person) => found()[person];
}
