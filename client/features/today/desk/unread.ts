import { createMemo } from 'solid-js';
import { createRows, me } from '../../../replica/index.js';

/** Which messages are still among the reader’s notifications: that is what unread means. */
export function createUnread() {
  const notices = createRows('notice', () => ({ person: me() }));
  const ofMessages = createMemo(() => {
    const found = new Map<string, string[]>();
    for (const { notice, type, shown } of notices()) {
      const message = type === 'MessageWritten' || type === 'MentorsSuggested' ? shown['message'] : undefined;
      if (typeof message === 'string') found.set(message, [...(found.get(message) ?? []), notice]);
    }
    return found;
  });
  return {
    messages: (): ReadonlySet<string> => new Set(ofMessages().keys()),
    /** The notifications about a message. */
    noticesOf: (message: string): readonly string[] => ofMessages().get(message) ?? [],
  };
}
