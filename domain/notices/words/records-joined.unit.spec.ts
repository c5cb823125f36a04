import type { KeptFacts } from '../facts.js';
import { wordsOf } from '../words.js';

const saidTo = (to: string) => {
  const names = { name: () => 'Tom', wholeName: () => 'Tom Baker' };
  const facts = { type: 'RecordsJoined', to, actor: 'hub', shown: { person: 'tom', joined: 'tom-2' }, pair: null, ...names };
  const words = wordsOf({ ...facts, institution: '' } as unknown as KeptFacts);
  return [words?.title, ...(words?.body ?? [])].join(' ');
};

test('who asked whether two records are one person’s reads their whole name', () => {
  expect(saidTo('root')).toMatch(/^Tom Baker joined the two .* They are one record now, named Tom Baker, /);
});

test('the person reads which job they have now', () => {
  expect(saidTo('tom')).toContain('where they differed, we kept those that were saved last.');
});
