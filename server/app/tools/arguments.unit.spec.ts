import { argumentsOf } from './arguments.js';

describe('what is typed behind a command', () => {
  const read = (...args: readonly string[]) => argumentsOf({ name: { type: 'string' }, yes: { type: 'boolean' } }, 'npm run x', { args });

  test.each([
    [['--name', '--yes'], '--name needs a value behind it. One that begins with a dash is written with “=”: --name=-1'],
    [['--name', '-1'], '--name needs a value behind it. One that begins with a dash is written with “=”: --name=-1'],
    [['--name'], '--name needs a value behind it.'],
    [['--yes=1'], '--yes takes no value.'],
    [['--nome', 'Ada'], 'There is no option --nome.'],
  ])('%j is told in a sentence', (args, why) => expect(() => read(...args)).toThrow(`${why}\n\nnpm run x`));

  test('a value that begins with a dash is taken behind “=”', () => {
    expect(read('--name=-1').values.name).toBe('-1');
  });
});
