import { saysNoMore } from './lesser-name.js';

test.each([
  ['Priya Raman', 'P Raman'],
  ['Priya Devi Raman', 'P. D. Raman'],
  ['Priya Devi Raman', 'P Raman'],
  ['Jürgen Müller', 'Jurgen Muller'],
  ['Bjørn Ødegård', 'Bjorn Odegard'],
  ['Síle O’Brien', "Síle O'Brien"],
  ['Ann Smith-Jones', 'Ann Smith – Jones'],
  ['Ann Smith', 'Ann Smith'],
])('“%s” written as “%s” is no other name', (name, other) => expect(saysNoMore(name, other)).toBe(true));

test.each([
  ['P Raman', 'Priya Raman'],
  ['Priya Raman', 'R Raman'],
  ['Priya Raman', 'Raman'],
  ['Priya Raman', 'P Rahman'],
  ['Jurgen Muller', 'Jürgen Müller'],
  ['Bjorn Odegard', 'Bjørn Ødegård'],
  ['Anna Maria Cole', 'Anna Cole'],
  ['Ann Smith Jones', 'Ann Smith-Jones'],
  ['Ann Smith', 'Ann Smyth'],
])('“%s” written as “%s” is one to choose', (name, other) => expect(saysNoMore(name, other)).toBe(false));
