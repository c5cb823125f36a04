import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { settle, smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { clearToasts } from '../../ui/index.js';
import { settled } from '../profile/examples.js';
import { openScreen, seed } from '../../shared/testing.js';
import { go, type EmptyForm } from './form.testing.js';
import { PAIR_FORMS } from './pair.testing.js';
import { PERSON_FORMS } from './person.testing.js';
import { SCHOOL_FORMS } from './school.testing.js';

const FORMS: Readonly<Record<string, EmptyForm>> = { ...PAIR_FORMS, ...PERSON_FORMS, ...SCHOOL_FORMS };

/** Forms that send no command, or whose way on is the hub’s answer: out of reach they say so, and can be sent again. */
const NEED_THE_HUB: ReadonlySet<string> = new Set([
  'signing in',
  'the code of a sign-in',
  'a new email address',
  'the code of a new email address',
  'another record of one’s own',
  'the code of another record',
  'the code before something that cannot be undone',
  'another record of a member',
  'checking a certificate',
  'whose data to delete',
  'deleting a person’s data',
  'deleting an account',
  'the first administrator',
  'the first coordinator',
  'the name of a hub',
  'the mail server',
  'a school',
]);
/** Sent by the part around them, which the spec does not draw. */
const ONLY_PARTS: ReadonlySet<string> = new Set([
  'when imported colleagues are told',
  'a cell of a list',
  'a reply to a request',
  'times to suggest',
]);

/** The calendar of a school, where a row is of one. */
const withTerms = ([view, id, data]: Row): Row => [
  view,
  id,
  view === 'institution' ? { ...(data as object), terms: [], closures: [] } : data,
];
type Row = readonly [view: string, id: string, data: unknown];

const own = (change: object) => [['profile', 'ben', { ...settled, ...change }]] as const;
/** What a form needs beyond words in its fields. */
const ALSO: Readonly<Record<string, Partial<EmptyForm>>> = {
  'the job of a profile': { rows: own({}) },
  'the phases of a profile': { rows: own({}) },
  'the stage of a profile': { rows: own({}) },
  'what one wants to work on': { rows: own({}) },
  'when one could meet': { rows: own({}) },
  'an offer to mentor': {
    rows: own({ offer: { careerStages: [], note: '' }, places: 2, expertise: [{ tag: 'exp-send-autism', level: 4 }] }),
    open: [],
    send: 'Save',
  },
  'when to invite': { rows: (SCHOOL_FORMS['when to invite']?.rows ?? []).map(withTerms) },
  'a member': { open: ['type:First day here=2025-09-02'] },
  'mentors to suggest': { open: [/^Mary/] },
  'the withdrawal of a certificate': { open: [/^Withdraw/, 'It was issued by mistake'] },
  'a level in a skill': { open: ['Choose level', /^Developing|^Secure|^Confident|^Beginning|^Exploring/] },
};

/** What is typed into a field that starts empty, by its kind. */
const TYPED: Readonly<Record<string, string>> = {
  date: '2027-03-02',
  time: '15:40',
  number: '30',
  email: 'new@school.sch.uk',
  text: 'In our words',
};

/** Fields that take nothing but such a thing. */
const EXACT: readonly (readonly [about: RegExp, value: string])[] = [
  // What is kept of it are the areas that are added.
  [/^Or say it in your own words/, 'marking'],
  [/^Code on/, 'ABCDEFGHJK'],
  [/^Code/, '123456'],
  [/since/, '2019'],
];

/** Fills what starts empty, and says which words were typed. */
function fill(scope: HTMLElement): readonly string[] {
  const words: string[] = [];
  for (const field of scope.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    if (field.value || field.disabled || ['radio', 'checkbox', 'combobox', 'search'].includes(field.getAttribute('role') ?? field.type))
      continue;
    const label = document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '';
    const exact = EXACT.find(([about]) => about.test(label))?.[1] ?? /Type “(.+)”/.exec(label)?.[1];
    const kind = /email/i.test(label) ? 'email' : /minutes/i.test(label) ? 'number' : field.type in TYPED ? field.type : 'text';
    const past = (field.type === 'date' && field.getAttribute('max')) || undefined;
    const value = exact ?? past ?? TYPED[kind];
    fireEvent.input(field, { target: { value } });
    if (value && (value === TYPED['text'] || value === TYPED['email'])) words.push(value);
  }
  return words;
}

/** Opens a form, fills it, and sends it with the hub out of reach. */
async function sendOutOfReach(hub: SmallHub, form: EmptyForm) {
  seed(hub, form.rows ?? []);
  const answers = form.answers ?? {};
  /** A computed read is out of reach as well. */
  const ask: SmallHub['transport']['ask'] = async (asked) => {
    const reply = await hub.transport.ask(asked);
    const found = Object.keys(answers).find((path) => asked.path.startsWith(path));
    return found ? { status: 200, body: answers[found] } : reply;
  };
  await openScreen({ ...hub, transport: { ...hub.transport, ask } }, form.screen, form.route ?? '/', form.at ?? '/');
  for (const step of form.open ?? []) await go(step);
  const send = await waitFor(() => {
    const button = screen.getAllByRole('button', { name: form.send }).at(-1) as HTMLElement;
    expect(button.getAttribute('aria-busy')).not.toBe('true');
    return button;
  });
  const words = fill(send.closest('form') as HTMLElement);
  hub.cut();
  fireEvent.click(send);
  await settle();
  return { send, words };
}
const isBusy = (button: HTMLElement) => button.isConnected && button.getAttribute('aria-busy') === 'true';

afterEach(() => {
  clearToasts();
  replica().close();
});

const those = (wanted: (name: string) => boolean) =>
  Object.entries(FORMS)
    .filter(([name]) => wanted(name) && !ONLY_PARTS.has(name))
    .map(([name, form]) => [name, { ...form, ...ALSO[name] }] as const);

describe('a form that is sent while the hub is out of reach', () => {
  test.each(those((name) => !NEED_THE_HUB.has(name)))('[RP20] %s goes on, and says that it is saved once it is', async (_, form) => {
    const hub = smallHub();
    const { send, words } = await sendOutOfReach(hub, form);
    await waitFor(() => expect(replica().outbox.pending()).toBeGreaterThan(0));
    await waitFor(() => expect(isBusy(send)).toBe(false));
    expect(replica().saveStatus()).toBe('here');
    expect(document.querySelector('.toast')).toBeNull();
    const kept = JSON.stringify(replica().outbox.commands());
    expect(words.filter((word) => !kept.includes(word))).toEqual([]);
    hub.mend();
    await waitFor(() => expect(replica().outbox.pending()).toBe(0), { timeout: 10_000 });
    expect(replica().outbox.refusals()).toEqual([]);
  });

  test.each(those((name) => NEED_THE_HUB.has(name)))('%s says that it needs a connection, and does not spin', async (_, form) => {
    const { send } = await sendOutOfReach(smallHub(), form);
    await waitFor(() => expect(isBusy(send)).toBe(false));
    expect(await screen.findByText(/^We cannot reach Alongside/)).toBeTruthy();
  });

  test('no screen waits for the hub by itself: what is sent goes through what goes on without it', () => {
    const sources = ['client/features', 'client/shared', 'client/app', 'client/ui'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const screens = sources.filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|testing|app[/\\]act\.ts$/.test(name));
    expect(screens.length).toBeGreaterThan(300);
    expect(
      screens.filter((name) => /\bdispatch\(|answerSoon|\.answer\.then|await [^\n]*\.answer\b/.test(readFileSync(name, 'utf8'))),
    ).toEqual([]);
  });
});
