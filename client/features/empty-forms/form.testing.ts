import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import type { Component } from 'solid-js';
import type { seed } from '../../shared/testing.js';

/** A form as a person meets it, with nothing in what it asks for. */
export interface EmptyForm {
  /** The source that holds its `<form>`, under `client/features`. */
  readonly file: string;
  readonly screen: Component;
  readonly route?: string;
  readonly at?: string;
  readonly rows?: Parameters<typeof seed>[1];
  /** Computed reads by the beginning of their path. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** What is pressed to open the form, one after the other: buttons, entries of a menu, choices, lines that fold out. */
  readonly open?: readonly (string | RegExp)[];
  readonly send: string | RegExp;
  /** Fields that start filled in and are emptied first. */
  readonly empty?: readonly (string | RegExp)[];
  /** The field that has to say what is missing; it, or its first control, has the focus then. */
  readonly field: string | RegExp;
}

/** Why a form cannot be sent with something missing. */
export type NothingToMiss =
  | 'everything in it is optional'
  | 'every choice is made from the start and cannot be taken back'
  | 'it asks nothing'
  | 'it is sent by choosing'
  | 'it only searches or shows'
  | 'its fields belong to a form of another file';

/** What is pressed or, as `type:LABEL=VALUE`, typed on the way to a form. */
export async function go(step: string | RegExp): Promise<void> {
  const [, label, value] = (typeof step === 'string' && /^type:(.*)=(.*)$/.exec(step)) || [];
  if (label) return void fireEvent.input(await screen.findByLabelText(label), { target: { value } });
  const named = (text: string | null) => (typeof step === 'string' ? text?.trim() === step : step.test(text?.trim() ?? ''));
  const found = await waitFor(() => {
    const pressed = ['menuitem', 'radio', 'checkbox', 'button'].flatMap((role) => screen.queryAllByRole(role, { name: step })).at(0);
    const folded = [...document.querySelectorAll('summary')].find(({ textContent }) => named(textContent));
    if (!pressed && !folded) throw new Error(`There is no ${String(step)} to press.`);
    return pressed ?? folded;
  });
  fireEvent.click(found as HTMLElement);
}
