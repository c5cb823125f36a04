import { categoryOf, type Category } from '@alongside/domain/protocol/registry.js';

/** The field of an event that names its stream, where it is not called as the category is. */
const NAMED_BY: { readonly [C in Category]?: string } = {
  caseload: 'mentor',
  goals: 'mentorship',
  growth: 'person',
  signin: 'address',
  sessions: 'person',
  notices: 'person',
  joining: 'joined',
};

/** Whom each request was made to, for what follows names the request alone; and how many events each stream has. */
const mentors = new Map<string, string>();
const lengths = new Map<string, number>();

export function forgetStreams(): void {
  mentors.clear();
  lengths.clear();
}

/** Where the hub would keep an event of a story. */
export function placeIn(type: string, data: object): { readonly stream: string; readonly revision: number } {
  const stream = streamIn(type, data as Readonly<Record<string, unknown>>);
  const revision = lengths.get(stream) ?? 0;
  lengths.set(stream, revision + 1);
  return { stream, revision };
}

function streamIn(type: string, data: Readonly<Record<string, unknown>>): string {
  const category = categoryOf(type);
  if (!category) throw new Error(`Nobody knows ${type}.`);
  const { request, mentor, coordinator } = data;
  if (typeof request === 'string' && typeof mentor === 'string') mentors.set(request, mentor);
  const named =
    data[NAMED_BY[category] ?? category] ?? (category === 'caseload' ? mentors.get(String(request)) : `help_${String(coordinator)}`);
  return `${category}-${String(named)}`;
}
