import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import type { Component } from 'solid-js';
import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { leadToFirstProblem } from '../../app/first-problem.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { clearToasts } from '../../ui/index.js';
import { openScreen, seed } from '../../shared/testing.js';
import { type EmptyForm, go, type NothingToMiss } from './form.testing.js';
import { PAIR_FORMS } from './pair.testing.js';
import { PERSON_FORMS } from './person.testing.js';
import { SCHOOL_FORMS } from './school.testing.js';

const FORMS: Readonly<Record<string, EmptyForm>> = { ...PAIR_FORMS, ...PERSON_FORMS, ...SCHOOL_FORMS };

/** The other forms and fields, by their source: how many forms it holds, and why nothing can be missing. */
const OTHERS: Readonly<Record<string, readonly NothingToMiss[]>> = {
  'growth/reflections.tsx': ['every choice is made from the start and cannot be taken back'],
  'mentorship/way-dialogs.tsx': ['everything in it is optional', 'everything in it is optional'],
  'mentorship/goal-changes.tsx': ['everything in it is optional', 'everything in it is optional', 'everything in it is optional'],
  'mentorship/complete.screen.tsx': ['everything in it is optional'],
  'profile/visibility-section.tsx': ['every choice is made from the start and cannot be taken back'],
  'profile/offers-section.tsx': ['everything in it is optional'],
  'profile/ways-form.tsx': ['everything in it is optional'],
  'shared/standards/link-form.tsx': ['everything in it is optional'],
  'meeting/notes-form.tsx': ['everything in it is optional'],
  'import/correct-row.tsx': ['everything in it is optional'],
  'today/desk/suggest-end.tsx': ['it asks nothing'],
  'institution/reopen-form.tsx': ['it asks nothing'],
  'directory/directory.screen.tsx': ['it only searches or shows'],
  'directory/near-filter.tsx': ['it only searches or shows'],
};

/** Sources with fields and no form: what is asked in them is sent by choosing it, or belongs to a form elsewhere. */
const WITHOUT_FORM: Readonly<Record<string, NothingToMiss>> = {
  'booking/booking.screen.tsx': 'every choice is made from the start and cannot be taken back',
  'shared/people/when-to-invite.tsx': 'its fields belong to a form of another file',
  'directory/filters.tsx': 'it only searches or shows',
  'display/display.screen.tsx': 'it is sent by choosing',
  'shared/mentors/mentor-letter.tsx': 'it is sent by choosing',
  'find/must-haves.tsx': 'it only searches or shows',
  'find/what-matters.tsx': 'it only searches or shows',
  'history/history.screen.tsx': 'it only searches or shows',
  'import/choose-file.tsx': 'it is sent by choosing',
  'import/closed-school.tsx': 'it is sent by choosing',
  'import/columns.tsx': 'it is sent by choosing',
  'import/comparison.tsx': 'it is sent by choosing',
  'import/alike.tsx': 'it is sent by choosing',
  'import/former-addresses.tsx': 'it is sent by choosing',
  'import/gone.tsx': 'it is sent by choosing',
  'import/returning.tsx': 'it is sent by choosing',
  'import/which-list.tsx': 'it is sent by choosing',
  'import/steps.tsx': 'it only searches or shows',
  'import/register.tsx': 'it is sent by choosing',
  'import/problems.tsx': 'it only searches or shows',
  'import/whose-register.tsx': 'it is sent by choosing',
  'shared/institutions/find-institution.tsx': 'it only searches or shows',
  'shared/institutions/choose-institution.tsx': 'it only searches or shows',
  'meeting/earlier-actions.tsx': 'its fields belong to a form of another file',
  'meeting/new-actions.tsx': 'its fields belong to a form of another file',
  'members/members.screen.tsx': 'it only searches or shows',
  'mentorship/closing-parts.tsx': 'its fields belong to a form of another file',
  'outbox/outbox.screen.tsx': 'it only searches or shows',
  'shared/meetings/format-slots.tsx': 'its fields belong to a form of another file',
  'shared/people/choose-person.tsx': 'its fields belong to a form of another file',
  'privacy/exclusions.tsx': 'it is sent by choosing',
  'profile/own-words.tsx': 'its fields belong to a form of another file',
  'profile/tag-levels.tsx': 'its fields belong to a form of another file',
  'programme/pair-list.tsx': 'it only searches or shows',
  'shared/requests/say-yes.tsx': 'every choice is made from the start and cannot be taken back',
  'set-up/choose-school.tsx': 'its fields belong to a form of another file',
  'set-up/dates-step.tsx': 'its fields belong to a form of another file',
};

/** What is shared keeps the name of its place; a feature’s own file is named from its folder on. */
const pathOf = (name: string): string => resolve('client', name.startsWith('shared/') ? name : `features/${name}`);
const FIELD =
  /<(?:TextField|TextArea|SelectField|DateField|TimeField|RadioGroup|Slots|SlotsOfMany|Combobox|ChoosePerson|Checkbox|Slider|ChooseWhen|FormatSlots|NewActions|ActionFields|input|textarea|select)\b/;
const files = readdirSync(resolve('client'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^(features|shared)\//.test(name))
  .map((name) => name.replace(/^features\//, ''))
  .filter((name) => name.endsWith('.tsx') && !/\.spec\.|testing|^design\//.test(name));
const sources = new Map(files.map((name) => [name, readFileSync(pathOf(name), 'utf8')]));
/** Every `<form>` of a source; the frame of a section is counted where it is used. */
const formsIn = (name: string): number => {
  const source = sources.get(name) ?? '';
  return name === 'profile/section-frame.tsx' ? 0 : (source.match(/<form\b|<SectionForm\b/g) ?? []).length;
};

/** Refuses what the real schema of a command refuses, field by field. */
function bySchema({ type, data }: { readonly type: string; readonly data: unknown }) {
  const checked = aggregateOf(type)?.commands[type]?.safeParse(data);
  if (!checked || checked.success) return undefined;
  const problems = checked.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { code: 'COMMAND.INVALID', message: 'Check the marked fields and try again.', problems };
}

/** What describes a field, the error first wherever it is. */
const saidOf = (field: Element): readonly string[] =>
  (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');

afterEach(() => {
  clearToasts();
  replica().close();
});

describe('a form without an answer', () => {
  test.each(Object.entries(FORMS))('%s says what is missing beside its field, which gets the focus', async (_, form) => {
    const accepted: string[] = [];
    const hub = smallHub((envelope) => {
      const refusal = bySchema(envelope);
      if (!refusal) accepted.push(envelope.type);
      return refusal;
    });
    seed(hub, form.rows ?? []);
    const Screen = form.screen;
    const WithLead: Component = () => {
      leadToFirstProblem();
      return (
        <main>
          <Screen />
        </main>
      );
    };
    await openScreen(hub, WithLead, form.route ?? '/', form.at ?? '/', form.answers);
    for (const step of form.open ?? []) await go(step);
    for (const label of form.empty ?? [])
      for (const field of await screen.findAllByLabelText(label)) fireEvent.input(field, { target: { value: '' } });
    const send = await waitFor(() => {
      const button = screen.getAllByRole('button', { name: form.send }).at(-1) as HTMLElement;
      expect(button.getAttribute('aria-busy')).not.toBe('true');
      return button;
    });
    const scope = send.closest('form') as HTMLElement;
    expect(scope).not.toBeNull();
    send.focus();
    fireEvent.click(send);
    await waitFor(() => expect(scope.querySelector('[aria-invalid="true"], [data-invalid]')).not.toBeNull());
    const name = (element: Element) => element.getAttribute('aria-label') ?? labelOf(element);
    const wrong = scope.querySelector('[aria-invalid="true"], fieldset[data-invalid]') as HTMLElement;
    if (typeof form.field === 'string') expect(name(wrong)).toBe(form.field);
    else expect(name(wrong)).toMatch(form.field);
    expect(saidOf(wrong).filter((said) => said.startsWith('Check: '))).toEqual([
      expect.stringMatching(/^Check: (?:Enter|Choose|Add|Say|Type) .+\.$/),
    ]);
    await waitFor(() => expect(wrong.contains(document.activeElement)).toBe(true));
    expect(accepted.filter((type) => type !== 'RenamePerson')).toEqual([]);
    expect(screen.queryByText('Check the marked fields and try again.')).toBeNull();
    expect(screen.queryByText(/saved|sent\b|added/i, { selector: '.toast *' })).toBeNull();
  });

  test('there is none that nobody tried', () => {
    const tried = files.filter((name) => formsIn(name) > 0).map((name) => [name, formsIn(name)] as const);
    const known = (name: string) =>
      new Set(Object.entries(FORMS).flatMap(([what, { file }]) => (file === name ? [what] : []))).size + (OTHERS[name]?.length ?? 0);
    expect(tried.length).toBeGreaterThan(40);
    expect(tried.filter(([name, forms]) => known(name) < forms)).toEqual([]);
    expect(Object.keys(OTHERS).filter((name) => formsIn(name) === 0)).toEqual([]);
    expect(Object.values(FORMS).filter(({ file }) => formsIn(file) === 0)).toEqual([]);
  });

  test('nor are there fields outside forms for which nobody said why nothing can be missing', () => {
    const loose = files.filter((name) => formsIn(name) === 0 && FIELD.test(sources.get(name) ?? ''));
    expect(loose.toSorted()).toEqual(Object.keys(WITHOUT_FORM).toSorted());
  });
});

/** The words of a field’s label, without what is only seen beside them. */
function labelOf(field: Element): string {
  const label = field.matches('fieldset') ? field.querySelector('legend') : document.querySelector(`label[for="${field.id}"]`);
  return (label?.textContent ?? '').trim();
}
