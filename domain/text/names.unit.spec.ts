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
    ['Dean Prince', { name: 'Dean Prince' }],
    ['Nguyễn Thị Hạnh', { name: 'Nguyễn Thị Hạnh' }],
    ['Mr', { name: 'Mr' }],
  ])('%s', (written, read) => expect(readName(written)).toEqual(read));

  test('is compared without its title, in either order', () => {
    for (const other of ['Mr Mark Jones', 'jones, mr mark', 'MARK  JONES', 'Jones, Mark'])
      expect(comparableName(other)).toBe(comparableName('Mark Jones'));
    expect(comparableName('Mark Jones')).not.toBe(comparableName('Mark James'));
  });

  test('titles are known however they are written', () =>
    expect(['mrs.', 'MISS', 'Professor', 'Ann'].map(titleOf)).toEqual(['Mrs', 'Miss', 'Prof', undefined]));
});

test('somebody is called what they asked for, never the first word of their name', () => {
  expect(calledOf('Nguyễn Thị Hạnh')).toBe('Nguyễn Thị Hạnh');
  expect(calledOf('Nguyễn Thị Hạnh', { given: 'Hạnh' })).toBe('Hạnh');
  expect(calledOf('Ann Ray', { given: 'Ann', addressed: 'Mrs Ray' })).toBe('Mrs Ray');
});
