import { csvOf } from './csv.js';

test('a file begins with the mark that Excel needs, and each line ends as Windows ends it', () => {
  expect(csvOf([['Figure', 'Now'], ['Members', '1,204'], []])).toBe('\uFEFFFigure,Now\r\nMembers,"1,204"\r\n\r\n');
});

test('quotes and line ends stay within their cell', () => {
  expect(csvOf([['The “old” school', 'a "new"\none']])).toBe('\uFEFFThe “old” school,"a ""new""\none"\r\n');
});

test.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is text to a spreadsheet', (text) => {
  expect(
    csvOf([[text]])
      .slice(1)
      .replaceAll('"', ''),
  ).toBe(`'${text}\r\n`);
});
