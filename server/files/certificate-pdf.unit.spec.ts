import type { Day } from '@alongside/domain/kernel/brand.js';
import { inflateSync } from 'node:zlib';
import { aboutMissing, certificatePdf, printedNameOf, wordsOf, type Certificate } from './certificate-pdf.js';

const certificate: Certificate = {
  kind: 'certificate',
  name: 'Łukasz O’Connell-Şahin',
  as: 'mentee',
  issuerName: 'Northfield School',
  on: '2026-07-14' as Day,
  from: '2025-09-22' as Day,
  to: '2026-07-14' as Day,
  meetings: 18,
  minutes: 735,
  goalsAchieved: 2,
  code: '7KQ4MWX92R',
  verifyUrl: 'https://hub.example/verify',
  revoked: false,
};

describe('a certificate as a PDF', () => {
  test('is one tagged page in British English with its title', async () => {
    const pdf = await certificatePdf(certificate);
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/Marked true');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test('a long name with letters beyond the first subset still fits on one page', async () => {
    const pdf = await certificatePdf({
      ...certificate,
      name: 'Őrsike Wąsowska-Żuławski of the Very Long Family Name That Goes On',
      issuerName: 'St Brannock’s Church of England Voluntary Aided Primary School and Nursery',
    });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test('[R8] a record of participation says what there was, and claims nothing more', () => {
    const words = (kind: Certificate['kind'], change: Partial<Certificate> = {}) => wordsOf({ ...certificate, kind, ...change }).join('\n');
    expect(words('certificate')).toMatch(/^Certificate of mentoring\n.*\nhas worked with a mentor .* They achieved 2 goals/);
    expect(words('participation')).toMatch(/^Record of participation\n.*\ntook part in mentoring as a mentee\.\n/);
    expect(words('participation')).not.toMatch(/certificate|goal|achieved|agreed/i);
    expect(words('participation', { meetings: 0, minutes: 0 })).toContain('None confirmed by both');
    expect(words('participation', { revoked: true })).toMatch(/This record was withdrawn and is not valid\.$/);
  });

  test('a revoked one is not the same file', async () => {
    const [stands, revoked] = await Promise.all([certificatePdf(certificate), certificatePdf({ ...certificate, revoked: true })]);
    expect(revoked.length).not.toBe(stands.length);
  });

  test.each(['Trần Duyên', 'Ọ̀ṣun', 'Ελένη', 'Олександр', 'محمد علي', 'فنان', 'רחל', '王鑫', 'ਸਿੰਘ'])(
    'prints %s, and its letters can be copied',
    async (name) => {
      const meanings = meaningsIn(await certificatePdf({ ...certificate, name }));
      for (const letter of name.normalize('NFC').replaceAll(' ', ''))
        expect([letter, letter.normalize('NFD')].some((form) => Array.from(form).every((one) => meanings.includes(one)))).toBe(true);
    },
  );

  test('a name for print is used only where a font lacks a letter of the name', async () => {
    const letters = async (change: Partial<Certificate>) =>
      (await printedNameOf({ ...certificate, ...change })).printed.map(({ text }) => text).join('');
    expect(await letters({ name: '𞤀dam Diallo', printedName: 'Adam Diallo' })).toBe('Adam Diallo');
    expect(await letters({ name: 'Ben Okafor', printedName: 'Asha Rahman' })).toBe('Ben Okafor');
    expect(await letters({ name: '𞤀dam Diallo' })).toBe('dam Diallo');
  });

  test('letters that cannot be printed are named in words, and nothing is printed in their place', async () => {
    expect(aboutMissing(['𞤀'], 'https://hub.example/verify')).toBe(
      'This name has a letter that we cannot print: U+1E900. The full name is at https://hub.example/verify.',
    );
    const [among, without] = await Promise.all([
      certificatePdf({ ...certificate, name: 'Diallo 𞤀𞤣' }),
      certificatePdf({ ...certificate, name: 'Diallo' }),
    ]);
    const used = (pdf: Buffer) => new Set(meaningsIn(pdf));
    // The sentence about them has a plus sign; the certificate has none elsewhere.
    expect([used(among).has('+'), used(without).has('+')]).toEqual([true, false]);
  });
});

/** Every letter that a PDF's fonts give a meaning to. */
function meaningsIn(pdf: Buffer): readonly string[] {
  const maps: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const part = pdf.subarray(at + 7, pdf.indexOf('\nendstream', at));
    // Streams of a kind that is not packed begin otherwise.
    if (part[0] === 0x78) maps.push(inflateSync(part).toString('latin1'));
  }
  return maps
    .filter((map) => map.includes('beginbfrange'))
    .flatMap((map) => [...map.slice(map.indexOf('[')).matchAll(/<([0-9a-f ]*)>/g)])
    .flatMap(([, codes = '']) => Array.from(Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')));
}
