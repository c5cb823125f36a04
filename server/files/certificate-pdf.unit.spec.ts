import type { Day } from '@alongside/domain/kernel/brand.js';
import { certificatePdf, type Certificate } from './certificate-pdf.js';

const certificate: Certificate = {
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

  test('a revoked one is not the same file', async () => {
    const [stands, revoked] = await Promise.all([certificatePdf(certificate), certificatePdf({ ...certificate, revoked: true })]);
    expect(revoked.length).not.toBe(stands.length);
  });
});
