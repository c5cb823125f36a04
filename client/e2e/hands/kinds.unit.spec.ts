import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, KINDS_OF_FIELDS } from './kinds.js';

const FILES = ['field.tsx', 'choice.tsx', 'combobox.tsx'];
const COMPONENT = /^export (?:const|function) ([A-Z][A-Za-z]+)\b/gm;

test('every field of client/ui is among those that the hands fill', () => {
  const fields = FILES.flatMap((file) =>
    [...readFileSync(join(process.cwd(), 'client/ui', file), 'utf8').matchAll(COMPONENT)].map(([, name]) => name as string),
  );
  expect(fields).toEqual(expect.arrayContaining(['TextField', 'Combobox', 'Slider']));
  expect(fields.filter((name) => KINDS_OF_FIELDS[name] === undefined)).toEqual([]);
  expect(Object.keys(KINDS_OF_FIELDS).filter((name) => !fields.includes(name))).toEqual([]);
});

test('every kind is one of client/ui, or is drawn by a feature of its own', () => {
  const ofFields = new Set(Object.values(KINDS_OF_FIELDS).flatMap((kinds) => kinds ?? []));
  expect(KINDS.filter((kind) => !ofFields.has(kind))).toEqual(['step between two', 'file']);
});
