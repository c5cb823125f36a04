import { calledOf, comparableName, readName, titleOf } from './names.js';

describe('a name that was written in one piece', () => {
  test.each([
    ['Ann Ray', { name: 'Ann Ray' }],
    ['Mrs Ann Ray', { name: 'Ann Ray', title: 'Mrs' }],
    ['Dr. John Oyelaran', { name: 'John Oyelaran', title: 'Dr' }],
    ['MR MARK JONES', { name: 'MARK JONES', title: 'Mr' }],
    ['Prof Dame Ann Ray', { name: 'Ann Ray', title: 'Prof' }],
    ['Jones, Mr Mark', { name: 'Mark Jones', title: 'Mr', given: 'Mark', family: 'Jones' }],
    ['Jones,Mark', { name: 'Mark Jones', given: 'Mark', family: 'Jones' }],
    ['Mr Jones, Mark', { name: 'Mark Jones', title: 'Mr', given: 'Mark', family: 'Jones' }],
    ['Jones, Mark (Mr)', { name: 'Mark Jones', title: 'Mr', given: 'Mark', family: 'Jones' }],
    ['van der Berg, Anna Maria', { name: 'Anna Maria van der Berg', given: 'Anna Maria', family: 'van der Berg' }],
    ['Jones, Mr', { name: 'Mr Jones', title: 'Mr' }],
    ['Mrs Ray', { name: 'Mrs Ray', title: 'Mrs' }],
    ['Ann Ray, MBE', { name: 'Ann Ray, MBE' }],
    ['Ann Ray, PhD', { name: 'Ann Ray, PhD' }],
    ['Ann Ray, BA (Hons)', { name: 'Ann Ray, BA (Hons)' }],
    ['Ann Ray, MA, NPQSL, CertEd', { name: 'Ann Ray, MA, NPQSL, CertEd' }],
    ['Ann Ray, FRCO', { name: 'Ann Ray, FRCO' }],
    ['ANN RAY, MBE, BA (HONS)', { name: 'ANN RAY, MBE, BA (HONS)' }],
    ['ANN RAY, PhD', { name: 'ANN RAY, PhD' }],
    ['Ray, CertEd', { name: 'Ray, CertEd' }],
    ['Ray, MBE', { name: 'Ray, MBE' }],
    ['Mrs Ray, BSc', { name: 'Ray, BSc', title: 'Mrs' }],
    ['SMITH, JOHN', { name: 'JOHN SMITH', given: 'JOHN', family: 'SMITH' }],
    ['SMITH JONES, MR JOHN', { name: 'JOHN SMITH JONES', title: 'Mr', given: 'JOHN', family: 'SMITH JONES' }],
    ['van der BERG, ANNA', { name: 'ANNA van der BERG', given: 'ANNA', family: 'van der BERG' }],
    ['Mr Smith, AJ', { name: 'AJ Smith', title: 'Mr', given: 'AJ', family: 'Smith' }],
    ['Smith, McKenna', { name: 'McKenna Smith', given: 'McKenna', family: 'Smith' }],
    ['Okafor, Mba', { name: 'Mba Okafor', given: 'Mba', family: 'Okafor' }],
    ['Imam Ahmed Khan', { name: 'Imam Ahmed Khan' }],
    ['Imam Khan', { name: 'Imam Khan' }],
    ['Khan, Imam Ahmed', { name: 'Imam Ahmed Khan', given: 'Imam Ahmed', family: 'Khan' }],
    ['Khan, Imam', { name: 'Imam Khan', given: 'Imam', family: 'Khan' }],
    ['Mr Imam Khan', { name: 'Imam Khan', title: 'Mr' }],
    ['Khan, Ahmed (Imam)', { name: 'Ahmed Khan', title: 'Imam', given: 'Ahmed', family: 'Khan' }],
    ['Col. Ann Ray', { name: 'Ann Ray', title: 'Col' }],
    ['Dean Prince', { name: 'Dean Prince' }],
    ['Nguyễn Thị Hạnh', { name: 'Nguyễn Thị Hạnh' }],
    ['Mr', { name: 'Mr' }],
    ['Mr & Mrs Ray', { name: 'Mr & Mrs Ray' }],
    ['Mr. and Mrs Ann Lee', { name: 'Mr. and Mrs Ann Lee' }],
  ])('%s', (written, read) => expect(readName(written)).toEqual(read));

  test('is compared without its title, in either order', () => {
    for (const other of ['Mr Mark Jones', 'jones, mr mark', 'MARK  JONES', 'Jones, Mark'])
      expect(comparableName(other)).toBe(comparableName('Mark Jones'));
    expect(comparableName('Mark Jones')).not.toBe(comparableName('Mark James'));
  });

  test.each([
    ['AB ', 'x1'],
    ['AbC', '1'],
    ['(a ', ')'],
    ['Mr ', ','],
    [', ', 'x1'],
  ])('of any length is read at once, also %j again and again', (piece, end) => {
    // Where each word doubles the work, twenty take seconds and thirty would never end.
    for (const words of [20, 24, 28, 5_000]) {
      const began = performance.now();
      comparableName(`Ray, ${piece.repeat(words)}${end}`);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });

  test('titles are known however they are written', () =>
    expect(['mrs.', 'MISS', 'Professor', 'Mme', 'Ann'].map(titleOf)).toEqual(['Mrs', 'Miss', 'Prof', 'Mme', undefined]));
});

test('somebody is called what they asked for, never the first word of their name', () => {
  expect(calledOf('Nguyễn Thị Hạnh')).toBe('Nguyễn Thị Hạnh');
  expect(calledOf('Nguyễn Thị Hạnh', { given: 'Hạnh' })).toBe('Hạnh');
  expect(calledOf('Ann Ray', { given: 'Ann', addressed: 'Mrs Ray' })).toBe('Mrs Ray');
});
