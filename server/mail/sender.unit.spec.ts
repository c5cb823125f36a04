import { ConfigError, readConfig } from '../app/config.js';
import { addressOfSender, senderOf } from './sender.js';

describe('the sender of mail', () => {
  test.each([
    ['hub@school.example', 'hub@school.example'],
    ['Alongside <hub@school.example>', 'hub@school.example'],
    ['"Northfield, Mentoring" <hub@school.example>', 'hub@school.example'],
    ['<hub@school.example>', 'hub@school.example'],
    ['Alongside <alongside@localhost>', 'alongside@localhost'],
  ])('%s names one address', (sender, address) => expect(addressOfSender(sender)).toBe(address));

  // The second of each is A22: they passed the check, and no email ever left.
  test.each([
    'not an address',
    'a@b.example, c@d.example',
    'Northfield, Mentoring <hub@school.example>',
    'Hub <hub@>',
    'x\r\nBcc: a@b.example',
    '',
    '<>',
  ])('%j names none', (sender) => expect(addressOfSender(sender)).toBeUndefined());

  test('is checked when the hub starts', () => {
    for (const MAIL_FROM of ['not an address', 'a@b.example, c@d.example']) expect(() => readConfig({ MAIL_FROM })).toThrow(ConfigError);
    expect(readConfig({ MAIL_FROM: 'Hub <hub@school.example>' }).mailFrom).toBe('Hub <hub@school.example>');
  });

  test('is written as it is read', () => {
    expect(addressOfSender(senderOf({ senderName: 'Northfield, Mentoring', senderAddress: 'hub@school.example' }))).toBe(
      'hub@school.example',
    );
    expect(senderOf({ senderName: '', senderAddress: 'hub@school.example' })).toBe('hub@school.example');
  });

  test('has the name of the hub where the settings give none, and their own otherwise', () => {
    const named = (senderName: string, hubName?: string) => senderOf({ senderName, senderAddress: 'hub@school.example' }, hubName);
    expect(named('', 'Beacon Mentoring')).toBe('"Beacon Mentoring" <hub@school.example>');
    expect(named('Northfield', 'Beacon Mentoring')).toBe('"Northfield" <hub@school.example>');
    expect(named('', '')).toBe('hub@school.example');
    expect(addressOfSender(named('', '"Beacon" <x@y.example>'))).toBe('hub@school.example');
  });
});
