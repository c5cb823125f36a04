import { categoryOf, type Category } from '@alongside/domain/protocol/registry.js';

/** The field of an event that names its stream, by category. */
const NAMED_BY: { readonly [C in Category]: string } = {
  institution: 'institution',
  person: 'person',
  caseload: 'mentor',
  mentorship: 'mentorship',
  goals: 'mentorship',
  growth: 'person',
  meeting: 'meeting',
  credential: 'credential',
  signin: 'address',
  sessions: 'person',
  letter: 'letter',
  notices: 'person',
  message: 'message',
  address: 'address',
};

/** Whom each request was made to: what follows names the request alone. */
const mentors = new Map<string, string>();

/** The stream in which the hub would keep an event of a story. */
export function streamIn(type: string, data: object): string {
  const category = categoryOf(type);
  if (!category) throw new Error(`Nobody knows ${type}.`);
  const fields = data as Readonly<Record<string, unknown>>;
  const { request, mentor, coordinator } = fields;
  if (typeof request === 'string' && typeof mentor === 'string') mentors.set(request, mentor);
  const named = fields[NAMED_BY[category]] ?? (category === 'caseload' ? mentors.get(String(request)) : `help_${coordinator}`);
  return `${category}-${named}`;
}
