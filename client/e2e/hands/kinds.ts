import type { Locator } from 'playwright-core';

/** Every kind of field that a hand must be able to fill. */
export const KINDS = [
  'text',
  'email',
  'code',
  'search',
  'number',
  'textarea',
  'select',
  'combobox',
  'radio',
  'checkbox',
  'slot',
  'slot of many',
  'step between two',
  'slider',
  'date',
  'time',
  'file',
] as const;
export type Kind = (typeof KINDS)[number];

/** Which kinds each field of `client/ui` can be; `null` is a part of another one. A new field has its line here, and is filled by every hand. */
export const KINDS_OF_FIELDS: Readonly<Record<string, readonly Kind[] | null>> = {
  Group: null,
  TextField: ['text', 'email', 'code', 'search', 'number', 'date', 'time'],
  TextArea: ['textarea'],
  SelectField: ['select'],
  DateField: ['date'],
  TimeField: ['time'],
  Combobox: ['combobox'],
  RadioGroup: ['radio'],
  Checkbox: ['checkbox'],
  Slots: ['slot'],
  SlotsOfMany: ['slot of many'],
  Slider: ['slider'],
};

/** Which kind a field on the page is, by what it is made of rather than by what a journey calls it. */
export const kindOf = (field: Locator): Promise<Kind> =>
  field.evaluate((element): Kind => {
    if (element.getAttribute('role') === 'combobox') return 'combobox';
    if (element instanceof HTMLTextAreaElement) return 'textarea';
    if (element instanceof HTMLSelectElement) return 'select';
    if (!(element instanceof HTMLInputElement)) throw new Error(`<${element.tagName.toLowerCase()}> is no field.`);
    const slot = element.classList.contains('slot__input');
    if (element.type === 'radio') return slot ? 'slot' : element.closest('.between') ? 'step between two' : 'radio';
    if (element.type === 'checkbox') return slot ? 'slot of many' : 'checkbox';
    if (element.type === 'range') return 'slider';
    return element.autocomplete === 'one-time-code' ? 'code' : (element.type as Kind);
  });
