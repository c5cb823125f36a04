import type { Day } from '@alongside/domain/kernel/brand.js';
import { certificatePdf, wordsOf, type Certificate } from './certificate-pdf.js';

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
});
