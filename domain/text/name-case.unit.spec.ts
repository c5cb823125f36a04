import { inNameCase } from './name-case.js';

test.each([
  ['Mark JONES', 'Mark Jones'],
  ['Cath WILLIAMS', 'Cath Williams'],
  ['JOHN SMITH', 'John Smith'],
  ['Aoife O’NEILL', 'Aoife O’Neill'],
  ["O'NEILL", "O'Neill"],
  ['Fiona MCDONALD', 'Fiona McDonald'],
  ['MACDONALD', 'Macdonald'],
  ['ANNE-MARIE SMITH-JONES', 'Anne-Marie Smith-Jones'],
  ['Séamus Ó CINNÉIDE', 'Séamus Ó Cinnéide'],
  ['Niamh NÍ CHEALLAIGH', 'Niamh Ní Cheallaigh'],
  ['Ana DE SOUZA', 'Ana De Souza'],
  ['ŁUKASZ ŻÓŁĆ', 'Łukasz Żółć'],
])('%s is written %s', (written, name) => expect(inNameCase(written)).toBe(name));

test.each([
  'JJ Abrams',
  'AJ',
  'TJP Hill',
  'McDonald',
  'van der Berg',
  'Ann Ray, MBE',
  'Ann Ray OBE',
  'Henry Ford III',
  '山田 太郎',
  'LI Wei',
])('%s stays as it is', (written) => expect(inNameCase(written)).toBe(written));
