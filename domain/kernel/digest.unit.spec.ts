import { createHash } from 'node:crypto';
import { digestOf } from './digest.js';

describe('a digest of words', () => {
  test('is the beginning of SHA-256 of their canonical JSON, as Node has it', () => {
    const hex = createHash('sha256').update('{"a":"Ünïcode “words”","b":[1,null]}').digest('hex');
    expect(digestOf({ b: [1, null], a: 'Ünïcode “words”', c: undefined })).toBe(hex.slice(0, 32));
  });

  test('is equal for equal words alone', () => {
    expect(digestOf('Room 12')).toBe(digestOf('Room 12'));
    expect(new Set(['', 'Room 12', 'Room 1', ['Room 12'], '\ud800', '\ud801', '\ufffd'].map(digestOf)).size).toBe(7);
  });
});
