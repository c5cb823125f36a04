/** Notes as a person types them, with the edition and the words that they started from. */
export interface NotesDraft {
  readonly edition: number;
  readonly base: string;
  readonly text: string;
}

/** `saved`: nothing typed. `typed`: theirs is what I started from. `overtaken`: the other saved since. */
export type NotesStatus = 'saved' | 'typed' | 'overtaken';

export const notesStatusOf = (draft: NotesDraft | undefined, edition: number): NotesStatus =>
  draft === undefined ? 'saved' : draft.edition === edition ? 'typed' : 'overtaken';

/** Both texts in one: the newer notes, then what I added. After a change in the middle all of mine follows, so nothing is lost unseen. */
export function bothTexts({ base, text }: NotesDraft, newer: string): string {
  if (newer.includes(text)) return newer;
  const added = text.startsWith(base) ? text.slice(base.length) : text;
  return [newer.trimEnd(), added.trim()].filter(Boolean).join('\n\n');
}
