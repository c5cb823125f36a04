import type { ViewRows } from '../../replica/view-rows.js';
import { ofFormerMember } from '../../shared/pair/goal-words.js';

/** Something of a person's record that speaks to a standard. */
export interface Speaks {
  readonly kind: 'goal' | 'action' | 'reflection' | 'feedback';
  readonly id: string;
  readonly title: string;
  /** When it was agreed, written or given. */
  readonly at: string;
  readonly href: string;
}

export interface RecordRows {
  readonly goals: readonly ViewRows['goal'][];
  readonly actions: readonly ViewRows['action'][];
  readonly reflections: readonly ViewRows['reflection'][];
  /** Given to this person. */
  readonly feedback: readonly ViewRows['feedback'][];
}

/** By statement, what is in a person's own record, newest first; the statements with most first. Deleted words are left out, deleted goals are not. */
export function byStandard({
  goals,
  actions,
  reflections,
  feedback,
}: RecordRows): readonly { readonly statement: string; readonly of: readonly Speaks[] }[] {
  const found = new Map<string, Speaks[]>();
  const add = (statements: readonly string[], speaks: Speaks) => {
    if (speaks.title) for (const statement of statements) found.set(statement, [...(found.get(statement) ?? []), speaks]);
  };
  for (const one of goals)
    add(one.statements, {
      kind: 'goal',
      id: one.goal,
      title: one.description.title || ofFormerMember('goal'),
      at: one.agreedAt,
      href: `/mentorships/${one.mentorship}`,
    });
  for (const { action, meeting, title, statements, agreedAt } of actions)
    add(statements, { kind: 'action', id: action, title, at: agreedAt, href: `/meetings/${meeting}` });
  for (const { reflection, title, text, statements, writtenAt } of reflections)
    add(statements, {
      kind: 'reflection',
      id: reflection,
      title: title || text.slice(0, 80),
      at: writtenAt,
      href: '/growth?part=reflections',
    });
  for (const { feedback: id, mentorship, saw, statements, at } of feedback)
    add(statements, { kind: 'feedback', id, title: saw, at, href: `/mentorships/${mentorship}` });
  return [...found]
    .map(([statement, of]) => ({ statement, of: of.sort((a, b) => (a.at > b.at ? -1 : 1)) }))
    .sort((a, b) => b.of.length - a.of.length || (a.statement < b.statement ? -1 : 1));
}
